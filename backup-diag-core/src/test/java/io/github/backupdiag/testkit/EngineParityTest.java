package io.github.backupdiag.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.BackupDiagnosis;
import io.github.backupdiag.catalog.Cause;
import io.github.backupdiag.diagnostic.Diagnostic;
import io.github.backupdiag.diagnostic.DiagnosticDescriptor;
import io.github.backupdiag.diagnostic.Verdict;
import io.github.backupdiag.fact.Absent;
import io.github.backupdiag.fact.FactSet;
import io.github.backupdiag.fact.Observation;
import io.github.backupdiag.fact.Observed;
import io.github.backupdiag.fact.Unavailable;
import io.github.backupdiag.fact.UnavailableReason;
import io.github.backupdiag.fact.guest.GuestFacts;
import io.github.backupdiag.fact.guest.GuestOs;
import io.github.backupdiag.fact.guest.Platform;
import io.github.backupdiag.report.Finding;
import io.github.backupdiag.report.Report;
import io.github.backupdiag.request.DiagnosisRequest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a tester answers is what a diagnosis reports, fact by fact. */
class EngineParityTest {

  private static final DiagnosticDescriptor DESCRIPTOR =
      DiagnosticDescriptor.of("test.lock-held", "guest-disk-full")
          .needs(Lock.KEY)
          .helpful(Lock.ENFORCED)
          .on(GuestOs.Family.LINUX)
          .onAzureVmOnly();

  private final Diagnostic rule = new LockRule(DESCRIPTOR, LockRule.sound().judge());
  private final BackupDiagnosis diagnosis =
      BackupDiagnosis.builder().discover(false).add(rule).build();

  @Test
  void agreesOnEveryCombination() {
    assertThat(diagnosis.catalog().cause("guest-disk-full"))
        .extracting(Cause::kind)
        .isEqualTo(Cause.Kind.FAULT);
    List<Finding.Outcome> seen = new ArrayList<>();
    for (Observation<Platform> platform : platforms()) {
      for (Observation<GuestOs> os : systems()) {
        for (Observation<Lock> lock : locks()) {
          seen.add(agreed(facts(platform, os, lock)));
        }
      }
    }
    assertThat(seen)
        .contains(
            Finding.Outcome.CONFIRMED,
            Finding.Outcome.RULED_OUT,
            Finding.Outcome.INCONCLUSIVE,
            Finding.Outcome.NOT_APPLICABLE);
  }

  private Finding.Outcome agreed(FactSet facts) {
    Report report = diagnosis.judge(facts, DiagnosisRequest.healthCheck());
    List<Finding> findings =
        report.findings().stream()
            .filter(finding -> finding.diagnostic().equals("test.lock-held"))
            .toList();
    Finding.Outcome outcome = outcome(DiagnosticTester.of(rule).given(facts).diagnose());
    if (findings.isEmpty()) {
      assertThat(outcome)
          .as("the engine does not ask the rule: %s", facts)
          .isIn(Finding.Outcome.NOT_APPLICABLE, Finding.Outcome.INCONCLUSIVE);
    } else {
      assertThat(findings).extracting(Finding::outcome).containsExactly(outcome);
    }
    return outcome;
  }

  private static Finding.Outcome outcome(Verdict verdict) {
    if (verdict instanceof Verdict.Confirmed) {
      return Finding.Outcome.CONFIRMED;
    } else if (verdict instanceof Verdict.RuledOut) {
      return Finding.Outcome.RULED_OUT;
    }
    return verdict instanceof Verdict.Inconclusive
        ? Finding.Outcome.INCONCLUSIVE
        : Finding.Outcome.NOT_APPLICABLE;
  }

  private static List<Observation<Platform>> platforms() {
    List<Observation<Platform>> all = new ArrayList<>(unseen(UnavailableReason.values()));
    for (Platform.Kind kind : Platform.Kind.values()) {
      all.add(new Observed<>(new Platform(kind, ""), "", null));
    }
    return all;
  }

  private static List<Observation<GuestOs>> systems() {
    List<Observation<GuestOs>> all = new ArrayList<>(unseen(UnavailableReason.FAILED));
    for (GuestOs.Family family : GuestOs.Family.values()) {
      all.add(new Observed<>(new GuestOs(family, "", "", List.of(), ""), "", null));
    }
    return all;
  }

  private static List<Observation<Lock>> locks() {
    List<Observation<Lock>> all = new ArrayList<>(unseen(UnavailableReason.NOT_PERMITTED));
    all.add(new Observed<>(Lock.held(), "", null));
    return all;
  }

  private static <T> List<Observation<T>> unseen(UnavailableReason... reasons) {
    List<Observation<T>> all = new ArrayList<>();
    all.add(new Absent<>(""));
    for (UnavailableReason reason : reasons) {
      all.add(new Unavailable<>(reason, ""));
    }
    return all;
  }

  private static FactSet facts(
      Observation<Platform> platform, Observation<GuestOs> os, Observation<Lock> lock) {
    return FactSet.builder()
        .put(GuestFacts.PLATFORM, platform)
        .put(GuestFacts.OS, os)
        .put(Lock.KEY, lock)
        .observed(Lock.ENFORCED, true, "")
        .build();
  }
}
