package io.github.backupdiag.internal.event;

import static io.github.backupdiag.internal.rules.VerdictEvidence.evidence;
import static io.github.backupdiag.internal.vss.VssSamples.BEFORE;
import static io.github.backupdiag.internal.vss.VssSamples.INSIDE;
import static io.github.backupdiag.internal.vss.VssSamples.event;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.diagnostic.Confidence;
import io.github.backupdiag.diagnostic.Diagnostic;
import io.github.backupdiag.diagnostic.When;
import io.github.backupdiag.fact.backup.BackupFacts;
import io.github.backupdiag.fact.guest.WindowsEvent;
import io.github.backupdiag.fact.guest.WindowsEvents;
import io.github.backupdiag.fact.guest.WindowsFacts;
import io.github.backupdiag.internal.catalog.LoadedCatalog;
import io.github.backupdiag.internal.rules.Samples;
import io.github.backupdiag.testkit.DiagnosticTester;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each check that consists in events: what it finds, and what it must not take for that. */
class EventChecksTest {

  private static final String CHECK = "guest.windows.event.";
  private static final Map<String, Diagnostic> RULES =
      EventDiagnostic.forAll(LoadedCatalog.with(List.of())).stream()
          .collect(Collectors.toMap(rule -> rule.descriptor().cause(), Function.identity()));

