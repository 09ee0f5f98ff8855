package io.github.backupdiag.internal.extension;

import static io.github.backupdiag.internal.rules.VerdictEvidence.evidence;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.diagnostic.Confidence;
import io.github.backupdiag.diagnostic.When;
import io.github.backupdiag.fact.backup.BackupFacts;
import io.github.backupdiag.fact.backup.FailedExtension;
import io.github.backupdiag.intake.Intake;
import io.github.backupdiag.internal.catalog.LoadedCatalog;
import io.github.backupdiag.internal.rules.Samples;
import io.github.backupdiag.testkit.DiagnosticTester;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NamedExtensionFailedTest {

  private static final Intake INTAKE = Intake.over(LoadedCatalog.with(List.of()));

  private final DiagnosticTester rule = DiagnosticTester.of(new NamedExtensionFailed()).wordedBy();

  private DiagnosticTester named(String... names) {
    List<FailedExtension> failed =
        List.of(names).stream().map(name -> new FailedExtension(name, "it failed", 2)).toList();
    return rule.given(BackupFacts.FAILED_EXTENSIONS, failed).given(BackupFacts.MATCHES, List.of());
  }

  private static DiagnosticTester withCode(DiagnosticTester tester) {
    return tester.given(
        BackupFacts.MATCHES, List.of(Samples.code("UserErrorVmProvisioningStateFailed")));
  }

  @Test
  void confirmsThatTheOtherOneFailedAndNotThatOfTheBackup() {
    withCode(named("VMSnapshotLinux", "Monitor"))
        .expectConfirmed(When.NOW, Confidence.LIKELY)
        .withEvidence("input", 2)
        .withArgument("extension", "Monitor");
  }

  @Test
  void onlyHintsWithoutTheCodeOrAtTheBackupExtension() {
    assertThat(evidence(named("Monitor").expectInconclusive())).hasSize(1);
    assertThat(evidence(withCode(named("VMSnapshot")).expectInconclusive())).hasSize(1);
  }

  @Test
  void saysNothingUnseen() {
    withCode(rule).expectInconclusive();
    withCode(named("Monitor")).checkContract();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "VM has reported a failure when processing extension 'joindomain'. Error: x|joindomain",
        "{\"message\":\"VM has reported a failure when processing extension 'A-1' (publisher 'P')\"}|A-1",
        "Handler 'P.T' has reported failure for VM Extension 'Mon' with terminal error code '1'|Mon",
        "Provisioning of VM extension 'Mon' has timed out.|Mon",
        "Provisioning of VM extension Mon has timed out.|Mon",
        "> a failure when processing extension Mon.|Mon"
      })
  void readsTheNameOutOfTheMessagesOfCompute(String text, String name) {
    assertThat(INTAKE.read(text).facts().value(BackupFacts.FAILED_EXTENSIONS))
        .extracting(FailedExtension::name)
        .containsExactly(name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Provisioning of VM extension 'Mon' has completed.",
        "The backup extension failed when processing a file",
        "extension 'Mon' is installed",
        ""
      })
  void readsNoNameOutOfOtherTexts(String text) {
    assertThat(INTAKE.read(text).facts().value(BackupFacts.FAILED_EXTENSIONS)).isNull();
  }
}
