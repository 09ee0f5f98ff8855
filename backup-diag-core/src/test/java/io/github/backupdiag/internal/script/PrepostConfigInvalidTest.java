package io.github.backupdiag.internal.script;

import static io.github.backupdiag.internal.rules.VerdictEvidence.evidence;
import static io.github.backupdiag.internal.script.Scripts.CONFIG;
import static io.github.backupdiag.internal.script.Scripts.HOST;
import static io.github.backupdiag.internal.script.Scripts.scripts;
import static io.github.backupdiag.internal.snapshot.Night.code;
import static io.github.backupdiag.internal.snapshot.Night.line;
import static io.github.backupdiag.internal.snapshot.Night.log;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.diagnostic.Confidence;
import io.github.backupdiag.diagnostic.When;
import io.github.backupdiag.fact.UnavailableReason;
import io.github.backupdiag.fact.guest.SnapshotFacts;
import io.github.backupdiag.internal.snapshot.Night;
import io.github.backupdiag.testkit.CheckedVerdict;
import io.github.backupdiag.testkit.DiagnosticTester;
import org.junit.jupiter.api.Test;

class PrepostConfigInvalidTest {

  private final DiagnosticTester rule = Night.rule(new PrepostConfigInvalid());

  @Test
  void confirmsABrokenConfigurationWithItsCodeOrLine() {
    CheckedVerdict verdict = code(broken(), 305).expectConfirmed(When.NOW, Confidence.LIKELY);
    verdict.withArgument("file", "/etc/azure/c.json");
    assertThat(evidence(verdict).get(0).line()).isEqualTo(3);
    log(broken(), line("pp-cant-run", "Cant run prescript for ScriptRunner"))
        .expectConfirmed(When.NOW, Confidence.LIKELY);
  }

  @Test
  void confirmsABrokenPluginHost() {
    code(rule.given(SnapshotFacts.SCRIPTS, scripts(CONFIG, HOST, null, "line 2", Scripts.PRE)), 304)
        .expectConfirmed(When.NOW, Confidence.LIKELY)
        .withArgument("file", "/x/h.conf");
  }

  @Test
  void takesABrokenConfigurationAloneForAHint() {
    assertThat(evidence(broken().expectInconclusive())).hasSize(1);
    assertThat(evidence(code(broken(), 316).expectInconclusive())).hasSize(1);
  }

  @Test
  void rulesOutAValidConfigurationAndAnUnusedFeature() {
    code(Scripts.healthy(rule), 305).expectRuledOut(When.NOW);
    code(Scripts.unused(rule), 316).expectRuledOut(When.NOW);
  }

  @Test
  void doesNotJudgeWhatCouldNotBeRead() {
    code(rule, 305)
        .given(SnapshotFacts.SCRIPTS, scripts(CONFIG, HOST, null, null))
        .expectInconclusive();
    code(rule, 305)
        .givenUnavailable(SnapshotFacts.SCRIPTS, UnavailableReason.NOT_PERMITTED)
        .expectInconclusive();
  }

  private DiagnosticTester broken() {
    return rule.given(SnapshotFacts.SCRIPTS, scripts(CONFIG, HOST, "json", null));
  }
}
