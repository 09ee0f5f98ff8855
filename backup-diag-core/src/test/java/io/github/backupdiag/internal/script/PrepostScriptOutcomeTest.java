package io.github.backupdiag.internal.script;

import static io.github.backupdiag.internal.rules.VerdictEvidence.evidence;
import static io.github.backupdiag.internal.script.Scripts.CONFIG;
import static io.github.backupdiag.internal.script.Scripts.POST;
import static io.github.backupdiag.internal.script.Scripts.PRE;
import static io.github.backupdiag.internal.script.Scripts.gone;
import static io.github.backupdiag.internal.script.Scripts.rights;
import static io.github.backupdiag.internal.script.Scripts.with;
import static io.github.backupdiag.internal.snapshot.Night.code;
import static io.github.backupdiag.internal.snapshot.Night.line;
import static io.github.backupdiag.internal.snapshot.Night.log;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.diagnostic.Confidence;
import io.github.backupdiag.diagnostic.When;
import io.github.backupdiag.fact.UnavailableReason;
import io.github.backupdiag.fact.guest.SnapshotFacts;
import io.github.backupdiag.fact.guest.SnapshotScripts;
import io.github.backupdiag.internal.snapshot.Night;
import io.github.backupdiag.testkit.CheckedVerdict;
import io.github.backupdiag.testkit.DiagnosticTester;
import org.junit.jupiter.api.Test;

/** Scripts that failed, took too long, or were left out. */
class PrepostScriptOutcomeTest {

  private final DiagnosticTester failed = Night.rule(new PrepostScriptFailed());
  private final DiagnosticTester timeout = Night.rule(new PrepostScriptTimeout());
  private final DiagnosticTester skipped = Scripts.rule(new PrepostScriptSilentlySkipped());

  @Test
  void confirmsAScriptThatFailedByItsLineOrCode() {
    log(
            Scripts.healthy(failed),
            line("pp-script-errorcode", "Postscript for ScriptRunner failed with error code: 1 ."))
        .expectConfirmed(When.AT_FAILURE, Confidence.LIKELY)
        .withArgument("file", "/opt/post");
    code(Scripts.healthy(failed), 300)
        .expectConfirmed(When.AT_FAILURE, Confidence.LIKELY)
        .withArgument("file", "/opt/pre");
  }

  @Test
  void doesNotBlameAScriptWithoutATraceOrThatIsNotThere() {
    Scripts.healthy(failed).expectInconclusive();
    code(Scripts.healthy(failed), 316).expectInconclusive();
    code(with(failed, CONFIG, gone(PRE), POST), 300).expectInconclusive();
    failed
        .givenUnavailable(SnapshotFacts.SCRIPTS, UnavailableReason.NOT_RECORDED)
        .expectInconclusive();
  }

  @Test
  void confirmsAScriptThatTookTooLongAndTellsItsLimit() {
    CheckedVerdict verdict =
        code(Scripts.healthy(timeout), 309).expectConfirmed(When.AT_FAILURE, Confidence.LIKELY);
    verdict.withArgument("file", "/opt/post");
    assertThat(evidence(verdict).get(0).text().arguments()).containsEntry("seconds", "30");
    code(Scripts.healthy(timeout), 310).expectConfirmed(When.AT_FAILURE, Confidence.LIKELY);
  }

  @Test
  void namesTheLimitThatWasReachedFirst() {
    SnapshotScripts.Host host = new SnapshotScripts.Host(1, 12L);
    CheckedVerdict verdict =
        code(Scripts.with(timeout, host), 310).expectConfirmed(When.AT_FAILURE, Confidence.LIKELY);
    assertThat(evidence(verdict).get(0).text().arguments()).containsEntry("seconds", "12");
    assertThat(evidence(verdict).get(0).file()).isEqualTo("/x/h.conf");
    verdict =
        code(Scripts.with(timeout, new SnapshotScripts.Host(1, null)), 308)
            .expectConfirmed(When.AT_FAILURE, Confidence.LIKELY);
    assertThat(evidence(verdict).get(0).text().arguments()).containsEntry("seconds", "30");
  }

  @Test
  void hintsAtAPluginHostThatStartsNothing() {
    assertThat(
            evidence(
                Scripts.with(skipped, new SnapshotScripts.Host(0, 1800L)).expectInconclusive()))
        .hasSize(1);
    Scripts.with(skipped, (SnapshotScripts.Host) null).expectRuledOut(When.NOW);
  }

  @Test
  void takesALimitAloneForNothing() {
    assertThat(evidence(Scripts.healthy(timeout).expectInconclusive())).isEmpty();
    timeout
        .givenUnavailable(SnapshotFacts.SCRIPTS, UnavailableReason.NOT_RECORDED)
        .expectInconclusive();
  }

  @Test
  void neverConfirmsThatScriptsWereSkipped() {
    assertThat(
            evidence(with(skipped, CONFIG, gone(PRE), rights(POST, 0, 0777)).expectInconclusive()))
        .hasSize(2);
    skipped
        .givenUnavailable(SnapshotFacts.SCRIPTS, UnavailableReason.NOT_RECORDED)
        .expectInconclusive();
  }

  @Test
  void rulesOutWhereNothingIsBrokenOrUsed() {
    Scripts.healthy(skipped).expectRuledOut(When.NOW);
    Scripts.unused(skipped).expectRuledOut(When.NOW);
    code(Scripts.unused(timeout), 308).expectRuledOut(When.NOW);
    code(Scripts.unused(failed), 300).expectRuledOut(When.NOW);
  }
}
