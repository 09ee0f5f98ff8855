package io.github.backupdiag.internal.engine;

import io.github.backupdiag.diagnostic.Diagnostic;
import io.github.backupdiag.diagnostic.DiagnosticDescriptor;
import io.github.backupdiag.diagnostic.Evidence;
import io.github.backupdiag.diagnostic.Facts;
import io.github.backupdiag.diagnostic.Phrase;
import io.github.backupdiag.diagnostic.Verdict;
import io.github.backupdiag.diagnostic.When;
import io.github.backupdiag.fact.FactKey;
import io.github.backupdiag.probe.Observations;
import io.github.backupdiag.probe.Probe;
import io.github.backupdiag.probe.ProbeContext;
import io.github.backupdiag.probe.ProbeDescriptor;
import java.util.function.Function;

/** Makes rules and probes for tests. */
final class Make {

  static final FactKey<String> SIGN = FactKey.text("test.sign");
  static final FactKey<String> OTHER = FactKey.text("test.other");

  private Make() {}

  /** What a test probe does. */
  interface Look {
    Observations at(ProbeContext context) throws Exception;
  }

  static Probe probe(ProbeDescriptor descriptor, Look look) {
    return new Probe() {
      @Override
      public ProbeDescriptor descriptor() {
        return descriptor;
      }

      @Override
      public Observations observe(ProbeContext context) throws Exception {
        return look.at(context);
      }
    };
  }

  static Probe seeing(String id, FactKey<String> key, String value) {
    return probe(
        ProbeDescriptor.of(id, key),
        context -> Observations.builder().observed(key, value, "test").build());
  }

  static Diagnostic rule(DiagnosticDescriptor descriptor, Function<Facts, Verdict> judge) {
    return new Diagnostic() {
      @Override
      public DiagnosticDescriptor descriptor() {
        return descriptor;
      }

      @Override
      public Verdict diagnose(Facts facts) {
        return judge.apply(facts);
      }
    };
  }

  /** Confirms when the sign says "bad", rules out when it says "good". */
  static Diagnostic bySign(String id, String cause, FactKey<String> sign, When when) {
    return rule(
        DiagnosticDescriptor.of(id, cause).needs(sign),
        facts -> {
          String value = String.valueOf(facts.value(sign));
          return switch (value) {
            case "bad" -> Verdict.certain(when, Evidence.of(sign, "bad").withExcerpt(value));
            case "good" -> Verdict.ruledOut(when, Evidence.of(sign, "good"));
            default -> Verdict.inconclusive(Phrase.literal("neither"));
          };
        });
  }

  static Diagnostic always(String id, String cause, Verdict verdict) {
    return rule(DiagnosticDescriptor.of(id, cause), facts -> verdict);
  }

  static Verdict yes(When when) {
    return Verdict.certain(when, Evidence.of(SIGN, "yes"));
  }

  static Verdict no(When when) {
    return Verdict.ruledOut(when, Evidence.of(SIGN, "no"));
  }
}
