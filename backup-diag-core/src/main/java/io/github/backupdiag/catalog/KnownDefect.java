package io.github.backupdiag.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A program of which some versions have a known defect. It is confirmed where version, condition
 * and one of the symptoms agree; the version alone only raises suspicion.
 *
 * @param id kebab-case id
 * @param component the program: name of a handler, or {@code WALinuxAgent}
 * @param versions which versions have it
 * @param condition what else must hold
 * @param symptoms log lines any of which shows it at work; empty if none does
 * @param causes ids of the causes that the defect is
 * @param fixedIn first version without it, or null if none is known
 * @param sources where the facts come from
 */
public record KnownDefect(
    String id,
    String component,
    Versions versions,
    Condition condition,
    List<Symptom> symptoms,
    List<String> causes,
    @Nullable String fixedIn,
    List<String> sources) {

  /**
   * Which versions have a defect: those from {@code min} to below {@code below}, or, where both are
   * null, exactly those it was seen in.
   *
   * @param min first version that has it, or null
   * @param below first version behind it that has it no more, or null
   * @param seen versions it was seen in, may be empty
   */
  public record Versions(@Nullable String min, @Nullable String below, List<String> seen) {

    /**
     * Tells whether a version has the defect.
     *
     * @param version dotted version, such as {@code 1.0.9218.0}
     * @return false also for what is no version
     */
    public boolean contains(String version) {
      if (!DottedVersion.isOne(version)) {
        return false;
      }
      if (min == null && below == null) {
        return seen.stream().anyMatch(one -> DottedVersion.compare(version, one) == 0);
      }
      return (min == null || DottedVersion.compare(version, min) >= 0)
          && (below == null || DottedVersion.compare(version, below) < 0);
    }
  }

  /**
   * What must hold besides the version.
   *
   * @param python the interpreter that starts the program is of this version or a later one; null
   *     for any
   * @param distributions ids of distributions as in {@code os-release}, empty for any
   * @param distributionVersion version of the distribution or its beginning, null for any
   */
  public record Condition(
      @Nullable String python, List<String> distributions, @Nullable String distributionVersion) {

    /**
     * Tells whether an interpreter is new enough to show the defect.
     *
     * @param version of the interpreter, or null if unknown
     * @return true if the defect shows under any, too
     */
    public boolean isMetByPython(@Nullable String version) {
      return python == null
          || (version != null
              && DottedVersion.isOne(version)
              && DottedVersion.compare(version, python) >= 0);
    }

    /**
     * Tells whether the defect shows on a distribution.
     *
     * @param distribution id as in {@code os-release}
     * @param version as in {@code os-release}
     * @return true if the defect shows on any, too
     */
    public boolean isMetBySystem(String distribution, String version) {
      boolean named = distributions.isEmpty() || distributions.contains(distribution);
      return named
          && (distributionVersion == null
              || version.equals(distributionVersion)
              || version.startsWith(distributionVersion + "."));
    }

    /**
     * Tells whether any system will do.
     *
     * @return true if neither distribution nor its version is named
     */
    public boolean isOfAnySystem() {
      return distributions.isEmpty() && distributionVersion == null;
    }
  }

  /**
   * A log line that shows a defect at work.
   *
   * @param signature id of its signature
   * @param alsoHolds what the line must hold too, or null
   * @param atLeast how often it must stand inside the window of the job, 1 or more
   * @param with id of the signature of a second line that must stand there too, or null
   */
  public record Symptom(
      String signature, @Nullable String alsoHolds, int atLeast, @Nullable String with) {}
}
