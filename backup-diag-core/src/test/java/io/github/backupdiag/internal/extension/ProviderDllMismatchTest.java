package io.github.backupdiag.internal.extension;

import static io.github.backupdiag.internal.rules.VerdictEvidence.evidence;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.diagnostic.Confidence;
import io.github.backupdiag.diagnostic.When;
import io.github.backupdiag.fact.UnavailableReason;
import io.github.backupdiag.fact.backup.BackupFacts;
import io.github.backupdiag.fact.guest.LibraryFile;
import io.github.backupdiag.fact.guest.ProviderLibraries;
import io.github.backupdiag.fact.guest.WindowsAgentFacts;
import io.github.backupdiag.fact.guest.WindowsBuild;
import io.github.backupdiag.fact.guest.WindowsSetupFacts;
import io.github.backupdiag.internal.rules.Samples;
import io.github.backupdiag.testkit.DiagnosticTester;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProviderDllMismatchTest {

  private static final String FOLDER = "C:/Packages/Plugins/x/1.0.0.5";
  private static final String PROVIDER = FOLDER + "/iaasvmprovider.dll";
  private static final String SYSTEM = "C:/Windows/System32/";
  private static final LibraryFile GOOD = new LibraryFile(PROVIDER, 64, "1.0.0.5");

  private final DiagnosticTester rule =
      DiagnosticTester.of(new ProviderDllMismatch())
          .wordedBy()
          .given(BackupFacts.WINDOW, Samples.WINDOW)
          .given(
              WindowsSetupFacts.BUILD,
              new WindowsBuild("Windows Server 2022", 20348, true, 64, "key"));

  @Test
  void blamesAnotherWordSizeOnlyWithACodeThatAgrees() {
    DiagnosticTester narrow = with(List.of(new LibraryFile(PROVIDER, 32, "1.0.0.5")), List.of());
    assertThat(evidence(narrow.expectInconclusive())).hasSize(1);
    failed(narrow).expectConfirmed(When.NOW, Confidence.LIKELY).withEvidence(PROVIDER, 0);
  }

  @Test
  void blamesADamagedLibraryOnlyWithACodeThatAgrees() {
    DiagnosticTester damaged = with(List.of(new LibraryFile(PROVIDER, 0, "")), List.of());
    assertThat(evidence(damaged.expectInconclusive())).hasSize(1);
    failed(damaged).expectConfirmed(When.NOW, Confidence.LIKELY);
  }

  @Test
  void blamesARuntimeOfMixedBuildsOnlyWithACodeThatAgrees() {
    DiagnosticTester mixed = with(List.of(GOOD), runtime(SYSTEM, "12.0.21005.1"));
    assertThat(evidence(mixed.expectInconclusive())).hasSize(1);
    failed(mixed)
        .expectConfirmed(When.NOW, Confidence.LIKELY)
        .withEvidence(SYSTEM + "msvcr120.dll", 0);
  }

  @Test
  void doesNotCompareLibrariesOfDifferentFolders() {
    List<LibraryFile> two =
        List.of(
            new LibraryFile(SYSTEM + "msvcp120.dll", 64, "12.0.40660.0"),
            new LibraryFile(FOLDER + "/msvcr120.dll", 64, "12.0.21005.1"));
    assertThat(evidence(failed(with(List.of(GOOD), two)).expectInconclusive())).isEmpty();
  }

  @Test
  void neverRulesOutSinceLoadingIsNotTried() {
    assertThat(
            evidence(
                failed(with(List.of(GOOD), runtime(SYSTEM, "12.0.40660.0"))).expectInconclusive()))
        .isEmpty();
    assertThat(evidence(failed(with(List.of(), List.of())).expectInconclusive())).isEmpty();
  }

  @Test
  void doesNotJudgeTheWordSizeWhereThatOfWindowsIsNotKnown() {
    DiagnosticTester unknown =
        with(List.of(new LibraryFile(PROVIDER, 32, "")), List.of())
            .givenUnavailable(WindowsSetupFacts.BUILD, UnavailableReason.NOT_PERMITTED);
    assertThat(evidence(failed(unknown).expectInconclusive())).isEmpty();
  }

  @Test
  void staysOpenWithoutTheLibraries() {
    rule.givenAbsent(WindowsAgentFacts.PROVIDER_LIBRARIES).expectInconclusive();
    rule.givenUnavailable(WindowsAgentFacts.PROVIDER_LIBRARIES, UnavailableReason.NOT_PERMITTED)
        .expectInconclusive();
  }

  private DiagnosticTester with(List<LibraryFile> providers, List<LibraryFile> runtimes) {
    return rule.given(
        WindowsAgentFacts.PROVIDER_LIBRARIES, new ProviderLibraries(FOLDER, providers, runtimes));
  }

  private static DiagnosticTester failed(DiagnosticTester rule) {
    return rule.given(BackupFacts.MATCHES, List.of(Samples.code("ExtensionSnapshotFailedCOM")));
  }

  private static List<LibraryFile> runtime(String folder, String version) {
    return List.of(
        new LibraryFile(folder + "msvcp120.dll", 64, "12.0.40660.0"),
        new LibraryFile(folder + "msvcr120.dll", 64, version));
  }
}
