package io.github.backupdiag.cli;

import io.github.backupdiag.BackupDiagnosis;
import io.github.backupdiag.BackupDiagnosisBuilder;
import io.github.backupdiag.request.DiagnosisRequest;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** What is set up before systems are looked at: connections, request, progress. */
final class Gathering {

  private final BackupDiagnosis diagnosis;
  private final DiagnosisRequest request;
  private final @Nullable Progress progress;

  private Gathering(
      BackupDiagnosis diagnosis, DiagnosisRequest request, @Nullable Progress progress) {
    this.diagnosis = diagnosis;
    this.request = request;
    this.progress = progress;
  }

  static Gathering of(Sources sources, CommonOptions common, Surroundings around)
      throws RefusedException {
    DiagnosisRequest.Builder request = common.request(around);
    BackupDiagnosisBuilder diagnosis = BackupDiagnosis.builder();
    sources.connect(diagnosis, request, common, around);
    sources.error.addTo(request, common, around);
    Progress progress = around.progress() ? new Progress(around.err()) : null;
    if (progress != null) {
      diagnosis.listener(progress);
    }
    return new Gathering(diagnosis.build(), request.build(), progress);
  }

  BackupDiagnosis diagnosis() {
    return diagnosis;
  }

  /** Looks at the systems; the progress is taken off the terminal before anything else is shown. */
  <T> T look(BiFunction<BackupDiagnosis, DiagnosisRequest, T> looking) {
    try {
      return looking.apply(diagnosis, request);
    } finally {
      if (progress != null) {
        progress.erase();
      }
    }
  }
}
