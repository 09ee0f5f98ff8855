package io.github.backupdiag.internal.script;

import static io.github.backupdiag.internal.rules.VerdictEvidence.evidence;
import static io.github.backupdiag.internal.script.Scripts.CONFIG;
import static io.github.backupdiag.internal.script.Scripts.HOST;
import static io.github.backupdiag.internal.script.Scripts.POST;
import static io.github.backupdiag.internal.script.Scripts.PRE;
import static io.github.backupdiag.internal.script.Scripts.rights;
import static io.github.backupdiag.internal.script.Scripts.with;
import static io.github.backupdiag.internal.snapshot.Night.DAYS_AGO;
import static io.github.backupdiag.internal.snapshot.Night.FREEZE;
import static io.github.backupdiag.internal.snapshot.Night.code;
import static io.github.backupdiag.internal.snapshot.Night.line;
import static io.github.backupdiag.internal.snapshot.Night.log;
import static io.github.backupdiag.internal.snapshot.Night.seen;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.diagnostic.Confidence;
import io.github.backupdiag.diagnostic.When;
import io.github.backupdiag.fact.UnavailableReason;
import io.github.backupdiag.fact.guest.SnapshotFacts;
import io.github.backupdiag.internal.snapshot.Night;
import io.github.backupdiag.testkit.CheckedVerdict;
import io.github.backupdiag.testkit.DiagnosticTester;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrepostPermissionsWrongTest {

  private final DiagnosticTester rule = Night.rule(new PrepostPermissionsWrong());

  @Test
  void confirmsAWrongModeWithTheCodeOfThatFile() {
    CheckedVerdict verdict =
        code(with(rule, CONFIG, rights(PRE, 0, 0755), POST), 306)
            .expectConfirmed(When.NOW, Confidence.LIKELY);
    verdict.withArgument("file", "/opt/pre");
    assertThat(evidence(verdict).get(0).excerpt()).isEqualTo("uid 0, mode 755");
    code(with(rule, CONFIG, PRE, rights(POST, 1000, 0700)), 307)
        .expectConfirmed(When.NOW, Confidence.LIKELY)
        .withArgument("path", "/opt/post");
  }

  @Test
  void doesNotOfferTheStepsForAScriptTheConfiguration() {
    CheckedVerdict verdict =
        code(with(rule, rights(CONFIG, 0, 0644), PRE, POST), 317)
            .expectConfirmed(When.NOW, Confidence.LIKELY);
    assertThat(((io.github.backupdiag.diagnostic.Verdict.Confirmed) verdict.verdict()).arguments())
        .containsOnlyKeys("file");
  }

  @Test
  void confirmsThePluginHost() {
    code(
            rule.given(
                SnapshotFacts.SCRIPTS,
                Scripts.scripts(CONFIG, rights(HOST, 0, 0664), null, null, PRE, POST)),
            314)
        .expectConfirmed(When.NOW, Confidence.LIKELY)
        .withArgument("file", "/x/h.conf");
  }

  @Test
  void confirmsWithACodeOrLineOfThatNight() {
    DiagnosticTester wrong = with(rule, CONFIG, rights(PRE, 0, 0755), POST);
    seen(wrong, 306, FREEZE).expectConfirmed(When.NOW, Confidence.LIKELY);
    log(wrong, line("pp-pre-perm", "Prescript file does not have desired permissions"))
        .expectConfirmed(When.NOW, Confidence.LIKELY);
  }

  @Test
  void takesWrongRightsAloneOrWithTheCodeOfAnotherFileForAHint() {
    DiagnosticTester wrong = with(rule, CONFIG, rights(PRE, 0, 0755), POST);
    assertThat(evidence(wrong.expectInconclusive())).hasSize(1);
    assertThat(evidence(code(wrong, 317).expectInconclusive())).hasSize(1);
    assertThat(evidence(seen(wrong, 306, DAYS_AGO).expectInconclusive())).hasSize(1);
  }

  @Test
  void rulesOutRightRightsAndAnUnusedFeature() {
    code(Scripts.healthy(rule), 306).expectRuledOut(When.NOW);
    code(Scripts.unused(rule), 306).expectRuledOut(When.NOW);
  }

  @Test
  void doesNotJudgeRightsThatACopyDoesNotKnow() {
    assertThat(
            evidence(
                code(with(rule, CONFIG, rights(PRE, null, null), POST), 306).expectInconclusive()))
        .isEmpty();
    code(rule, 306)
        .givenUnavailable(SnapshotFacts.SCRIPTS, UnavailableReason.NOT_PERMITTED)
        .expectInconclusive();
  }

  @ParameterizedTest
  @CsvSource({
    "CONFIG, 600, false",
    "CONFIG, 400, false",
    "CONFIG, 700, true",
    "CONFIG, 640, true",
    "HOST, 644, false",
    "HOST, 755, true",
    "HOST, 664, true",
    "HOST, 700, false",
    "PRE, 700, false",
    "PRE, 500, false",
    "PRE, 4700, false",
    "PRE, 750, true",
    "POST, 701, true",
  })
  void holdsEachFileToTheRuleOfTheExtension(String role, String mode, boolean wrong) {
    var file =
        new io.github.backupdiag.fact.guest.SnapshotScripts.ScriptFile(
            io.github.backupdiag.fact.guest.SnapshotScripts.Role.valueOf(role),
            "/f",
            io.github.backupdiag.fact.guest.SnapshotScripts.State.PRESENT,
            0,
            Integer.parseInt(mode, 8));
    assertThat(file.hasWrongRights()).isEqualTo(wrong);
    assertThat(rights(file, 5, 0).hasWrongRights()).isTrue();
  }
}
