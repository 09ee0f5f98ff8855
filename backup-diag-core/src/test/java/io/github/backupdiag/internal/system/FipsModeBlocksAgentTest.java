package io.github.backupdiag.internal.system;

import static io.github.backupdiag.internal.rules.VerdictEvidence.evidence;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.diagnostic.Confidence;
import io.github.backupdiag.diagnostic.When;
import io.github.backupdiag.fact.UnavailableReason;
import io.github.backupdiag.fact.backup.BackupFacts;
import io.github.backupdiag.fact.backup.LogEvents;
import io.github.backupdiag.fact.guest.AgentFacts;
import io.github.backupdiag.fact.guest.FipsMode;
import io.github.backupdiag.fact.guest.GuestFacts;
import io.github.backupdiag.internal.rules.Samples;
import io.github.backupdiag.testkit.DiagnosticTester;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class FipsModeBlocksAgentTest {

  private static final Instant NIGHT = Samples.NIGHT;
  private static final String CIPHER =
      "error:060740A0:digital envelope routines:EVP_PBE_CipherInit:unknown cipher:evp_pbe.c:186:";

  private final DiagnosticTester rule =
      DiagnosticTester.of(new FipsModeBlocksAgent())
          .wordedBy()
          .given(BackupFacts.WINDOW, Samples.WINDOW);

  @Test
  void confirmsARefusedCipherInFipsMode() {
    rule.given(AgentFacts.FIPS, fips(true))
        .given(GuestFacts.AGENT_LOG, log("wa-openssl-evp", 5, CIPHER))
        .expectConfirmed(When.AT_FAILURE, Confidence.LIKELY)
        .withEvidence("/var/log/waagent.log", 17)
        .withEvidence("/proc/sys/crypto/fips_enabled", 1);
  }

  @Test
  void findsFipsModeAloneHarmless() {
    assertThat(evidence(rule.given(AgentFacts.FIPS, fips(true)).expectInconclusive())).isEmpty();
    rule.given(AgentFacts.FIPS, fips(true))
        .given(GuestFacts.AGENT_LOG, log("wa-openssl-evp", -500, CIPHER))
        .expectInconclusive();
    rule.given(AgentFacts.FIPS, fips(true))
        .given(GuestFacts.AGENT_LOG, log("wa-cert-pfx", 5, "Error converting PFX to PEM"))
        .expectInconclusive();
  }

  @Test
  void rulesOutAKernelOutsideFipsMode() {
    rule.given(AgentFacts.FIPS, fips(false))
        .given(GuestFacts.AGENT_LOG, log("wa-openssl-evp", 5, CIPHER))
        .expectRuledOut(When.NOW);
  }

  @Test
  void doesNotJudgeAnUnknownMode() {
    rule.givenUnavailable(AgentFacts.FIPS, UnavailableReason.NOT_RECORDED).expectInconclusive();
    rule.givenAbsent(AgentFacts.FIPS).expectInconclusive();
  }

  private static FipsMode fips(boolean on) {
    return new FipsMode(on, "/proc/sys/crypto/fips_enabled", 1, on ? "1" : "0");
  }

  private static LogEvents log(String signature, long minutes, String text) {
    return Samples.log(
        NIGHT.plus(Duration.ofMinutes(minutes)),
        Samples.agentLine(signature, NIGHT.plus(Duration.ofMinutes(minutes)), text));
  }
}
