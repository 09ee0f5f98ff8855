package io.github.backupdiag.internal.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.fact.UnavailableReason;
import io.github.backupdiag.fact.backup.BackupFacts;
import io.github.backupdiag.fact.guest.AgentProcesses;
import io.github.backupdiag.fact.guest.AgentServiceLog;
import io.github.backupdiag.fact.guest.AgentUnit;
import io.github.backupdiag.fact.guest.GuestFacts;
import io.github.backupdiag.internal.rules.RuleTester;
import io.github.backupdiag.internal.rules.Samples;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class GuestAgentMaskedTest {

  private static final String LINK = "/etc/systemd/system/waagent.service";
  private static final Instant LAST_LINE = Samples.NIGHT;

  private final RuleTester rule =
      RuleTester.of(new GuestAgentMasked())
          .given(GuestFacts.AGENT_LOG, Samples.log(LAST_LINE))
          .givenUnavailable(GuestFacts.AGENT_PROCESSES, UnavailableReason.NOT_RECORDED);

  @Test
  void confirmsAMaskedUnitWhoseAgentFellSilent() {
    RuleTester test =
        rule.given(GuestFacts.AGENT_UNIT, masked(null))
            .given(BackupFacts.REFERENCE_TIME, LAST_LINE.plus(Duration.ofHours(7)));
    assertThat(test.summary()).isEqualTo("confirmed LIKELY NOW");
    assertThat(test.evidence().get(0).file()).isEqualTo(LINK);
    assertThat(test.evidence().get(1).text().arguments()).containsEntry("minutes", "420");
    assertThat(test.argument("unit")).isEqualTo("waagent");
  }

  @Test
  void confirmsAMaskedUnitWhoseLinkIsNewerThanTheLog() {
    RuleTester test =
        rule.given(GuestFacts.AGENT_UNIT, masked(LAST_LINE.plusSeconds(30)))
            .given(BackupFacts.REFERENCE_TIME, LAST_LINE);
    assertThat(test.summary()).isEqualTo("confirmed LIKELY NOW");
  }

  @Test
  void confirmsAMaskedUnitThatWasStopped() {
    RuleTester test =
        rule.given(GuestFacts.AGENT_UNIT, masked(null))
            .given(
                GuestFacts.AGENT_SERVICE_LOG,
                new AgentServiceLog(
                    "/var/log/waagent.log", 8, "signal 15", true, LAST_LINE, Duration.ZERO));
    assertThat(test.summary()).isEqualTo("confirmed LIKELY NOW");
    assertThat(test.evidence().get(1).file()).isEqualTo("/var/log/waagent.log");
  }

  @Test
  void confirmsAMaskedUnitWithAnAgreeingCode() {
    RuleTester test =
        rule.given(GuestFacts.AGENT_UNIT, masked(null))
            .given(
                BackupFacts.MATCHES, List.of(Samples.code("UserErrorGuestAgentStatusUnavailable")));
    assertThat(test.summary()).isEqualTo("confirmed LIKELY NOW");
  }

  @Test
  void confirmsAMaskedUnitWithoutAnyLog() {
    RuleTester test =
        rule.given(GuestFacts.AGENT_UNIT, masked(null)).givenAbsent(GuestFacts.AGENT_LOG);
    assertThat(test.summary()).isEqualTo("confirmed LIKELY NOW");
  }

  @Test
  void doesNotBelieveAMaskBesideALogThatGoesOn() {
    RuleTester test =
        rule.given(GuestFacts.AGENT_UNIT, masked(LAST_LINE.minus(Duration.ofDays(30))))
            .given(BackupFacts.REFERENCE_TIME, LAST_LINE.plusSeconds(60));
    assertThat(test.summary()).isEqualTo("inconclusive with a hint");
  }

  @Test
  void doesNotBelieveAMaskBesideARunningProcess() {
    RuleTester test =
        rule.given(GuestFacts.AGENT_UNIT, masked(null))
            .given(BackupFacts.REFERENCE_TIME, LAST_LINE.plus(Duration.ofHours(7)))
            .given(GuestFacts.AGENT_PROCESSES, new AgentProcesses(List.of(812L), List.of()));
    assertThat(test.summary()).isEqualTo("inconclusive with a hint");
  }

  @Test
  void wantsTwoFurtherTracesForADisabledUnit() {
    RuleTester silent =
        rule.given(GuestFacts.AGENT_UNIT, unit(AgentUnit.State.DISABLED, null))
            .given(BackupFacts.REFERENCE_TIME, LAST_LINE.plus(Duration.ofHours(7)));
    assertThat(silent.summary()).isEqualTo("inconclusive with a hint");
    assertThat(
            silent
                .given(
                    BackupFacts.MATCHES,
                    List.of(Samples.code("UserErrorGuestAgentStatusUnavailable")))
                .summary())
        .isEqualTo("confirmed LIKELY NOW");
  }

  @Test
  void saysNothingOfAnEnabledUnit() {
    RuleTester test =
        rule.given(GuestFacts.AGENT_UNIT, unit(AgentUnit.State.ENABLED, null))
            .given(BackupFacts.REFERENCE_TIME, LAST_LINE.plus(Duration.ofDays(9)));
    assertThat(test.summary()).isEqualTo("not applicable");
    assertThat(rule.givenAbsent(GuestFacts.AGENT_UNIT).summary()).isEqualTo("not applicable");
  }

  @Test
  void doesNotJudgeAnUnreadableUnit() {
    assertThat(
            rule.givenUnavailable(GuestFacts.AGENT_UNIT, UnavailableReason.NOT_PERMITTED).summary())
        .isEqualTo("inconclusive");
  }

  private static AgentUnit masked(@Nullable Instant changed) {
    return unit(AgentUnit.State.MASKED, changed);
  }

  private static AgentUnit unit(AgentUnit.State state, @Nullable Instant changed) {
    return new AgentUnit("waagent", state, LINK, changed);
  }
}
