package io.github.backupdiag.internal.vss;

import static io.github.backupdiag.internal.rules.VerdictEvidence.evidence;
import static io.github.backupdiag.internal.vss.VssSamples.BEFORE;
import static io.github.backupdiag.internal.vss.VssSamples.INSIDE;
import static io.github.backupdiag.internal.vss.VssSamples.SQL;
import static io.github.backupdiag.internal.vss.VssSamples.SYSTEM;
import static io.github.backupdiag.internal.vss.VssSamples.event;
import static io.github.backupdiag.internal.vss.VssSamples.events;
import static io.github.backupdiag.internal.vss.VssSamples.pasted;
import static io.github.backupdiag.internal.vss.VssSamples.whole;
import static io.github.backupdiag.internal.vss.VssSamples.writer;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.diagnostic.Confidence;
import io.github.backupdiag.diagnostic.Verdict;
import io.github.backupdiag.diagnostic.When;
import io.github.backupdiag.fact.UnavailableReason;
import io.github.backupdiag.fact.backup.BackupFacts;
import io.github.backupdiag.fact.backup.CodeMatch;
import io.github.backupdiag.fact.guest.VssWriter;
import io.github.backupdiag.fact.guest.WindowsFacts;
import io.github.backupdiag.internal.rules.Samples;
import io.github.backupdiag.testkit.DiagnosticTester;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VssWriterFailedTest {

  private static final VssWriter FAILED = writer("SqlServerWriter", SQL, 8, "0x800423f4");
  private static final List<CodeMatch> CODE =
      List.of(Samples.code("ExtensionFailedVssWriterInBadState"));

  private final DiagnosticTester rule =
      DiagnosticTester.of(new VssWriterFailed())
          .wordedBy()
          .given(BackupFacts.WINDOW, Samples.WINDOW);

  @Test
  void confirmsAPastedFailureThatACodeAgreesWithButNotForTheTimeOfTheJob() {
    Verdict verdict =
        rule.given(WindowsFacts.VSS_WRITERS, pasted(FAILED))
            .given(BackupFacts.MATCHES, CODE)
            .expectConfirmed(When.NOW, Confidence.LIKELY)
            .withEvidence("input", 3)
            .verdict();

    assertThat(((Verdict.Confirmed) verdict).arguments()).containsEntry("service", "SQLWriter");
  }

  @Test
  void confirmsForTheTimeOfTheJobByAnEventOfThatTime() {
    rule.given(WindowsFacts.EVENTS, events(event("VSS", 8229, INSIDE, "0x800423f4")))
        .given(BackupFacts.MATCHES, CODE)
        .expectConfirmed(When.AT_FAILURE, Confidence.LIKELY);
    rule.given(WindowsFacts.VSS_WRITERS, pasted(FAILED))
        .given(WindowsFacts.EVENTS, events(event("VSS", 8229, INSIDE, "{" + SQL + "}")))
        .expectConfirmed(When.AT_FAILURE, Confidence.LIKELY);
  }

  @Test
  void onlyHintsWithoutACodeOrWithAnEventOfAnotherWriter() {
    assertThat(evidence(rule.given(WindowsFacts.VSS_WRITERS, pasted(FAILED)).expectInconclusive()))
        .hasSize(1);
    rule.given(WindowsFacts.VSS_WRITERS, pasted(FAILED))
        .given(WindowsFacts.EVENTS, events(event("VSS", 8229, INSIDE, "{" + SYSTEM + "}")))
        .expectInconclusive();
    rule.given(WindowsFacts.VSS_WRITERS, pasted(FAILED))
        .given(BackupFacts.MATCHES, List.of(Samples.code("UserErrorVmNotFoundV2")))
        .expectInconclusive();
  }

  @Test
  void takesWhatIsOfAnotherTimeForHistory() {
    rule.given(WindowsFacts.VSS_WRITERS, whole(FAILED), "vssadmin", BEFORE)
        .given(BackupFacts.MATCHES, CODE)
        .expectInconclusive();
    rule.given(WindowsFacts.EVENTS, events(event("VSS", 8229, BEFORE, "0x800423f4")))
        .given(BackupFacts.MATCHES, CODE)
        .expectInconclusive();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5, 12, 13, 14, 15})
  void takesNoOtherStateForAFailureOfTheSnapshot(int state) {
    rule.given(WindowsFacts.VSS_WRITERS, pasted(writer("x", SQL, state, "0x800423f2")))
        .given(BackupFacts.MATCHES, CODE)
        .expectInconclusive();
  }

  @Test
  void takesTheResidueOfAGoodRunForAHintOnly() {
    rule.given(WindowsFacts.VSS_WRITERS, pasted(writer("SqlServerWriter", SQL, 10, "0x800423f2")))
        .expectInconclusive();
  }

  @Test
  void rulesOutByAWholeListOfStableWritersOfThatTime() {
    VssWriter stable = writer("System Writer", SYSTEM, 1, VssWriter.NO_ERROR);

    rule.given(WindowsFacts.VSS_WRITERS, whole(stable), "vssadmin", INSIDE)
        .expectRuledOut(When.NOW);
    rule.given(WindowsFacts.VSS_WRITERS, pasted(stable)).expectInconclusive();
    rule.given(WindowsFacts.VSS_WRITERS, whole(), "vssadmin", INSIDE).expectInconclusive();
  }

  @Test
  void saysNothingUnseen() {
    rule.givenUnavailable(WindowsFacts.VSS_WRITERS, UnavailableReason.NOT_PERMITTED)
        .expectInconclusive();
  }
}
