package io.github.backupdiag.diagnostic;

import io.github.backupdiag.fact.FactKey;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a rule says of its cause: one of four. Immutable. */
public sealed interface Verdict {

  /**
   * The cause holds, and its own state was seen.
   *
   * @param when at the failure, or now
   * @param evidence why, at least one
   * @return the verdict
   */
  static Confirmed certain(When when, Evidence... evidence) {
    return new Confirmed(Confidence.CERTAIN, when, List.of(evidence), Map.of());
  }

  /**
   * The cause very likely holds: its trace was seen.
   *
   * @param when at the failure, or now
   * @param evidence why, at least one
   * @return the verdict
   */
  static Confirmed likely(When when, Evidence... evidence) {
    return new Confirmed(Confidence.LIKELY, when, List.of(evidence), Map.of());
  }

  /**
   * The cause does not hold.
   *
   * @param when at the failure, or now
   * @param evidence why, at least one
   * @return the verdict
   */
  static RuledOut ruledOut(When when, Evidence... evidence) {
    return new RuledOut(when, List.of(evidence));
  }

  /**
   * What was seen does not decide.
   *
   * @param reason why not
   * @return the verdict
   */
  static Inconclusive inconclusive(Phrase reason) {
    return new Inconclusive(reason, Set.of(), List.of(), List.of());
  }

  /**
   * The rule has nothing to say of this guest.
   *
   * @param reason why not
   * @return the verdict
   */
  static NotApplicable notApplicable(Phrase reason) {
    return new NotApplicable(reason);
  }

  /** The cause holds. */
  final class Confirmed implements Verdict {

    private final Confidence confidence;
    private final When when;
    private final List<Evidence> evidence;
    private final Map<String, String> arguments;

    private Confirmed(
        Confidence confidence, When when, List<Evidence> evidence, Map<String, String> arguments) {
      this.confidence = confidence;
      this.when = when;
      this.evidence = atLeastOne(evidence);
      this.arguments = arguments;
    }

    /**
     * Adds a value for the placeholders of the remediation steps.
     *
     * @param name placeholder, such as {@code mount}
     * @param value its value, unquoted
     * @return a new verdict
     */
    public Confirmed with(String name, String value) {
      Map<String, String> more = new LinkedHashMap<>(arguments);
      more.put(name, value);
      return new Confirmed(confidence, when, evidence, Collections.unmodifiableMap(more));
    }

    /**
     * Lowers how sure it is.
     *
     * @param most the confidence that nothing above is known to reach
     * @return a verdict that is at most so sure
     */
    public Confirmed atMost(Confidence most) {
      return most.compareTo(confidence) > 0 ? new Confirmed(most, when, evidence, arguments) : this;
    }

    /**
     * Gives how sure it is.
     *
     * @return the confidence
     */
    public Confidence confidence() {
      return confidence;
    }

    /**
     * Gives the time it speaks of.
     *
     * @return at the failure, or now
     */
    public When when() {
      return when;
    }

    /**
     * Gives the reasons.
     *
     * @return at least one
     */
    public List<Evidence> evidence() {
      return evidence;
    }

    /**
     * Gives values for the placeholders of the remediation steps.
     *
     * @return by placeholder, may be empty
     */
    public Map<String, String> arguments() {
      return arguments;
    }
  }

  /** The cause does not hold. */
  final class RuledOut implements Verdict {

    private final When when;
    private final List<Evidence> evidence;

    private RuledOut(When when, List<Evidence> evidence) {
      this.when = when;
      this.evidence = atLeastOne(evidence);
    }

    /**
     * Gives the time it speaks of.
     *
     * @return at the failure, or now
     */
    public When when() {
      return when;
    }

    /**
     * Gives the reasons.
     *
     * @return at least one
     */
    public List<Evidence> evidence() {
      return evidence;
    }
  }

  /** What was seen does not decide, or what is needed was not seen. */
  final class Inconclusive implements Verdict {

    private final Phrase reason;
    private final Set<String> missing;
    private final List<Phrase> nextSteps;
    private final List<Evidence> hints;

    private Inconclusive(
        Phrase reason, Set<String> missing, List<Phrase> nextSteps, List<Evidence> hints) {
      this.reason = reason;
      this.missing = missing;
      this.nextSteps = nextSteps;
      this.hints = hints;
    }

    /**
     * Adds the facts that would decide.
     *
     * @param keys the facts
     * @return a new verdict
     */
    public Inconclusive missing(FactKey<?>... keys) {
      Set<String> ids = new LinkedHashSet<>(missing);
      Arrays.stream(keys).map(FactKey::id).forEach(ids::add);
      return new Inconclusive(reason, Collections.unmodifiableSet(ids), nextSteps, hints);
    }

    /**
     * Adds what to do in order to know.
     *
     * @param steps the steps, best first
     * @return a new verdict
     */
    public Inconclusive next(Phrase... steps) {
      return new Inconclusive(reason, missing, List.of(steps), hints);
    }

    /**
     * Adds what raises suspicion without deciding; such a cause ranks before other open ones.
     *
     * @param evidence the hints
     * @return a new verdict
     */
    public Inconclusive hinting(List<Evidence> evidence) {
      return new Inconclusive(reason, missing, nextSteps, List.copyOf(evidence));
    }

    /**
     * Gives why it does not decide.
     *
     * @return one sentence
     */
    public Phrase reason() {
      return reason;
    }

    /**
     * Gives the facts that would decide.
     *
     * @return ids of facts, may be empty
     */
    public Set<String> missing() {
      return missing;
    }

    /**
     * Gives what to do in order to know.
     *
     * @return best first, may be empty
     */
    public List<Phrase> nextSteps() {
      return nextSteps;
    }

    /**
     * Gives what raises suspicion without deciding.
     *
     * @return may be empty
     */
    public List<Evidence> hints() {
      return hints;
    }
  }

  /** The rule has nothing to say of this guest. */
  final class NotApplicable implements Verdict {

    private final Phrase reason;

    private NotApplicable(Phrase reason) {
      this.reason = reason;
    }

    /**
     * Gives why.
     *
     * @return one sentence
     */
    public Phrase reason() {
      return reason;
    }
  }

  private static List<Evidence> atLeastOne(List<Evidence> evidence) {
    if (evidence.isEmpty()) {
      throw new IllegalArgumentException("a verdict that decides needs evidence");
    }
    return evidence;
  }
}
