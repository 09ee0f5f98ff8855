package io.github.backupdiag.internal.extension;

import static io.github.backupdiag.internal.rules.VerdictEvidence.evidence;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.fact.UnavailableReason;
import io.github.backupdiag.fact.backup.BackupFacts;
import io.github.backupdiag.fact.guest.ExtensionFacts;
import io.github.backupdiag.fact.guest.ExtensionRun;
import io.github.backupdiag.fact.guest.ExtensionRun.End;
import io.github.backupdiag.internal.rules.Samples;
import io.github.backupdiag.testkit.DiagnosticTester;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class BackupExtensionDefectTest {

  private final DiagnosticTester rule =
      DiagnosticTester.of(new BackupExtensionDefect())
          .wordedBy()
          .given(BackupFacts.WINDOW, Samples.WINDOW);

  private static ExtensionRun run(Instant start, String exception) {
    return new ExtensionRun("/x.log", start, start, 3, "last", End.BROKEN_OFF, exception);
  }

  @Test
  void suspectsAnExceptionOfThatNight() {
    assertThat(
            evidence(
                rule.given(ExtensionFacts.RUN, run(Samples.NIGHT, "KeyError: 'x'"))
                    .expectInconclusive()))
        .singleElement()
        .satisfies(hint -> assertThat(hint.excerpt()).isEqualTo("KeyError: 'x'"));
  }

  @Test
  void isSilentOtherwise() {
    assertThat(
            evidence(rule.given(ExtensionFacts.RUN, run(Samples.NIGHT, null)).expectInconclusive()))
        .isEmpty();
    assertThat(
            evidence(
                rule.given(ExtensionFacts.RUN, run(Samples.NIGHT.minusSeconds(1), "KeyError"))
                    .expectInconclusive()))
        .isEmpty();
    assertThat(evidence(rule.expectInconclusive())).isEmpty();
  }

  @Test
  void doesNotJudgeWhatMayNotBeRead() {
    rule.givenUnavailable(ExtensionFacts.RUN, UnavailableReason.NOT_PERMITTED).expectInconclusive();
  }

  @Test
  void keepsTheContractOfRules() {
    rule.checkContract();
  }
}
