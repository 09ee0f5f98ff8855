package io.github.backupdiag.internal.agent;

import static io.github.backupdiag.internal.rules.VerdictEvidence.evidence;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.diagnostic.Confidence;
import io.github.backupdiag.diagnostic.When;
import io.github.backupdiag.fact.UnavailableReason;
import io.github.backupdiag.fact.backup.BackupFacts;
import io.github.backupdiag.fact.guest.AgentProcesses;
import io.github.backupdiag.fact.guest.AgentServiceLog;
import io.github.backupdiag.fact.guest.AgentUnit;
import io.github.backupdiag.fact.guest.GuestFacts;
import io.github.backupdiag.internal.rules.Samples;
import io.github.backupdiag.testkit.CheckedVerdict;
import io.github.backupdiag.testkit.DiagnosticTester;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class GuestAgentMaskedTest {

  private static final String LINK = "/etc/systemd/system/waagent.service";
  private static final Instant LAST_LINE = Samples.NIGHT;

  private final DiagnosticTester rule =
      DiagnosticTester.of(new GuestAgentMasked())
          .wordedBy()
          .given(GuestFacts.AGENT_LOG, Samples.log(LAST_LINE))
          .givenUnavailable(GuestFacts.AGENT_PROCESSES, UnavailableReason.NOT_RECORDED);

  @Test
  void confirmsAMaskedUnitWhoseAgentFellSilent() {
    CheckedVerdict verdict =
        rule.given(GuestFacts.AGENT_UNIT, masked(null))
            .given(BackupFacts.REFERENCE_TIME, LAST_LINE.plus(Duration.ofHours(7)))
            .expectConfirmed(When.NOW, Confidence.LIKELY);
    assertThat(evidence(verdict).get(0).file()).isEqualTo(LINK);
    assertThat(evidence(verdict).get(1).text().arguments()).containsEntry("minutes", "420");
    verdict.withArgument("unit", "waagent");
  }

  @Test
  void confirmsAMaskedUnitWhoseLinkIsNewerThanTheLog() {
    rule.given(GuestFacts.AGENT_UNIT, masked(LAST_LINE.plusSeconds(30)))
        .given(BackupFacts.REFERENCE_TIME, LAST_LINE)
        .expectConfirmed(When.NOW, Confidence.LIKELY);
  }

  @Test
  void confirmsAMaskedUnitThatWasStopped() {
    CheckedVerdict verdict =
        rule.given(GuestFacts.AGENT_UNIT, masked(null))
            .given(
                GuestFacts.AGENT_SERVICE_LOG,
                new AgentServiceLog(
                    "/var/log/waagent.log", 8, "signal 15", true, LAST_LINE, Duration.ZERO))
            .expectConfirmed(When.NOW, Confidence.LIKELY);
    assertThat(evidence(verdict).get(1).file()).isEqualTo("/var/log/waagent.log");
  }

  @Test
  void confirmsAMaskedUnitWithAnAgreeingCode() {
    rule.given(GuestFacts.AGENT_UNIT, masked(null))
        .given(BackupFacts.MATCHES, List.of(Samples.code("UserErrorGuestAgentStatusUnavailable")))
        .expectConfirmed(When.NOW, Confidence.LIKELY);
  }

  @Test
  void confirmsAMaskedUnitWithoutAnyLog() {
    rule.given(GuestFacts.AGENT_UNIT, masked(null))
        .givenAbsent(GuestFacts.AGENT_LOG)
        .expectConfirmed(When.NOW, Confidence.LIKELY);
  }

  @Test
  void doesNotBelieveAMaskBesideALogThatGoesOn() {
    assertThat(
            evidence(
                rule.given(GuestFacts.AGENT_UNIT, masked(LAST_LINE.minus(Duration.ofDays(30))))
                    .given(BackupFacts.REFERENCE_TIME, LAST_LINE.plusSeconds(60))
                    .expectInconclusive()))
        .isNotEmpty();
  }

  @Test
  void doesNotBelieveAMaskBesideARunningProcess() {
    assertThat(
            evidence(
                rule.given(GuestFacts.AGENT_UNIT, masked(null))
                    .given(BackupFacts.REFERENCE_TIME, LAST_LINE.plus(Duration.ofHours(7)))
                    .given(GuestFacts.AGENT_PROCESSES, new AgentProcesses(List.of(812L), List.of()))
                    .expectInconclusive()))
        .isNotEmpty();
  }

  @Test
  void doesNotBlameADisabledUnitWhoseProcessRuns() {
    rule.given(GuestFacts.AGENT_UNIT, unit(AgentUnit.State.DISABLED, null))
        .given(BackupFacts.REFERENCE_TIME, LAST_LINE.plus(Duration.ofHours(7)))
        .given(BackupFacts.MATCHES, List.of(Samples.code("UserErrorGuestAgentStatusUnavailable")))
        .given(GuestFacts.AGENT_PROCESSES, new AgentProcesses(List.of(812L), List.of(1044L)))
        .expectInconclusive();
  }

  @Test
  void wantsTwoFurtherTracesForADisabledUnit() {
    DiagnosticTester silent =
        rule.given(GuestFacts.AGENT_UNIT, unit(AgentUnit.State.DISABLED, null))
            .given(BackupFacts.REFERENCE_TIME, LAST_LINE.plus(Duration.ofHours(7)));
    assertThat(evidence(silent.expectInconclusive())).isNotEmpty();
    silent
        .given(BackupFacts.MATCHES, List.of(Samples.code("UserErrorGuestAgentStatusUnavailable")))
        .expectConfirmed(When.NOW, Confidence.LIKELY);
  }

  @Test
  void confirmsAUnitHeldBackByAConditionWhoseAgentDoesNotRun() {
    rule.given(GuestFacts.AGENT_UNIT, unit(AgentUnit.State.HELD_BACK, null))
        .given(GuestFacts.AGENT_PROCESSES, new AgentProcesses(List.of(), List.of()))
        .expectConfirmed(When.NOW, Confidence.LIKELY);
    assertThat(
            evidence(
                rule.given(GuestFacts.AGENT_UNIT, unit(AgentUnit.State.HELD_BACK, null))
                    .expectInconclusive()))
        .isNotEmpty();
  }

  @Test
  void saysNothingOfAnEnabledUnit() {
    rule.given(GuestFacts.AGENT_UNIT, unit(AgentUnit.State.ENABLED, null))
        .given(BackupFacts.REFERENCE_TIME, LAST_LINE.plus(Duration.ofDays(9)))
        .expectNotApplicable();
    rule.givenAbsent(GuestFacts.AGENT_UNIT).expectNotApplicable();
  }

  @Test
  void doesNotJudgeAnUnreadableUnit() {
    assertThat(
            evidence(
                rule.givenUnavailable(GuestFacts.AGENT_UNIT, UnavailableReason.NOT_PERMITTED)
                    .expectInconclusive()))
        .isEmpty();
  }

  private static AgentUnit masked(@Nullable Instant changed) {
    return unit(AgentUnit.State.MASKED, changed);
  }

  private static AgentUnit unit(AgentUnit.State state, @Nullable Instant changed) {
    return new AgentUnit("waagent", state, LINK, changed);
  }
}
