package io.github.backupdiag.report;

import io.github.backupdiag.catalog.Catalog;
import io.github.backupdiag.catalog.Texts;
import io.github.backupdiag.diagnostic.Phrase;
import io.github.backupdiag.fact.FactSet;
import io.github.backupdiag.fact.backup.CodeMatch;
import io.github.backupdiag.fact.backup.Incident;
import io.github.backupdiag.fact.backup.UnknownCode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The result of a diagnosis. Immutable and thread-safe. Texts are kept as phrases; {@link #say}
 * words them.
 *
 * @param status whether everything that was planned was done
 * @param healthCheck true if no error was given, so that every cause was a candidate
 * @param incidents failures that the input speaks of
 * @param matches recognised codes, best first within an incident
 * @param unknownCodes things of the shape of a code that are not known
 * @param causes in the order of their rank
 * @param findings what each rule said, by id of the rule
 * @param nextSteps what to do in order to know more, most useful first
 * @param problems what did not work as it should
 * @param coverage how much was seen
 * @param timeline how far the failed run got, or null if no log shows one
 * @param facts all facts the report rests on
 * @param catalog the catalog that words it
 * @param locale language that was asked for
 */
public record Report(
    Status status,
    boolean healthCheck,
    List<Incident> incidents,
    List<CodeMatch> matches,
    List<UnknownCode> unknownCodes,
    List<RankedCause> causes,
    List<Finding> findings,
    List<NextStep> nextSteps,
    List<ExtensionProblem> problems,
    Coverage coverage,
    @Nullable Timeline timeline,
    FactSet facts,
    Catalog catalog,
    Locale locale) {

  /**
   * Makes a report that tells of no run.
   *
   * @param status whether everything that was planned was done
   * @param healthCheck true if no error was given
   * @param incidents failures that the input speaks of
   * @param matches recognised codes
   * @param unknownCodes things of the shape of a code that are not known
   * @param causes in the order of their rank
   * @param findings what each rule said
   * @param nextSteps what to do in order to know more
   * @param problems what did not work as it should
   * @param coverage how much was seen
   * @param facts all facts the report rests on
   * @param catalog the catalog that words it
   * @param locale language that was asked for
   */
  public Report(
      Status status,
      boolean healthCheck,
      List<Incident> incidents,
      List<CodeMatch> matches,
      List<UnknownCode> unknownCodes,
      List<RankedCause> causes,
      List<Finding> findings,
      List<NextStep> nextSteps,
      List<ExtensionProblem> problems,
      Coverage coverage,
      FactSet facts,
      Catalog catalog,
      Locale locale) {
    this(
        status,
        healthCheck,
        incidents,
        matches,
        unknownCodes,
        causes,
        findings,
        nextSteps,
        problems,
        coverage,
        null,
        facts,
        catalog,
        locale);
  }

  /** Version of the JSON form. */
  public static final String SCHEMA_VERSION = "1.0";

  /** Whether everything that was planned was done. */
  public enum Status {
    /** Everything was done. */
    COMPLETE,
    /** Something planned timed out, was refused, throttled or failed. */
    PARTIAL,
    /** The caller cancelled. */
    CANCELLED
  }

  /**
   * Words a phrase.
   *
   * @param phrase a phrase of this report
   * @param language the language; English where it has no text
   * @return the sentence; a value called {@code fact} is replaced by the label of that fact
   */
  public String say(Phrase phrase, Locale language) {
    if (phrase.isLiteral()) {
      return phrase.sentence();
    }
    Texts texts = catalog.texts(language);
    return texts.format(phrase.id(), worded(phrase.arguments(), texts));
  }

  /** A fact among the values is named by its label and not by its id. */
  private static Map<String, String> worded(Map<String, String> arguments, Texts texts) {
    String fact = arguments.get("fact");
    String label = fact == null ? null : texts.find("fact." + fact);
    if (label == null) {
      return arguments;
    }
    Map<String, String> worded = new LinkedHashMap<>(arguments);
    worded.put("fact", label);
    return worded;
  }

  /**
   * Gives this report with one more problem.
   *
   * @param problem what did not work
   * @return a report that is otherwise equal
   */
  public Report withProblem(ExtensionProblem problem) {
    List<ExtensionProblem> more = new ArrayList<>(problems);
    more.add(problem);
    return new Report(
        status,
        healthCheck,
        incidents,
        matches,
        unknownCodes,
        causes,
        findings,
        nextSteps,
        List.copyOf(more),
        coverage,
        timeline,
        facts,
        catalog,
        locale);
  }

  /**
   * Tells whether any cause is confirmed.
   *
   * @return true if the first cause is
   */
  public boolean hasConfirmedCause() {
    return causes.stream().anyMatch(cause -> cause.state() == CauseState.CONFIRMED);
  }

  /**
   * Tells whether any rule could decide anything, so that "nothing found" means something. That a
   * cause belongs to another operating system decides nothing.
   *
   * @return false if no rule confirmed or ruled out its cause
   */
  public boolean hasDecided() {
    return findings.stream()
        .map(Finding::outcome)
        .anyMatch(
            outcome ->
                outcome == Finding.Outcome.CONFIRMED || outcome == Finding.Outcome.RULED_OUT);
  }
}
