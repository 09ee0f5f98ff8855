package io.github.backupdiag.internal.event;

import static io.github.backupdiag.internal.rules.VerdictEvidence.evidence;
import static io.github.backupdiag.internal.vss.VssSamples.BEFORE;
import static io.github.backupdiag.internal.vss.VssSamples.INSIDE;
import static io.github.backupdiag.internal.vss.VssSamples.event;
import static io.github.backupdiag.internal.vss.VssSamples.events;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.catalog.Catalog;
import io.github.backupdiag.diagnostic.Confidence;
import io.github.backupdiag.diagnostic.Diagnostic;
import io.github.backupdiag.diagnostic.Evidence;
import io.github.backupdiag.diagnostic.When;
import io.github.backupdiag.fact.UnavailableReason;
import io.github.backupdiag.fact.backup.BackupFacts;
import io.github.backupdiag.fact.guest.SeenNumber;
import io.github.backupdiag.fact.guest.WindowsEvent;
import io.github.backupdiag.fact.guest.WindowsFacts;
import io.github.backupdiag.internal.catalog.LoadedCatalog;
import io.github.backupdiag.internal.rules.Samples;
import io.github.backupdiag.testkit.DiagnosticTester;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules that are made from the tables of events and numbers. */
class EventDiagnosticTest {

  private static final Catalog CATALOG = LoadedCatalog.with(List.of());
  private static final String PLUGIN =
      "%OSDRIVE%\\PACKAGES\\PLUGINS\\MICROSOFT.AZURE.RECOVERYSERVICES.VMSNAPSHOT\\1\\X.EXE";

  private static DiagnosticTester rule(List<Diagnostic> rules, String id) {
    return DiagnosticTester.of(
            rules.stream()
                .filter(one -> one.descriptor().id().equals(id))
                .findFirst()
                .orElseThrow())
        .wordedBy()
        .given(BackupFacts.WINDOW, Samples.WINDOW);
  }

  private static DiagnosticTester ofEvent(String cause) {
    return rule(EventDiagnostic.forAll(CATALOG), "core.event/" + cause);
  }

  private static DiagnosticTester ofNumber(String cause) {
    return rule(NumberDiagnostic.forAll(CATALOG), "core.numeric-error/" + cause);
  }

  @ParameterizedTest
  @CsvSource({
    "vss-service-broken, VSS, 39, '', ExtensionFailedVssServiceInBadState",
    "software-shadow-provider-broken, VSS, 40, '', ExtensionFailedVssServiceInBadState",
    "software-shadow-provider-broken, VSS, 12292, {65ee1dba-8ff4-4a58-ac1c-3470ee2f376a},"
        + " ExtensionFailedVssServiceInBadState",
    "vss-classes-unregistered, VSS, 33, '', ExtensionSnapshotFailedCOM",
    "volume-root-denies-administrators, VSS, 12348, '', ExtensionFailedVssServiceInBadState",
    "com-event-system-broken, VSS, 8193, 0x800401FB, ExtensionSnapshotFailedCOM",
    "vss-access-control-wrong, VSS, 8213, '', ExtensionFailedVssWriterInBadState",
    "disk-iops-limit-during-vss, volsnap, 8, '', ExtensionFailedVssWriterInBadState",
    "shadow-copy-storage-full, VolSnap, 36, '', ExtensionFailedVssWriterInBadState",
    "sql-writer-blocked-by-database, SQLWRITER, 24583, '', ExtensionFailedVssWriterInBadState",
    "antivirus-blocks-extension, Application Error, 1000, IaaSBcdrExtension.exe,"
        + " GuestAgentSnapshotTaskStatusError",
  })
  void confirmWhatAnEventSuggestsOnlyWithACode(
      String cause, String provider, int id, String data, String code) {
    DiagnosticTester rule = ofEvent(cause);
    WindowsEvent seen = event(provider, id, INSIDE, data);

    rule.given(WindowsFacts.EVENTS, events(seen))
        .given(BackupFacts.MATCHES, List.of(Samples.code(code)))
        .expectConfirmed(When.AT_FAILURE, Confidence.LIKELY)
        .withEvidence("input", 7);
    assertThat(evidence(rule.given(WindowsFacts.EVENTS, events(seen)).expectInconclusive()))
        .hasSize(1);
    rule.given(WindowsFacts.EVENTS, events(event(provider, id, BEFORE, data)))
        .given(BackupFacts.MATCHES, List.of(Samples.code(code)))
        .expectInconclusive();
    rule.given(WindowsFacts.EVENTS, events(event(provider, id, null, data)))
        .given(BackupFacts.MATCHES, List.of(Samples.code(code)))
        .expectConfirmed(When.NOW, Confidence.LIKELY);
    rule.given(WindowsFacts.EVENTS, events(seen))
        .given(BackupFacts.MATCHES, List.of(Samples.code("UserErrorVmNotFoundV2")))
        .expectInconclusive();
  }

