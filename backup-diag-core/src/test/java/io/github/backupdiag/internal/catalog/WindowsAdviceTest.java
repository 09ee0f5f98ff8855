package io.github.backupdiag.internal.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.catalog.Remediation;
import io.github.backupdiag.catalog.Remediation.Risk;
import io.github.backupdiag.catalog.RemediationStep;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Advice for Windows that common articles get wrong, or that costs more than it seems to. */
class WindowsAdviceTest {

  private static final LoadedCatalog CATALOG = LoadedCatalog.with(List.of());
  private static final List<String> LANGUAGES = List.of("en", "ko", "ja", "zh-Hant", "de");

  /** The two values mean opposite things, and Azure sets the newer one itself for SQL backup. */
  @Test
  void theModeOfBackupIsSetOnlyAfterAnAgreement() {
    Remediation mode = remedy("choose-vss-backup-mode");

    assertThat(mode.risk()).isEqualTo(Risk.UNPROTECTED_DATA);
    assertThat(ids(mode)).containsSubsequence("warning", "look", "settle", "set-full");
    assertThat(step(mode, "set-full").command())
        .contains("\\BcdrAgent ")
        .contains("UseVssFullBackup");
    assertThat(commands(mode)).noneMatch(command -> command.contains("USEVSSCOPYBACKUP"));
    for (String language : LANGUAGES) {
      assertThat(text(language, "step.choose-vss-backup-mode.settle.text"))
          .as(language)
          .contains("USEVSSCOPYBACKUP");
    }
  }

  /** A new log forgets how transactions in doubt ended. */
  @Test
  void theTransactionCoordinatorIsInstalledAnewOnlyAtTheEnd() {
    Remediation msdtc = remedy("repair-msdtc");

    assertThat(msdtc.risk()).isEqualTo(Risk.DATA_LOSS_POSSIBLE);
    assertThat(ids(msdtc))
        .containsSubsequence(
            "warning", "set-account", "restart", "end-transactions", "keep-copy", "reinstall");
    assertThat(step(msdtc, "reinstall").command()).contains("-uninstall");
    assertThat(commandsBefore(msdtc, "reinstall"))
        .noneMatch(command -> command.contains("-uninstall") || command.contains("-resetlog"));
  }

  /** It loses what other products registered. */
  @Test
  void theRepositoryOfWmiIsNeverResetByACommand() {
    Remediation wmi = remedy("repair-wmi-repository");

    assertThat(commands(wmi)).noneMatch(command -> command.contains("resetrepository"));
    assertThat(ids(wmi)).containsSubsequence("warning", "keep-copy", "salvage", "no-reset");
    for (String language : LANGUAGES) {
      assertThat(text(language, "step.repair-wmi-repository.no-reset.text"))
          .as(language)
          .contains("/resetrepository");
    }
  }

  /**
   * {@code wmic} is gone from Windows Server 2025; VSS libraries are not registered by hand since
   * Windows Server 2008; nobody documents what {@code CreateTimeout} does.
   */
  @ParameterizedTest
  @ValueSource(strings = {"wmic", "regsvr32", "vssvc /register", "createtimeout", "diskshadow"})
  void noCommandIsOneThatDoesHarmOrIsNotThere(String word) {
    assertThat(CATALOG.remediations().stream().flatMap(WindowsAdviceTest::commandsOf))
        .isNotEmpty()
        .noneMatch(command -> command.toLowerCase(Locale.ROOT).contains(word));
  }

  @Test
  void wmiIsAskedThroughCim() {
    assertThat(step(remedy("repair-wmi-repository"), "verify-registry").command())
        .contains("Invoke-CimMethod")
        .contains("StdRegProv");
  }

  /** Whether the heap of session 0 can be changed at all, sources disagree. */
  @Test
  void theDesktopHeapIsChangedOnlyAfterTheEventAndARestart() {
    Remediation heap = remedy("raise-desktop-heap");

    assertThat(Objects.requireNonNull(CATALOG.cause("desktop-heap-exhausted")).remediations())
        .startsWith("restart-vm");
    assertThat(ids(heap))
        .containsSubsequence("warning", "look", "find-process", "doubt", "keep-copy", "change");
    assertThat(step(heap, "look").command()).contains("243");
    assertThat(commandsBefore(heap, "change")).noneMatch(command -> command.contains("reg add"));
    for (String language : LANGUAGES) {
      assertThat(text(language, "step.raise-desktop-heap.look.verify")).contains("243");
      assertThat(text(language, "step.raise-desktop-heap.doubt.text")).contains("2026");
    }
  }

