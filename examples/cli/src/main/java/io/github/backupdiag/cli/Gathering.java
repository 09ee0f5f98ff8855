package io.github.backupdiag.cli;

import io.github.backupdiag.BackupDiagnosis;
import io.github.backupdiag.BackupDiagnosisBuilder;
import io.github.backupdiag.report.ExtensionProblem;
import io.github.backupdiag.report.Report;
import io.github.backupdiag.request.DiagnosisRequest;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** What is set up before systems are looked at: connections, request, progress. */
final class Gathering {

  private final BackupDiagnosis diagnosis;
  private final DiagnosisRequest request;
  private final List<ExtensionProblem> problems;
  private final @Nullable Progress progress;

  private Gathering(
      BackupDiagnosis diagnosis,
      DiagnosisRequest request,
      List<ExtensionProblem> problems,
      @Nullable Progress progress) {
    this.diagnosis = diagnosis;
    this.request = request;
    this.problems = problems;
    this.progress = progress;
  }

  static Gathering of(Sources sources, CommonOptions common, Surroundings around)
      throws RefusedException {
    DiagnosisRequest.Builder request = common.request(around);
    BackupDiagnosisBuilder diagnosis = BackupDiagnosis.builder();
    List<ExtensionProblem> problems = sources.connect(diagnosis, request, common, around);
    problems.forEach(problem -> around.say(problem.where() + " " + problem.text()));
    sources.error.addTo(request, common, around);
    Progress progress = around.progress() ? new Progress(around.err()) : null;
    if (progress != null) {
      diagnosis.listener(progress);
    }
    return new Gathering(diagnosis.build(), request.build(), problems, progress);
  }

  BackupDiagnosis diagnosis() {
    return diagnosis;
  }

  /** Looks at the systems and judges; what is wrong with a bundle is part of the report. */
  Report diagnose() {
    return RefusedReport.with(problems, look(BackupDiagnosis::diagnose));
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
