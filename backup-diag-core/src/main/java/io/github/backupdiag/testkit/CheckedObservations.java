package io.github.backupdiag.testkit;

import io.github.backupdiag.fact.Absent;
import io.github.backupdiag.fact.FactKey;
import io.github.backupdiag.fact.Observation;
import io.github.backupdiag.fact.Observed;
import io.github.backupdiag.fact.Unavailable;
import io.github.backupdiag.fact.UnavailableReason;
import io.github.backupdiag.fact.backup.SeenCode;
import io.github.backupdiag.guestaccess.Question;
import io.github.backupdiag.probe.AccessNeed;
import io.github.backupdiag.probe.Observations;
import io.github.backupdiag.probe.ProbeDescriptor;
import java.util.List;

/** What a probe saw; each method expects one thing of it. */
public final class CheckedObservations {

  private final String who;
  private final ProbeDescriptor descriptor;
  private final Observations observations;
  private final List<Question<?>> asked;

  CheckedObservations(
      String who, ProbeDescriptor descriptor, Observations observations, List<Question<?>> asked) {
    this.who = who;
    this.descriptor = descriptor;
    this.observations = observations;
    this.asked = asked;
  }

  /**
   * Gives what was seen, for what has no expectation here and to feed a rule.
   *
   * @return the observations
   */
  public Observations observations() {
    return observations;
  }

  /**
   * Expects a value.
   *
   * @param <T> type of the value
   * @param key the fact
   * @param value what must have been seen
   * @return this
   */
  public <T> CheckedObservations expectObserved(FactKey<T> key, T value) {
    boolean asExpected =
        observations.get(key) instanceof Observed<T> observed && observed.value().equals(value);
    return demand(asExpected, key, "observed " + value);
  }

  /**
   * Expects where a value was seen, or where it was looked for.
   *
   * @param key the fact
   * @param source path, command or resource id
   * @return this
   */
  public CheckedObservations expectSource(FactKey<?> key, String source) {
    Observation<?> observation = observations.get(key);
    String found = "";
    if (observation instanceof Observed<?> observed) {
      found = observed.source();
    } else if (observation instanceof Absent<?> absent) {
      found = absent.source();
    }
    return demand(found.equals(source), key, "a source " + source);
  }

  /**
   * Expects that something was looked for and is not there.
   *
   * @param key the fact
   * @return this
   */
  public CheckedObservations expectAbsent(FactKey<?> key) {
    return demand(observations.get(key) instanceof Absent<?>, key, "absent");
  }

  /**
   * Expects that something could not be seen.
   *
   * @param key the fact
   * @param reason why not
   * @return this
   */
  public CheckedObservations expectUnavailable(FactKey<?> key, UnavailableReason reason) {
    boolean asExpected =
        observations.get(key) instanceof Unavailable<?> unavailable
            && unavailable.reason() == reason;
    return demand(asExpected, key, "unavailable " + reason);
  }

  /**
   * Expects that an error code was met on the way.
   *
   * @param code the code
   * @return this
   */
  public CheckedObservations expectSeenCode(String code) {
    List<String> codes = observations.seenCodes().stream().map(SeenCode::code).toList();
    if (!codes.contains(code)) {
      throw Wording.mismatch(who, "the code " + code + " met on the way", codes.toString(), "");
    }
    return this;
  }

  /**
   * Expects that every path, command and address asked for is named by one of the probe's access
   * needs, from which the dry run and the documentation are made.
   *
   * @return this
   */
  public CheckedObservations expectAccessNeedsComplete() {
    List<String> unnamed =
        asked.stream().filter(question -> !isNamed(question)).map(FakeAnswers::subject).toList();
    if (!unnamed.isEmpty()) {
      throw Wording.mismatch(
          who,
          "access needs that name everything it asks for",
          unnamed + " is in none of " + descriptor.accessNeeds(),
          "");
    }
    return this;
  }

  private boolean isNamed(Question<?> question) {
    String subject = FakeAnswers.subject(question);
    AccessNeed.Kind kind = kind(question);
    return descriptor.accessNeeds().stream()
        .filter(need -> need.kind() == kind)
        .map(AccessNeed::what)
        .anyMatch(what -> what.equals(subject) || FakeFiles.matches(what, subject));
  }

  private static AccessNeed.Kind kind(Question<?> question) {
    if (question instanceof Question.Command) {
      return AccessNeed.Kind.GUEST_COMMAND;
    }
    if (question instanceof Question.Registry) {
      return AccessNeed.Kind.GUEST_REGISTRY;
    }
    return question instanceof Question.Tcp || question instanceof Question.Http
        ? AccessNeed.Kind.GUEST_NETWORK
        : AccessNeed.Kind.GUEST_FILE;
  }

  private CheckedObservations demand(boolean met, FactKey<?> key, String expected) {
    if (!met) {
      throw Wording.mismatch(
          who, key + " " + expected, key + " " + Wording.of(observations.get(key)), "");
    }
    return this;
  }
}