  @Test
  void confirmWhatAnEventProvesInTheWindowAlone() {
    DiagnosticTester rule = ofEvent("app-control-blocks-extension");

    rule.given(
            WindowsFacts.EVENTS, events(event("Microsoft-Windows-AppLocker", 8004, INSIDE, PLUGIN)))
        .expectConfirmed(When.AT_FAILURE, Confidence.LIKELY);
    rule.given(
            WindowsFacts.EVENTS, events(event("Microsoft-Windows-AppLocker", 8004, null, PLUGIN)))
        .expectInconclusive();
    rule.given(
            WindowsFacts.EVENTS,
            events(event("Microsoft-Windows-AppLocker", 8004, INSIDE, "C:\\game.exe")))
        .expectInconclusive();
    ofEvent("msdtc-broken")
        .given(WindowsFacts.EVENTS, events(event("Microsoft-Windows-Complus", 4691, INSIDE)))
        .expectConfirmed(When.AT_FAILURE, Confidence.LIKELY);
  }

  @Test
  void proveNothingByABlockedProgramOutsideTheFolderOfTheExtension() {
    DiagnosticTester rule =
        ofEvent("app-control-blocks-extension").given(BackupFacts.MATCHES, allCodes());

    for (String place :
        List.of(
            "/var/lib/waagent/Microsoft.Azure.RecoveryServices", "%OSDRIVE%\\VAR\\LIB\\X.EXE")) {
      assertThat(
              evidence(
                  rule.given(
                          WindowsFacts.EVENTS,
                          events(event("Microsoft-Windows-AppLocker", 8004, INSIDE, place)))
                      .expectInconclusive()))
          .as(place)
          .isEmpty();
    }
    rule.given(
            WindowsFacts.EVENTS,
            events(event("Microsoft-Windows-AppLocker", 8007, INSIDE, "C:\\Tools\\a.ps1")))
        .expectInconclusive();
  }

  @Test
  void sayNothingUnseen() {
    ofEvent("msdtc-broken")
        .givenUnavailable(WindowsFacts.EVENTS, UnavailableReason.NOT_PERMITTED)
        .expectInconclusive();
    ofNumber("vss-service-broken")
        .givenUnavailable(WindowsFacts.ERROR_NUMBERS, UnavailableReason.NO_PROBE)
        .expectInconclusive();
  }

  static Stream<WindowsEvent> ofHealthyGuests() {
    return Stream.of(
        event("VSS", 8194, INSIDE, "IVssWriterCallback", "hr = 0x80070005, Access is denied."),
        event("VSS", 12289, INSIDE, "hr = 0x80042409"),
        event("VSS", 22, INSIDE, "{74600e39-7dc5-4567-a03b-f091d6c7b092}", "0x80040154"),
        event("VSS", 12292, INSIDE, "{74600E39-7DC5-4567-A03B-F091D6C7B092}", "0x80040154"),
        event("VSS", 12292, INSIDE, "CLSID {3e02620c-e180-44f3-b154-2473646e4cb8}"),
        event("VSS", 8230, INSIDE, "1376"),
        event("VSS", 8224, INSIDE),
        event("VSS", 8222, INSIDE, "provider"),
        event("VSS", 8193, INSIDE, "ConvertStringSidToSid(S-1-5-21.bak)", "0x80070539"),
        event("VSS", 13, INSIDE, "[0x8007045b, A system shutdown is in progress."),
        event("VSS", 31, INSIDE),
        event("VSS", 8225, INSIDE),
        event("Ntfs", 137, INSIDE),
        event("ESENT", 2001, INSIDE),
        event("MSSQLSERVER", 3197, INSIDE),
        event("MSSQLSERVER", 3198, INSIDE),
        event("MsiInstaller", 11707, INSIDE, "Visual C++ 2013"),
        event("MsiInstaller", 1033, INSIDE, "Microsoft Visual C++ 2013 x64", "12.0.40660", "0"),
        event("Service Control Manager", 7036, INSIDE, "VSS", "stopped"),
        event("volsnap", 33, INSIDE),
        event("volsnap", 32, INSIDE),
        event(
            "Microsoft-Windows-CAPI2",
            513,
            INSIDE,
            "AddLegacyDriverFiles: Unable to back up image of binary Microsoft Link-Layer"
                + " Discovery Protocol.",
            "Access is denied."),
        event("COM+ SOAP Services", 0, INSIDE, "iaasvmsnapshotmessage.dll"),
        event("Microsoft-Windows-AppLocker", 8003, INSIDE, PLUGIN),
        event("Microsoft-Windows-CodeIntegrity", 3076, INSIDE, PLUGIN),
        event("Microsoft-Windows-DistributedCOM", 10016, INSIDE));
  }

