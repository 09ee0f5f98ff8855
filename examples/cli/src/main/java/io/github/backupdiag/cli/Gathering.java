package io.github.backupdiag.cli;

import io.github.backupdiag.BackupDiagnosis;
import io.github.backupdiag.request.DiagnosisRequest;
import org.jspecify.annotations.Nullable;

/** What is set up before systems are looked at: connections, request, progress. */
final class Gathering implements AutoCloseable {

  private final BackupDiagnosis diagnosis;
  private final DiagnosisRequest request;
  private @Nullable Progress progress;

  private Gathering(
      BackupDiagnosis diagnosis, DiagnosisRequest request, @Nullable Progress progress) {
    this.diagnosis = diagnosis;
    this.request = request;
    this.progress = progress;
  }

  static Gathering of(Arguments arguments, Surroundings around) throws RefusedException {
    DiagnosisRequest.Builder request = CommonOptions.request(arguments, around);
    request.knownFacts(Sources.knownFacts(arguments, around));
    String error = arguments.value(Sources.ERROR);
    if (error != null) {
      request.errorText(Inputs.text(error, arguments, around));
    }
    BackupDiagnosis.Builder diagnosis = BackupDiagnosis.builder();
    Sources.connect(diagnosis, arguments);
    Progress progress = around.progress() ? new Progress(around.err()) : null;
    if (progress != null) {
      diagnosis.listener(progress);
    }
    return new Gathering(diagnosis.build(), request.build(), progress);
  }

  BackupDiagnosis diagnosis() {
    return diagnosis;
  }

  DiagnosisRequest request() {
    return request;
  }

  /** Takes the progress off the terminal. */
  @Override
  public void close() {
    if (progress != null) {
      progress.close();
      progress = null;
    }
  }
}
