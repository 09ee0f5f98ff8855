package io.github.backupdiag.guest.internal.collect;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.BackupDiagnosis;
import io.github.backupdiag.fact.guest.GuestOs;
import io.github.backupdiag.guest.internal.Subject;
import io.github.backupdiag.guestaccess.Question;
import io.github.backupdiag.probe.Probe;
import io.github.backupdiag.request.DiagnosisRequest;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AskedBeforehandTest {

  private static final List<Probe> PROBES =
      BackupDiagnosis.builder().build().probesFor(DiagnosisRequest.healthCheck());
  private static final String HANDLER = "/{lib}/Microsoft.Azure.RecoveryServices.VMSnapshotLinux-*";

  @Test
  void followsTheFolderOfTheAgentWhereverItIs() {
    assertThat(contents(GuestOs.Family.LINUX))
        .contains(
            HANDLER + "/config/HandlerState",
            HANDLER + "/config/*.settings",
            HANDLER + "/status/*.status");
  }

  @Test
  void followsWhatOnlyTheGuestKnows() {
    assertThat(asked(GuestOs.Family.LINUX).stream().map(AskedBeforehandTest::subject))
        .contains(
            "/{mount}",
            "/{script}",
            "/{script-config}",
            "/{variables}",
            "/proc/{agent}/environ",
            "/proc/{locker}/fd/*",
            "tcp://{storage}:443");
  }

  @Test
  void asksWindowsForBothBranchesOfAQuestion() {
    assertThat(asked(GuestOs.Family.WINDOWS).stream().map(AskedBeforehandTest::subject))
        .contains(
            "sc.exe query VSS",
            "vssadmin.exe list providers",
            "C:/WindowsAzure/*/*.exe",
            "C:/WindowsAzure/Logs/WaAppAgent*.log");
  }

  @Test
  void takesTheTimeOfTheFailure() {
    Instant failedAt = Instant.parse("2026-03-14T02:16:10Z");
    assertThat(AskedBeforehand.by(PROBES, GuestOs.Family.WINDOWS, failedAt))
        .anyMatch(question -> subject(question).contains("@SystemTime>='2026-03-14T00:16:10Z'"));
  }

  @Test
  void takesNoContentOfPrivateKeys() {
    assertThat(contents(GuestOs.Family.LINUX))
        .isNotEmpty()
        .noneMatch(path -> path.endsWith(".prv") || path.endsWith(".pem"));
    assertThat(contents(GuestOs.Family.WINDOWS)).noneMatch(path -> path.contains("/Crypto/"));
  }

  private static Set<Question<?>> asked(GuestOs.Family family) {
    return AskedBeforehand.by(PROBES, family, null);
  }

  private static List<String> contents(GuestOs.Family family) {
    return asked(family).stream()
        .filter(
            question ->
                question instanceof Question.File
                    || question instanceof Question.Files
                    || question instanceof Question.Newest)
        .map(AskedBeforehandTest::subject)
        .toList();
  }

  private static String subject(Question<?> question) {
    return Places.named(Subject.of(question));
  }
}
