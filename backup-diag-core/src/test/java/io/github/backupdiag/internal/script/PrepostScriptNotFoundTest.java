package io.github.backupdiag.internal.script;

import static io.github.backupdiag.internal.rules.VerdictEvidence.evidence;
import static io.github.backupdiag.internal.script.Scripts.CONFIG;
import static io.github.backupdiag.internal.script.Scripts.POST;
import static io.github.backupdiag.internal.script.Scripts.PRE;
import static io.github.backupdiag.internal.script.Scripts.gone;
import static io.github.backupdiag.internal.script.Scripts.with;
import static io.github.backupdiag.internal.snapshot.Night.code;
import static io.github.backupdiag.internal.snapshot.Night.line;
import static io.github.backupdiag.internal.snapshot.Night.log;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.diagnostic.Confidence;
import io.github.backupdiag.diagnostic.When;
import io.github.backupdiag.fact.UnavailableReason;
import io.github.backupdiag.fact.guest.SnapshotFacts;
import io.github.backupdiag.fact.guest.SnapshotScripts.Role;
import io.github.backupdiag.fact.guest.SnapshotScripts.ScriptFile;
import io.github.backupdiag.fact.guest.SnapshotScripts.State;
import io.github.backupdiag.internal.snapshot.Night;
import io.github.backupdiag.testkit.CheckedVerdict;
import io.github.backupdiag.testkit.DiagnosticTester;
import org.junit.jupiter.api.Test;

class PrepostScriptNotFoundTest {

  private final DiagnosticTester rule = Night.rule(new PrepostScriptNotFound());

  @Test
  void confirmsAScriptThatIsGoneWithItsCodeOrLine() {
    code(with(rule, CONFIG, gone(PRE), POST), 302)
        .expectConfirmed(When.NOW, Confidence.LIKELY)
        .withArgument("file", "/opt/pre");
    log(
            with(rule, CONFIG, PRE, gone(POST)),
            line("pp-post-missing", "Postscript file does not exist in the location /opt/post"))
        .expectConfirmed(When.NOW, Confidence.LIKELY);
  }

  @Test
  void confirmsATemplateWithoutPaths() {
    ScriptFile empty = new ScriptFile(Role.PRE, "", State.ABSENT, null, null);
    CheckedVerdict verdict =
        code(with(rule, CONFIG, empty, POST), 302).expectConfirmed(When.NOW, Confidence.LIKELY);
    assertThat(evidence(verdict).get(0).file()).isEqualTo("/etc/azure/c.json");
  }

  @Test
  void takesAMissingScriptAloneOrWithTheOtherCodeForAHint() {
    assertThat(evidence(with(rule, CONFIG, gone(PRE), POST).expectInconclusive())).hasSize(1);
    assertThat(evidence(code(with(rule, CONFIG, gone(PRE), POST), 303).expectInconclusive()))
        .hasSize(1);
  }

  @Test
  void rulesOutScriptsThatAreThereAndAnUnusedFeature() {
    code(Scripts.healthy(rule), 302).expectRuledOut(When.NOW);
    code(Scripts.unused(rule), 302).expectRuledOut(When.NOW);
  }

  @Test
  void doesNotMissWhatCouldNotBeLookedFor() {
    ScriptFile unknown = new ScriptFile(Role.PRE, "/opt/pre", State.UNKNOWN, null, null);
    assertThat(evidence(code(with(rule, CONFIG, unknown, POST), 302).expectInconclusive()))
        .isEmpty();
    rule.givenUnavailable(SnapshotFacts.SCRIPTS, UnavailableReason.NOT_PERMITTED)
        .expectInconclusive();
  }
}
