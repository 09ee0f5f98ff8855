package io.github.backupdiag.internal.snapshot;

import static io.github.backupdiag.internal.rules.VerdictEvidence.evidence;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.diagnostic.Confidence;
import io.github.backupdiag.diagnostic.When;
import io.github.backupdiag.fact.UnavailableReason;
import io.github.backupdiag.fact.guest.FreezeHelper;
import io.github.backupdiag.fact.guest.SnapshotFacts;
import io.github.backupdiag.testkit.DiagnosticTester;
import org.junit.jupiter.api.Test;

class FreezeHelperMissingTest {

  private static final String PATH = "/var/lib/waagent/x/main/safefreeze/bin/safefreeze";
  private static final FreezeHelper THERE =
      new FreezeHelper(PATH, true, true, "x86-64", "x86-64", 0755);
  private static final FreezeHelper GONE =
      new FreezeHelper(PATH, false, true, null, "x86-64", null);
  private static final FreezeHelper NOT_COPIED =
      new FreezeHelper(PATH, false, false, null, null, null);

  private final DiagnosticTester rule = DiagnosticTester.of(new FreezeHelperMissing()).wordedBy();
  private final DiagnosticTester hint = DiagnosticTester.of(new FreezeHelperDeleted()).wordedBy();

  @Test
  void confirmsAHelperThatIsGoneOrForeign() {
    with(GONE).expectConfirmed(When.NOW, Confidence.CERTAIN).withArgument("file", PATH);
    with(new FreezeHelper(PATH, true, true, "arm64", "x86-64", null))
        .expectConfirmed(When.NOW, Confidence.CERTAIN);
  }

  @Test
  void rulesOutAHelperThatIsThere() {
    with(THERE).expectRuledOut(When.NOW);
    with(new FreezeHelper(PATH, true, true, null, "x86-64", null)).expectRuledOut(When.NOW);
  }

  @Test
  void takesAMissingRightForAHint() {
    assertThat(
            evidence(
                with(new FreezeHelper(PATH, true, true, "x86-64", "x86-64", 0644))
                    .expectInconclusive()))
        .hasSize(1);
  }

  @Test
  void doesNotMissWhatWasNotCopied() {
    with(NOT_COPIED).expectInconclusive();
    rule.givenUnavailable(SnapshotFacts.FREEZE_HELPER, UnavailableReason.NOT_PERMITTED)
        .expectInconclusive();
    rule.givenAbsent(SnapshotFacts.FREEZE_HELPER).expectNotApplicable();
  }

  @Test
  void aMissingHelperHintsAtDeletedFiles() {
    assertThat(evidence(hint.given(SnapshotFacts.FREEZE_HELPER, GONE).expectInconclusive()))
        .hasSize(1);
    hint.given(SnapshotFacts.FREEZE_HELPER, THERE).expectNotApplicable();
    hint.given(SnapshotFacts.FREEZE_HELPER, NOT_COPIED).expectNotApplicable();
    hint.givenUnavailable(SnapshotFacts.FREEZE_HELPER, UnavailableReason.FAILED)
        .expectInconclusive();
  }

  private DiagnosticTester with(FreezeHelper helper) {
    return rule.given(SnapshotFacts.FREEZE_HELPER, helper);
  }
}
