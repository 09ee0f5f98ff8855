package org.example.customrule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.backupdiag.BackupDiagnosis;
import io.github.backupdiag.fact.FactSet;
import io.github.backupdiag.fact.backup.CodeMatch;
import io.github.backupdiag.fact.backup.LogEvent;
import io.github.backupdiag.fact.backup.LogEvents;
import io.github.backupdiag.fact.guest.GuestFacts;
import io.github.backupdiag.guestaccess.GuestConnection;
import io.github.backupdiag.report.CauseState;
import io.github.backupdiag.report.RankedCause;
import io.github.backupdiag.report.Report;
import io.github.backupdiag.request.DiagnosisRequest;
import io.github.backupdiag.testkit.FakeGuest;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Everything together, found by {@code ServiceLoader} on the path the build chose. */
class DiscoveryTest {

  private static final DiagnosisRequest REQUEST =
      DiagnosisRequest.builder()
          .errorText("GuestAgentSnapshotTaskStatusError")
          .locale(Locale.GERMAN)
          .build();

  @Test
  void runsOnThePathTheBuildChose() {
    assertEquals(
        Boolean.getBoolean("on.module.path"), MaintenanceLockHeld.class.getModule().isNamed());
  }

  @Test
  void blamesTheLockInGermanAndSaysWhatToDo() {
    Report report =
        diagnose(FakeGuest.live().file(MaintenanceLockProbe.PATH, "owner=patch 4711\n"));

    RankedCause cause = report.causes().get(0);
    assertEquals("corp.maintenance-lock", cause.id());
    assertEquals(CauseState.CONFIRMED, cause.state());
    assertEquals(
        "Der Härtungsagent hält seine Wartungssperre", report.say(cause.title(), report.locale()));
    assertEquals(
        "Fragen Sie zuerst 'patch 4711'. Eine zu früh beendete Wartung lässt die VM halb gehärtet"
            + " zurück.",
        report.say(cause.steps().get(0).text(), report.locale()));
    assertEquals(
        "sudo corp-hardening maintenance end --owner 'patch 4711'", cause.steps().get(1).command());
  }

  @Test
  void recognisesTheCodeByItsMessageInBothLanguages() {
    for (String message :
        List.of(
            "The hardening agent is under maintenance and holds the backup back.",
            "Der Härtungsagent wird gewartet und hält die Sicherung zurück.")) {
      Report report = BackupDiagnosis.builder().build().explain(DiagnosisRequest.forError(message));

      assertEquals(
          List.of("CorpBackupHeldByMaintenance"),
          report.matches().stream().map(CodeMatch::code).toList());
      assertEquals("corp.maintenance-lock", report.causes().get(0).id());
    }
  }

  @Test
  void blamesTheLockForALineInTheAgentsLogAlthoughItIsGone() {
    Instant failed = Instant.parse("2026-11-19T21:00:00Z");
    LogEvent line =
        new LogEvent(
            "corp.extensions-held",
            "/var/log/waagent.log",
            17,
            failed.minusSeconds(60),
            "ERROR corp-hardening holds all extensions");
    FactSet facts =
        FactSet.builder()
            .observed(
                GuestFacts.AGENT_LOG,
                new LogEvents(List.of(line), failed, null, true),
                "/var/log/waagent.log")
            .build();

    Report report =
        BackupDiagnosis.builder()
            .build()
            .judge(
                facts,
                DiagnosisRequest.builder()
                    .code("CorpBackupHeldByMaintenance")
                    .failedAt(failed)
                    .build());

    RankedCause cause = report.causes().get(0);
    assertEquals("corp.maintenance-lock", cause.id());
    assertEquals(CauseState.CONFIRMED, cause.state());
  }

  @Test
  void listsItsCheckBesideOurs() {
    BackupDiagnosis diagnosis = BackupDiagnosis.builder().build();

    assertTrue(
        diagnosis.catalog().checks().stream()
            .anyMatch(check -> check.proves().contains("corp.maintenance-lock")));
    assertTrue(
        diagnosis.diagnostics().stream()
            .anyMatch(rule -> rule.checks().contains("guest.corp.maintenance-lock")));
  }

  @Test
  void confirmsNothingOnAHealthyGuest() {
    Report report = diagnose(FakeGuest.live());

    assertFalse(report.hasConfirmedCause());
    assertTrue(
        report.causes().stream()
            .anyMatch(
                cause ->
                    cause.id().equals("corp.maintenance-lock")
                        && cause.state() == CauseState.RULED_OUT));
  }

  private static Report diagnose(GuestConnection guest) {
    return BackupDiagnosis.builder()
        .connect(GuestConnection.class, guest)
        .build()
        .diagnose(REQUEST);
  }
}
