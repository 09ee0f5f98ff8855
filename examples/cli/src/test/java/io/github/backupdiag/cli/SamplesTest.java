package io.github.backupdiag.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.BackupDiagnosis;
import io.github.backupdiag.guest.CopiedRoot;
import io.github.backupdiag.guestaccess.GuestConnection;
import io.github.backupdiag.report.CauseState;
import io.github.backupdiag.report.Report;
import io.github.backupdiag.request.DiagnosisRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The samples that the README invites to try. */
class SamplesTest {

  private static final Path DISK_FULL = Path.of("samples", "disk-full");

  @Test
  void theFullDiskIsTheFirstAndOnlyConfirmedCause() throws Exception {
    Report report =
        BackupDiagnosis.builder()
            .connect(GuestConnection.class, CopiedRoot.open(DISK_FULL))
            .build()
            .diagnose(DiagnosisRequest.forError(Files.readString(DISK_FULL.resolve("error.txt"))));
    assertThat(report.causes().get(0).id()).isEqualTo("guest-disk-full");
    assertThat(report.causes())
        .filteredOn(cause -> cause.state() == CauseState.CONFIRMED)
        .singleElement()
        .satisfies(
            cause ->
                assertThat(cause.evidence().toString())
                    .contains("/var/log/waagent.log:19", "/extension.log:7"));
  }
}
