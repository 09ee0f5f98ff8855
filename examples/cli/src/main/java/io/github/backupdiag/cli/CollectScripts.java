package io.github.backupdiag.cli;

import io.github.backupdiag.BackupDiagnosis;
import io.github.backupdiag.fact.guest.GuestOs;
import io.github.backupdiag.guest.CollectScript;
import io.github.backupdiag.request.DiagnosisRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** Writes the script that asks a guest without Java; {@code --bundle} reads what it prints. */
@Command(
    name = "collect-script",
    customSynopsis = "backup-diag collect-script linux|windows [OPTION…] [--error=TEXT|-]",
    description = {
      "Writes a script for a guest without Java: POSIX shell, or PowerShell 3 and later. It only"
          + " reads, takes a few seconds and prints one text, which 'diagnose --bundle' reads.",
      "With an error it asks only what decides that error; with --failed-at, Windows is asked for"
          + " the events of that time instead of the last day."
    },
    exitCodeListHeading = Complaints.EXIT_STATUS,
    exitCodeList = {"2:wrong usage", "0:otherwise"})
final class CollectScripts extends Subcommand {

  @SuppressWarnings("NullAway.Init") // picocli sets it
  @Parameters(
      index = "0",
      paramLabel = "linux|windows",
      converter = OfSystem.class,
      description = "which system the guest runs")
  private GuestOs.Family system;

  @Mixin private final ErrorOption error = new ErrorOption();

  CollectScripts(Surroundings around) {
    super(around);
  }

  @Override
  String operands() {
    return "name the system of the guest: linux or windows";
  }

  @Override
  int run() throws RefusedException {
    if (common.format() != null || common.record() != null) {
      throw common.refused("a script has no format and records nothing");
    }
    DiagnosisRequest.Builder request = common.request(around);
    error.addTo(request, common, around);
    BackupDiagnosis diagnosis = BackupDiagnosis.builder().build();
    CollectScript script =
        CollectScript.of(diagnosis.probesFor(request.build()), diagnosis.catalog());
    around.out().write(common.failedAt().map(script::failedAt).orElse(script).text(system));
    return ExitStatus.OK;
  }

  /** Accepts a system by its name. */
  static final class OfSystem implements ITypeConverter<GuestOs.Family> {
    @Override
    public GuestOs.Family convert(String name) {
      return switch (name) {
        case "linux" -> GuestOs.Family.LINUX;
        case "windows" -> GuestOs.Family.WINDOWS;
        default ->
            throw new TypeConversionException(
                "no script for '" + name + "', only linux and windows");
      };
    }
  }
}