  @ParameterizedTest
  @MethodSource("ofHealthyGuests")
  void takeWhatHealthyGuestsWriteForNothing(WindowsEvent harmless) {
    for (Diagnostic rule : EventDiagnostic.forAll(CATALOG)) {
      assertThat(
              evidence(
                  rule(List.of(rule), rule.descriptor().id())
                      .given(WindowsFacts.EVENTS, events(harmless))
                      .given(BackupFacts.MATCHES, allCodes())
                      .expectInconclusive()))
          .as(rule.descriptor().id())
          .isEmpty();
    }
  }

  private static List<io.github.backupdiag.fact.backup.CodeMatch> allCodes() {
    return Stream.of(
            "ExtensionFailedVssWriterInBadState",
            "ExtensionFailedVssServiceInBadState",
            "ExtensionSnapshotFailedCOM",
            "GuestAgentSnapshotTaskStatusError")
        .map(Samples::code)
        .toList();
  }

  @Test
  void takeARetriedRequestForNothingUnlessThereAreSeveral() {
    WindowsEvent retried = event("disk", 153, INSIDE);

    assertThat(hints(ofEvent("guest-disk-io-errors"), retried, retried)).isEmpty();
    assertThat(hints(ofEvent("storage-account-throttled"), retried)).isEmpty();
    assertThat(hints(ofEvent("guest-disk-io-errors"), retried, retried, retried)).hasSize(3);
    assertThat(hints(ofEvent("guest-disk-io-errors"), event("disk", 7, INSIDE))).hasSize(1);
  }

  @Test
  void showTheFirstOfManySinceItNamesTheOrigin() {
    WindowsEvent[] seen =
        IntStream.range(0, 5)
            .mapToObj(second -> event("SQLVDI", 1, INSIDE.plusSeconds(second)))
            .toArray(WindowsEvent[]::new);

    assertThat(hints(ofEvent("sql-writer-blocked-by-database"), seen))
        .extracting(Evidence::time)
        .containsExactly(INSIDE, INSIDE.plusSeconds(3), INSIDE.plusSeconds(4));
  }

  private static List<Evidence> hints(DiagnosticTester rule, WindowsEvent... seen) {
    return evidence(
        rule.given(WindowsFacts.EVENTS, events(seen))
            .given(BackupFacts.MATCHES, List.of())
            .expectInconclusive());
  }

