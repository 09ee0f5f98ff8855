package io.github.backupdiag.testkit;

import io.github.backupdiag.diagnostic.DiagnosticDescriptor;
import io.github.backupdiag.diagnostic.Evidence;
import io.github.backupdiag.diagnostic.Verdict;
import io.github.backupdiag.fact.Absent;
import io.github.backupdiag.fact.FactKey;
import io.github.backupdiag.fact.FactSet;
import io.github.backupdiag.fact.Observation;
import io.github.backupdiag.fact.Observed;
import io.github.backupdiag.fact.Unavailable;
import io.github.backupdiag.fact.UnavailableReason;
import io.github.backupdiag.probe.ProbeDescriptor;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Everything of a value in words: for messages, and to tell whether two are the same. */
final class Wording {

  private Wording() {}

  static String of(Verdict verdict) {
    if (verdict instanceof Verdict.Confirmed confirmed) {
      return "confirmed "
          + (confirmed.confidence() + " " + confirmed.when())
          + " with arguments "
          + confirmed.arguments()
          + evidence(confirmed.evidence());
    }
    if (verdict instanceof Verdict.RuledOut ruledOut) {
      return "ruled out " + ruledOut.when() + evidence(ruledOut.evidence());
    }
    if (verdict instanceof Verdict.Inconclusive inconclusive) {
      return "inconclusive because of "
          + (inconclusive.reason() + ", missing " + inconclusive.missing())
          + (", next steps " + inconclusive.nextSteps())
          + evidence(inconclusive.hints());
    }
    return "not applicable because of " + ((Verdict.NotApplicable) verdict).reason();
  }

  /** The evidence of a verdict, or its hints. */
  static List<Evidence> evidence(Verdict verdict) {
    if (verdict instanceof Verdict.Confirmed confirmed) {
      return confirmed.evidence();
    }
    if (verdict instanceof Verdict.RuledOut ruledOut) {
      return ruledOut.evidence();
    }
    return verdict instanceof Verdict.Inconclusive inconclusive ? inconclusive.hints() : List.of();
  }

  private static String evidence(List<Evidence> evidence) {
    return evidence.stream()
        .map(piece -> System.lineSeparator() + "    on " + of(piece))
        .collect(Collectors.joining());
  }

  static String of(Evidence evidence) {
    return evidence
        + (evidence.excerpt() == null ? "" : " '" + evidence.excerpt() + "'")
        + (evidence.time() == null ? "" : " at " + evidence.time());
  }

  static String of(Observation<?> observation) {
    if (observation instanceof Observed<?> observed) {
      return "observed "
          + observed.value()
          + (observed.source().isEmpty() ? "" : " in " + observed.source())
          + (observed.at() == null ? "" : " at " + observed.at());
    }
    if (observation instanceof Absent<?> absent) {
      return "absent" + (absent.source().isEmpty() ? "" : " in " + absent.source());
    }
    Unavailable<?> unavailable = (Unavailable<?>) observation;
    return unavailable.reason() == UnavailableReason.NO_PROBE && unavailable.detail().isEmpty()
        ? "not given"
        : "unavailable " + unavailable.reason() + " " + unavailable.detail();
  }

  static String of(Collection<FactKey<?>> keys, FactSet facts) {
    return keys.stream()
        .map(key -> key + " = " + of(facts.get(key)))
        .collect(Collectors.joining("; "));
  }

  static String of(DiagnosticDescriptor rule) {
    return String.join(
        " ",
        rule.id(),
        "cause " + rule.cause(),
        "needs " + rule.needs(),
        "helpful " + rule.helpful(),
        "on " + rule.families() + (rule.azureVmOnly() ? ", Azure only" : ""),
        (rule.decisive() ? "decisive" : "corroborating") + " since " + rule.since());
  }

  static String of(ProbeDescriptor probe) {
    return String.join(
        " ",
        probe.id(),
        "provides " + probe.provides(),
        "needs " + probe.needs(),
        "connections " + probe.connections(),
        "access " + probe.accessNeeds(),
        probe.cost() + " within " + probe.timeout());
  }

  /** An error with one line each for what was expected, what was found, and what it saw. */
  static AssertionError mismatch(String who, String expected, String found, String saw) {
    String line = System.lineSeparator() + "  ";
    return new AssertionError(
        who
            + (line + "expected: " + expected)
            + (line + "found: " + found)
            + (saw.isEmpty() ? "" : line + "facts: " + saw));
  }
}
