package io.github.backupdiag.internal.agent;

import static io.github.backupdiag.internal.rules.VerdictEvidence.evidence;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.diagnostic.Confidence;
import io.github.backupdiag.diagnostic.When;
import io.github.backupdiag.fact.UnavailableReason;
import io.github.backupdiag.fact.backup.BackupFacts;
import io.github.backupdiag.fact.backup.LogEvents;
import io.github.backupdiag.fact.guest.AgentFacts;
import io.github.backupdiag.fact.guest.GuestFacts;
import io.github.backupdiag.fact.guest.InlineComment;
import io.github.backupdiag.internal.rules.Samples;
import io.github.backupdiag.testkit.DiagnosticTester;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class AgentConfigInlineCommentsTest {

  private static final Instant NIGHT = Samples.NIGHT;
  private static final InlineComment COMMENT =
      new InlineComment(
          "/etc/waagent.conf", 12, "OS.OpensslPath", "None", "OS.OpensslPath=None  # default");
  private static final String LINE = "ERROR Result: /bin/sh: 1: None: not found";

  private final DiagnosticTester rule =
      DiagnosticTester.of(new AgentConfigInlineComments())
          .wordedBy()
          .given(BackupFacts.WINDOW, Samples.WINDOW);

  @Test
  void confirmsAValueThatWasRunAsAProgram() {
    rule.given(AgentFacts.INLINE_COMMENTS, List.of(COMMENT))
        .given(GuestFacts.AGENT_LOG, log("wa-tool-not-found", 5, LINE))
        .expectConfirmed(When.AT_FAILURE, Confidence.LIKELY)
        .withEvidence("/etc/waagent.conf", 12)
        .withEvidence("/var/log/waagent.log", 17);
  }

  @Test
  void findsCommentsAloneHarmless() {
    assertThat(
            evidence(
                rule.given(AgentFacts.INLINE_COMMENTS, List.of(COMMENT))
                    .given(GuestFacts.AGENT_LOG, log("wa-tool-not-found", -500, LINE))
                    .expectInconclusive()))
        .isEmpty();
  }

  @Test
  void rulesOutAFileWithoutThem() {
    rule.given(AgentFacts.INLINE_COMMENTS, List.of()).expectRuledOut(When.NOW);
  }

  @Test
  void doesNotJudgeWithoutTheFile() {
    rule.givenAbsent(AgentFacts.INLINE_COMMENTS).expectInconclusive();
    rule.givenUnavailable(AgentFacts.INLINE_COMMENTS, UnavailableReason.NOT_PERMITTED)
        .expectInconclusive();
  }

  private static LogEvents log(String signature, long minutes, String text) {
    return Samples.log(
        NIGHT.plus(Duration.ofMinutes(minutes)),
        Samples.agentLine(signature, NIGHT.plus(Duration.ofMinutes(minutes)), text));
  }
}