  /** They tell of what led to the failure, and a code alone makes them no proof. */
  @ParameterizedTest
  @CsvSource({
    "guest-agent-not-running, Service Control Manager, 7031, WindowsAzureGuestAgent",
    "guest-agent-not-running, Service Control Manager, 7034, RdAgent",
    "disk-iops-limit-during-vss, VSS, 12339, ''",
    "disk-iops-limit-during-vss, VSS, 12341, ''",
    "disk-iops-limit-during-vss, VSS, 8229, 0x800423f2",
    "com-plus-not-running, Microsoft-Windows-DistributedCOM, 10005, 1058",
    "com-plus-not-running, Microsoft-Windows-Complus, 4689, 0x8000ffff",
    "provider-registration-stale, VSS, 12292, {e579ab5f-1cc4-44b4-bed9-de0991ff0623}",
    "other-backup-product-conflict, Microsoft-Windows-Backup, 517, ''",
  })
  void onlyHintAtWhatAWarningTellsInTheJob(String cause, String provider, int id, String data) {
    DiagnosticTester rule = ofEvent(cause).given(BackupFacts.MATCHES, allCodes());

    assertThat(
            evidence(
                rule.given(WindowsFacts.EVENTS, events(event(provider, id, INSIDE, data)))
                    .expectInconclusive()))
        .hasSize(1);
    assertThat(
            evidence(
                rule.given(WindowsFacts.EVENTS, events(event(provider, id, BEFORE, data)))
                    .expectInconclusive()))
        .isEmpty();
  }

  /** Other rows of the fact base rest on general knowledge, or name more than one cause. */
  @Test
  void proveByThreeEventsOnly() {
    assertThat(KnownEvents.all().byCause().values().stream().flatMap(List::stream))
        .filteredOn(meaning -> meaning.weight() == EventMeaning.Weight.PROVES)
        .flatExtracting(meaning -> meaning.pattern().ids())
        .containsExactlyInAnyOrder(8004, 3077, 4691);
  }

  @Test
  void pointToCausesOfTheCatalogAndToItsChecks() {
    assertThat(KnownEvents.all().byCause().keySet())
        .allSatisfy(cause -> assertThat(CATALOG.cause(cause)).as(cause).isNotNull());
    assertThat(
            EventDiagnostic.forAll(CATALOG).stream().flatMap(r -> r.descriptor().checks().stream()))
        .contains("guest.windows.event.volsnap", "guest.windows.event.vss-components");
  }

  @Test
  void confirmANumberOfOneCauseWithACode() {
    DiagnosticTester rule = ofNumber("disk-iops-limit-during-vss");
    var code = List.of(Samples.code("ExtensionFailedVssWriterInBadState"));

    rule.given(WindowsFacts.ERROR_NUMBERS, List.of(number("vss.0x80042314", INSIDE, "")))
        .given(BackupFacts.MATCHES, code)
        .expectConfirmed(When.AT_FAILURE, Confidence.LIKELY);
    rule.given(WindowsFacts.ERROR_NUMBERS, List.of(number("vss.0x80042314", null, "")))
        .given(BackupFacts.MATCHES, code)
        .expectConfirmed(When.NOW, Confidence.LIKELY);
    rule.given(WindowsFacts.ERROR_NUMBERS, List.of(number("vss.0x80042314", BEFORE, "")))
        .given(BackupFacts.MATCHES, code)
        .expectInconclusive();
    assertThat(
            evidence(
                rule.given(
                        WindowsFacts.ERROR_NUMBERS, List.of(number("vss.0x80042314", INSIDE, "")))
                    .expectInconclusive()))
        .hasSize(1);
  }

  @Test
  void onlyHintAtANumberOfSeveralCausesAndOfAllOfWindows() {
    ofNumber("disk-iops-limit-during-vss")
        .given(WindowsFacts.ERROR_NUMBERS, List.of(number("vss.0x800423f2", INSIDE, "")))
        .given(BackupFacts.MATCHES, allCodes())
        .expectInconclusive();
    ofNumber("com-plus-not-running")
        .given(WindowsFacts.ERROR_NUMBERS, List.of(number("hresult.0x80080005", INSIDE, "")))
        .given(BackupFacts.MATCHES, allCodes())
        .expectInconclusive();
  }

  @Test
  void takeANumberInAHarmlessEventForNothing() {
    WindowsEvent harmless = event("VSS", 8194, INSIDE, "hr = 0x80070005");

    assertThat(
            evidence(
                ofNumber("vss-service-broken")
                    .given(WindowsFacts.EVENTS, events(harmless))
                    .given(
                        WindowsFacts.ERROR_NUMBERS,
                        List.of(number("hresult.0x80070005", INSIDE, "vss 8194")))
                    .expectInconclusive()))
        .isEmpty();
  }

  private static SeenNumber number(String error, Instant time, String event) {
    return new SeenNumber(error, error.replaceAll(".*\\.", ""), event, time, "input", 7, "line");
  }
}
