package io.github.backupdiag.internal.engine;

import static io.github.backupdiag.internal.engine.Make.OTHER;
import static io.github.backupdiag.internal.engine.Make.SIGN;

import io.github.backupdiag.BackupDiagnosis;
import io.github.backupdiag.BackupDiagnosisBuilder;
import io.github.backupdiag.diagnostic.When;
import io.github.backupdiag.probe.Probe;
import io.github.backupdiag.report.CauseState;
import io.github.backupdiag.report.Report;
import io.github.backupdiag.request.DiagnosisRequest;

/** A diagnosis of two causes, each confirmed by a sign that a probe sees. */
final class SignDiagnosis {

  private SignDiagnosis() {}

  static BackupDiagnosisBuilder diagnosis(Probe... probes) {
    BackupDiagnosisBuilder builder =
        BackupDiagnosis.builder()
            .discover(false)
            .add(
                SmallCatalog.of("x-sign", "x-other")
                    .code("XSignError", "x-sign")
                    .code("XBothError", "x-sign", "x-other"))
            .add(Make.bySign("test.sign", "x-sign", SIGN, When.NOW))
            .add(Make.bySign("test.other", "x-other", OTHER, When.NOW));
    for (Probe probe : probes) {
      builder.add(probe);
    }
    return builder;
  }

  static DiagnosisRequest.Builder both() {
    return DiagnosisRequest.builder().code("XBothError");
  }

  static CauseState stateOf(Report report, String cause) {
    return report.causes().stream()
        .filter(ranked -> ranked.id().equals(cause))
        .findFirst()
        .orElseThrow()
        .state();
  }
}