  /** The article about AppLocker names a folder of Linux. */
  @Test
  void applicationControlIsToldTheFolderOfWindows() {
    String rule = "step.allow-extension-in-app-control.";

    for (String language : LANGUAGES) {
      assertThat(text(language, rule + "add-rule.text"))
          .as(language)
          .contains("C:\\Packages\\Plugins\\Microsoft.Azure.RecoveryServices.VMSnapshot")
          .doesNotContain("/var/lib");
    }
    assertThat(commands(remedy("allow-extension-in-app-control")))
        .noneMatch(command -> command.contains("/var/lib"));
  }

  /** The message names the version of 2012, the extension brings that of 2013. */
  @Test
  void theRuntimeIsThatOf2013WhateverTheMessageSays() {
    Remediation runtime = remedy("install-vcredist-2013");

    assertThat(Objects.requireNonNull(CATALOG.cause("vc-redist-install-blocked")).remediations())
        .contains(runtime.id());
    assertThat(step(runtime, "find").command()).contains("vcredist2013_x64.exe");
    assertThat(step(runtime, "verify").command()).contains("msvcp120.dll", "msvcr120.dll");
    assertThat(commands(runtime)).noneMatch(command -> command.matches(".*(2012|110\\.dll).*"));
  }

  /** Port 443 of the host was dropped from the list in 2023. */
  @Test
  void theHostIsOpenedOnTwoPorts() {
    assertThat(commands(remedy("open-host-endpoint")))
        .anyMatch(command -> command.contains("-RemotePort 80,32526"))
        .noneMatch(command -> command.contains("443"));
  }

  /** With several addresses on a card, DHCP alone can make the wrong one its source. */
  @Test
  void dhcpIsSwitchedOnOnlyAfterALookForSeveralAddresses() {
    Remediation dhcp = remedy("enable-dhcp-in-guest");

    assertThat(dhcp.risk()).isEqualTo(Risk.CONNECTION_LOSS);
    assertThat(ids(dhcp)).containsSubsequence("warning", "check-single", "dhcp-windows");
    assertThat(commandsBefore(dhcp, "check-single")).isEmpty();
  }

  /** Excluding folders weakens a protection, so that it is no answer to their mere presence. */
  @Test
  void exclusionsFromAntivirusAreTheTwoFoldersAndWarnedOf() {
    Remediation exclude = remedy("exclude-from-antivirus");

    assertThat(exclude.risk()).isEqualTo(Risk.WEAKENS_SECURITY);
    assertThat(ids(exclude)).startsWith("warning");
    assertThat(commands(exclude)).noneMatch(command -> command.contains("'C:\\'"));
  }

  private static Remediation remedy(String id) {
    return Objects.requireNonNull(CATALOG.remediation(id), id);
  }

  private static List<String> ids(Remediation remedy) {
    return remedy.steps().stream().map(WindowsAdviceTest::name).toList();
  }

  private static String name(RemediationStep step) {
    return step.id().substring(step.id().indexOf('/') + 1);
  }

  private static RemediationStep step(Remediation remedy, String id) {
    return remedy.steps().stream().filter(one -> name(one).equals(id)).findFirst().orElseThrow();
  }

  private static List<String> commands(Remediation remedy) {
    return commandsOf(remedy).toList();
  }

  private static List<String> commandsBefore(Remediation remedy, String id) {
    return remedy.steps().stream()
        .takeWhile(step -> !name(step).equals(id))
        .map(RemediationStep::command)
        .filter(Objects::nonNull)
        .toList();
  }

  private static Stream<String> commandsOf(Remediation remedy) {
    return remedy.steps().stream().map(RemediationStep::command).filter(Objects::nonNull);
  }

  private static String text(String language, String id) {
    return Objects.requireNonNull(CATALOG.texts(Locale.forLanguageTag(language)).find(id), id);
  }
}
