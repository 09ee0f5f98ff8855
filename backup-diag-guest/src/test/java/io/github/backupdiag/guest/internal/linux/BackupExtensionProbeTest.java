package io.github.backupdiag.guest.internal.linux;

import static io.github.backupdiag.guest.samples.SampleRootExtension.folder;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.fact.Observed;
import io.github.backupdiag.fact.UnavailableReason;
import io.github.backupdiag.fact.guest.BackupExtension;
import io.github.backupdiag.fact.guest.ExtensionFacts;
import io.github.backupdiag.fact.guest.ExtensionStatus;
import io.github.backupdiag.fact.guest.ExtensionStatus.Reading;
import io.github.backupdiag.fact.guest.SettingsCertificate;
import io.github.backupdiag.guest.samples.SampleRootExtension;
import io.github.backupdiag.guestaccess.GuestConnection;
import io.github.backupdiag.testkit.CheckedObservations;
import io.github.backupdiag.testkit.FakeGuest;
import io.github.backupdiag.testkit.ProbeTester;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BackupExtensionProbeTest {

  private static final Instant AT = Instant.parse("2026-03-14T02:16:10Z");
  private static final String SETTINGS =
      "{\"runtimeSettings\": [{\"handlerSettings\": {\"protectedSettings\": \"TOPSECRET\","
          + " \"protectedSettingsCertThumbprint\": \"AB12CD34\"}}]}";

  private static CheckedObservations look(FakeGuest guest) {
    return ProbeTester.of(new BackupExtensionProbe())
        .connect(GuestConnection.class, guest)
        .observe()
        .expectAccessNeedsComplete();
  }

  private static FakeGuest installed(FakeGuest guest, String version, int number, int code) {
    String folder = "/" + folder(version);
    return guest
        .file(folder + "HandlerManifest.json", "[]")
        .file(folder + "main/handle.sh", "")
        .file(folder + "main/handle.py", "")
        .file(folder + "config/HandlerState", "Enabled\0\n")
        .file(
            folder + "config/HandlerStatus",
            SampleRootExtension.handlerStatus(version, "Ready", 0, ""))
        .file(folder + "config/" + number + ".settings", SETTINGS)
        .file(
            folder + "status/" + number + ".status",
            SampleRootExtension.status(code, "error", AT, "said"));
  }

  private static ExtensionStatus status(FakeGuest guest) {
    return value(look(guest));
  }

  private static ExtensionStatus value(CheckedObservations seen) {
    return ((Observed<ExtensionStatus>) seen.observations().get(ExtensionFacts.STATUS)).value();
  }

  private static BackupExtension extension(FakeGuest guest) {
    return ((Observed<BackupExtension>)
            look(guest).observations().get(ExtensionFacts.BACKUP_EXTENSION))
        .value();
  }

  @Test
  void choosesTheVersionByNumberAndThenItsSettings() {
    FakeGuest guest = installed(FakeGuest.live(), "1.0.9999.0", 300, 2);
    installed(guest, "1.0.10000.0", 9, 1);
    installed(guest, "1.0.10000.0", 10, 121);

    assertThat(status(guest).version()).isEqualTo("1.0.10000.0");
    assertThat(status(guest).sequence()).isEqualTo(10);
    assertThat(status(guest).outcome().code()).isEqualTo(121);
    assertThat(extension(guest).folders())
        .extracting(BackupExtension.Folder::version)
        .containsExactly("1.0.10000.0", "1.0.9999.0");
    assertThat(extension(guest).leftovers()).isEmpty();
  }

  @Test
  void takesTheVersionThatTheAgentReportsOnForTheOneThatRanLast() {
    FakeGuest guest = installed(FakeGuest.live(), "1.0.9235.0", 22, 121);
    installed(guest, "1.0.9240.0", 21, 1);
    assertThat(status(guest).version()).isEqualTo("1.0.9240.0");
    guest.file(
        "/var/lib/waagent/waagent_status.json",
        "{\"aggregateStatus\": {\"handlerAggregateStatus\": [{\"handlerName\": \"Other\","
            + " \"handlerVersion\": \"1.0.9240.0\"}, {\"handlerName\": \""
            + BackupExtension.HANDLER
            + "\", \"handlerVersion\": \"1.0.9235.0\", \"status\": \"Ready\"}]}}");

    assertThat(status(guest).version()).isEqualTo("1.0.9235.0");
    assertThat(status(guest).sequence()).isEqualTo(22);
    assertThat(extension(guest).current().version()).isEqualTo("1.0.9235.0");
  }

  @Test
  void leavesOutAFolderWithoutConfiguration() {
    FakeGuest guest = installed(FakeGuest.live(), "1.0.9235.0", 21, 1);
    guest.file("/" + folder("1.0.9240.0") + "HandlerManifest.json", "[]");
    guest.file("/var/lib/waagent/" + BackupExtension.HANDLER + "-1.0.9240.0.zip", "PK");

    assertThat(status(guest).version()).isEqualTo("1.0.9235.0");
    assertThat(extension(guest).current().version()).isEqualTo("1.0.9235.0");
    assertThat(extension(guest).leftovers()).hasSize(1);
  }

  @Test
  void namesACodeOnlyIfTheCatalogDoes() {
    look(installed(FakeGuest.live(), "1.0.9235.0", 21, 121)).expectSeenCode("VMSnapshotLinux.121");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 3, 316, 312, 315, 318, 556, 173, 7777, -1})
  void namesNoCodeForSuccessOrForNumbersThatAreNeverWritten(int code) {
    assertThat(look(installed(FakeGuest.live(), "1.0.9235.0", 21, code)).observations().seenCodes())
        .isEmpty();
  }

  @Test
  void tellsAMissingStatusFromADamagedOne() {
    String folder = "/" + folder("1.0.9235.0");
    FakeGuest guest =
        FakeGuest.live()
            .file(folder + "config/21.settings", SETTINGS)
            .file(folder + "status/20.status", SampleRootExtension.status(1, "success", AT, ""));

    assertThat(status(guest).reading()).isEqualTo(Reading.MISSING);
    assertThat(status(guest).file()).isEqualTo(folder + "status/21.status");
    guest.file(folder + "status/21.status", "\0\0\0\0");
    assertThat(status(guest).reading()).isEqualTo(Reading.UNREADABLE);
  }

  @Test
  void readsTheStatusAloneOfABundleWithoutSettings() {
    String folder = "/" + folder("1.0.9235.0");
    FakeGuest guest =
        FakeGuest.copy()
            .file(folder + "status/9.status", SampleRootExtension.status(2, "error", AT, ""))
            .file(folder + "status/10.status", SampleRootExtension.status(1, "success", AT, ""));

    assertThat(status(guest).sequence()).isEqualTo(10);
    assertThat(extension(guest).current().unpacked()).isFalse();
    assertThat(extension(guest).current().missing()).isEmpty();
  }

  @Test
  void keepsNoSecretOfTheSettings() {
    FakeGuest guest =
        installed(FakeGuest.live(), "1.0.9235.0", 21, 1)
            .file("/var/lib/waagent/AB12CD34.crt", "x")
            .file("/var/lib/waagent/ab12cd34.prv", "x");
    CheckedObservations seen = look(guest);

    seen.expectObserved(
        ExtensionFacts.CERTIFICATE,
        new SettingsCertificate("/" + folder("1.0.9235.0") + "config/21.settings", true, true));
    assertThat(seen.observations().byKey().toString()).doesNotContain("TOPSECRET", "AB12CD34");
  }

  @Test
  void doesNotMissTheCertificatesOfOlderSettings() {
    String config = "/" + folder("1.0.9235.0") + "config/";
    FakeGuest guest =
        installed(FakeGuest.live(), "1.0.9235.0", 21, 1)
            .file(config + "20.settings", SETTINGS.replace("AB12CD34", "0BAD0000"))
            .file("/var/lib/waagent/AB12CD34.crt", "x")
            .file("/var/lib/waagent/AB12CD34.prv", "x");

    look(guest)
        .expectObserved(
            ExtensionFacts.CERTIFICATE,
            new SettingsCertificate(config + "21.settings", true, true));
    assertThat(guest.asked().toString()).doesNotContain("[path=/var/lib/waagent/AB12CD34.prv");
  }

  @Test
  void missesAKeyOnARunningGuestButNotInABundle() {
    FakeGuest live =
        installed(FakeGuest.live(), "1.0.9235.0", 21, 1).file("/var/lib/waagent/AB12CD34.crt", "x");
    FakeGuest bundle = installed(FakeGuest.copy(), "1.0.9235.0", 21, 1);

    look(live)
        .expectObserved(
            ExtensionFacts.CERTIFICATE,
            new SettingsCertificate(
                "/" + folder("1.0.9235.0") + "config/21.settings", true, false));
    look(bundle).expectUnavailable(ExtensionFacts.CERTIFICATE, UnavailableReason.NOT_RECORDED);
  }

  @Test
  void missesNoCertificateOfOlderSettings() {
    FakeGuest guest =
        installed(FakeGuest.live(), "1.0.9235.0", 21, 1)
            .file("/var/lib/waagent/AB12CD34.crt", "x")
            .file("/var/lib/waagent/AB12CD34.prv", "x")
            .file(
                "/" + folder("1.0.9235.0") + "config/20.settings",
                SETTINGS.replace("AB12CD34", "00FF00FF"));

    look(guest)
        .expectObserved(
            ExtensionFacts.CERTIFICATE,
            new SettingsCertificate("/" + folder("1.0.9235.0") + "config/21.settings", true, true));
  }

  @Test
  void findsSettingsWhoseSecretWasTakenOutNormal() {
    String bare = "{\"runtimeSettings\": [{\"handlerSettings\": {}}]}";
    FakeGuest guest =
        installed(FakeGuest.live(), "1.0.9235.0", 21, 1)
            .file("/" + folder("1.0.9235.0") + "config/21.settings", bare);

    look(guest).expectAbsent(ExtensionFacts.CERTIFICATE);
  }

  @Test
  void findsMissingFilesOfAPackage() {
    String folder = "/" + folder("1.0.9235.0");
    FakeGuest guest =
        FakeGuest.live()
            .file(folder + "config/21.settings", SETTINGS)
            .file(folder + "main/handle.sh", "")
            .file(folder + "main/handle.py", "");

    assertThat(extension(guest).current().missing())
        .containsExactly(folder + "HandlerManifest.json");
  }

  @Test
  void seesNothingWhereNothingIsAndSaysWhyWhereItMayNotLook() {
    look(FakeGuest.live().folder("/var/lib/waagent"))
        .expectAbsent(ExtensionFacts.BACKUP_EXTENSION)
        .expectAbsent(ExtensionFacts.STATUS);
    look(FakeGuest.live().denied("/var/lib/waagent"))
        .expectUnavailable(ExtensionFacts.BACKUP_EXTENSION, UnavailableReason.NOT_PERMITTED)
        .expectUnavailable(ExtensionFacts.STATUS, UnavailableReason.NOT_PERMITTED);
  }

  @Test
  void looksWhereTheConfigurationPoints() {
    FakeGuest guest =
        FakeGuest.live()
            .file("/etc/waagent.conf", "Lib.Dir=/opt/agent/\n")
            .file(
                "/opt/agent/" + BackupExtension.HANDLER + "-1.0.1.0/config/HandlerState",
                "Enabled");

    assertThat(extension(guest).current().path())
        .isEqualTo("/opt/agent/" + BackupExtension.HANDLER + "-1.0.1.0");
  }
}