  @ParameterizedTest
  @CsvSource({
    "extension-crash, antivirus-blocks-extension, Application Error, 1000, IaaSBcdrExtension.exe,"
        + " GuestAgentSnapshotTaskStatusError",
    "msi-1401, vc-redist-install-blocked, MsiInstaller, 11708, Error 1401 Software\\Classes 5,"
        + " ExtensionVCRedistInstallationFailure",
    "vss-timeout, disk-iops-limit-during-vss, VSS, 12293, hr = 0x80042314,"
        + " ExtensionFailedVssWriterInBadState",
    "vss-components, vss-service-broken, VSS, 39, '', ExtensionFailedVssServiceInBadState",
    "vss-8193, com-event-system-broken, VSS, 8193, 0x800401FB, ExtensionSnapshotFailedCOM",
    "vss-8213, vss-access-control-wrong, VSS, 8213, '', ExtensionFailedVssWriterInBadState",
    "vss-flush, disk-iops-limit-during-vss, VSS, 12298, '', ExtensionFailedVssWriterInBadState",
    "volsnap, shadow-copy-storage-full, volsnap, 36, '', ExtensionFailedVssWriterInBadState",
    "capi2-513, system-writer-cannot-enumerate, Microsoft-Windows-CAPI2, 513, AddCoreCsiFiles,"
        + " ExtensionFailedVssWriterInBadState",
    "sql-writer, sql-writer-blocked-by-database, SQLVDI, 1, Error 945,"
        + " ExtensionFailedVssWriterInBadState",
    "msdtc, msdtc-broken, MSDTC, 4156, '', ExtensionInstallationFailedMDTC"
  })
  void confirmsWithACodeInTheWindow(
      String check, String cause, String provider, int id, String data, String code) {
    DiagnosticTester rule = rule(cause).given(BackupFacts.MATCHES, List.of(Samples.code(code)));

    assertThat(RULES.get(cause).descriptor().checks()).contains(CHECK + check);
    with(rule, event(provider, id, INSIDE, data))
        .expectConfirmed(When.AT_FAILURE, Confidence.LIKELY);
    with(rule, event(provider, id, BEFORE, data)).expectInconclusive();
    assertThat(evidence(with(rule(cause), event(provider, id, INSIDE, data)).expectInconclusive()))
        .hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "backup-517, other-backup-product-conflict, Microsoft-Windows-Backup, 517, '',"
        + " ExtensionFailedVssWriterInBadState",
    "com-4689, com-plus-not-running, Microsoft-Windows-Complus, 4689, 0x8000ffff,"
        + " ExtensionSnapshotFailedCOM",
    "com-4689, desktop-heap-exhausted, Microsoft-Windows-Complus, 4689, 0x8000ffff,"
        + " ExtensionSnapshotFailedCOM",
    "vss-timeout, vss-writer-failed, VSS, 12293, 0x80042313, ExtensionFailedVssWriterInBadState",
    "disk-errors, guest-disk-io-errors, disk, 7, '', ExtensionFailedVssWriterInBadState",
    "disk-errors, guest-disk-io-errors, Ntfs, 55, '', ExtensionFailedVssWriterInBadState",
    "disk-errors, guest-disk-io-errors, storahci, 129, '', ExtensionFailedVssWriterInBadState"
  })
  void onlyHintsWhereSeveralCausesMayBeMeant(
      String check, String cause, String provider, int id, String data, String code) {
    DiagnosticTester rule = rule(cause).given(BackupFacts.MATCHES, List.of(Samples.code(code)));

    assertThat(RULES.get(cause).descriptor().checks()).contains(CHECK + check);
    assertThat(evidence(with(rule, event(provider, id, INSIDE, data)).expectInconclusive()))
        .hasSize(1);
    assertThat(evidence(with(rule, event(provider, id, BEFORE, data)).expectInconclusive()))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "antivirus-blocks-extension, Application Error, 1000, notepad.exe,"
        + " GuestAgentSnapshotTaskStatusError",
    "vc-redist-install-blocked, MsiInstaller, 11707, Visual C++,"
        + " ExtensionVCRedistInstallationFailure",
    "disk-iops-limit-during-vss, VSS, 12289, 0x80042409, ExtensionFailedVssWriterInBadState",
    "com-event-system-broken, VSS, 8224, '', ExtensionSnapshotFailedCOM",
    "com-event-system-broken, VSS, 8193, ConvertStringSidToSid(S-1-5-21-1.bak) 0x80070539,"
        + " ExtensionSnapshotFailedCOM",
    "vss-access-control-wrong, VSS, 8230, 1376, ExtensionFailedVssWriterInBadState",
    "vss-access-control-wrong, VSS, 8194, 0x80070005, ExtensionFailedVssWriterInBadState",
    "shadow-copy-storage-full, volsnap, 33, '', ExtensionFailedVssWriterInBadState",
    "shadow-copy-storage-full, volsnap, 32, '', ExtensionFailedVssWriterInBadState",
    "system-writer-cannot-enumerate, Microsoft-Windows-CAPI2, 513, AddLegacyDriverFiles,"
        + " ExtensionFailedVssWriterInBadState",
    "sql-writer-blocked-by-database, SQLWRITER, 24581, '', ExtensionFailedVssWriterInBadState",
    "desktop-heap-exhausted, Win32k, 700, '', ExtensionSnapshotFailedCOM",
    "msdtc-broken, MSDTC, 4097, '', ExtensionInstallationFailedMDTC",
    "machine-config-broken, .NET Runtime, 1026, other.exe System.Configuration"
        + ".ConfigurationErrorsException, UserErrorGuestAgentStatusUnavailable",
    "guest-disk-io-errors, disk, 153, '', ExtensionFailedVssWriterInBadState"
  })
  void takesWhatMeansSomethingElseForNothing(
      String cause, String provider, int id, String data, String code) {
    DiagnosticTester rule = rule(cause).given(BackupFacts.MATCHES, List.of(Samples.code(code)));

    assertThat(evidence(with(rule, event(provider, id, INSIDE, data)).expectInconclusive()))
        .isEmpty();
  }

  @Test
  void aRetriedRequestOfADiskCountsOnlyWithOthers() {
    WindowsEvent retried = event("disk", 153, INSIDE);

    assertThat(evidence(with(rule("guest-disk-io-errors"), retried, retried).expectInconclusive()))
        .isEmpty();
    assertThat(
            evidence(
                with(rule("guest-disk-io-errors"), retried, retried, retried).expectInconclusive()))
        .hasSize(3);
  }

  @Test
  void aConfigurationThatTheAgentCannotReadIsOneThatItsCodeAgreesWith() {
    DiagnosticTester rule = rule("machine-config-broken");
    WindowsEvent crash =
        event(
            ".NET Runtime",
            1026,
            INSIDE,
            "WaAppAgent.exe System.Configuration.ConfigurationErrorsException");

    assertThat(RULES.get("machine-config-broken").descriptor().checks())
        .contains(CHECK + "dotnet-1026");
    assertThat(evidence(with(rule, crash).expectInconclusive())).hasSize(1);
  }

  @Test
  void everyCheckThatConsistsInEventsIsNamed() {
    Set<String> named =
        Stream.of(
                RULES.values().stream().flatMap(rule -> rule.descriptor().checks().stream()),
                Stream.of(CHECK + "vss-8229", CHECK + "win32k-243")) // rules of their own
            .flatMap(Function.identity())
            .filter(check -> check.startsWith(CHECK))
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(named)
        .containsAll(
            LoadedCatalog.with(List.of()).causes().stream()
                .flatMap(cause -> cause.checks().stream())
                .filter(check -> check.startsWith(CHECK))
                .collect(Collectors.toSet()));
  }

  private static DiagnosticTester rule(String cause) {
    return DiagnosticTester.of(RULES.get(cause))
        .wordedBy()
        .given(BackupFacts.WINDOW, Samples.WINDOW);
  }

  private static DiagnosticTester with(DiagnosticTester rule, WindowsEvent... events) {
    return rule.given(WindowsFacts.EVENTS, new WindowsEvents(List.of(events), null, true));
  }
}
