package io.github.backupdiag.cli;

import io.github.backupdiag.BackupDiagnosis;
import io.github.backupdiag.report.Report;
import io.github.backupdiag.request.DiagnosisRequest;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Looks at a guest and tells why its backup fails. */
@Command(
    name = "diagnose",
    customSynopsis = {
      "backup-diag diagnose [OPTION…] [--error=TEXT|-]",
      "                            [--root=DIR | --bundle=FILE | --facts=FACTS.json | --no-guest]",
      "backup-diag diagnose --bundle-dir=DIR [--shard=I/N] [OPTION…] [--error=TEXT|-]"
    },
    description = {
      "Looks at a guest and tells why its backup fails; without an error, whether the next one"
          + " would.",
      "Looks at this machine if nothing else is named. Only reads, and needs no rights: it says"
          + " what it could not read.",
      "With --bundle-dir, error, time and deadline are those of each bundle."
    },
    exitCodeListHeading = Complaints.EXIT_STATUS,
    exitCodeList = {
      "2:wrong usage or unreadable input",
      "1:at least one confirmed cause",
      "3:something planned could not be seen, or nothing could be decided",
      "0:otherwise"
    })
final class Diagnose extends Subcommand {

  @Mixin private final Sources sources = new Sources();

  @Option(
      names = "--bundle-dir",
      order = 7,
      paramLabel = "DIR",
      description =
          "diagnoses each file and folder in it, one JSON report per line in the order of names;"
              + " with --format text one line of text each")
  private @Nullable String bundles;

  @Option(
      names = "--shard",
      order = 8,
      paramLabel = "I/N",
      converter = Shard.OfText.class,
      description = "of --bundle-dir only the I-th of N parts; a name always falls to the same one")
  private @Nullable Shard shard;

  Diagnose(Surroundings around) {
    super(around);
  }

  @Override
  String operands() {
    return "give an error as --error TEXT";
  }

  @Override
  int run() throws RefusedException {
    sources.check(common);
    if (bundles != null) {
      return runMany(bundles);
    }
    if (shard != null) {
      throw common.refused("--shard takes a part of --bundle-dir; name the directory");
    }
    Gathering gathering = Gathering.of(sources, common, around);
    ReportFormat format = ReportFormat.of(common, gathering.diagnosis(), around);
    Report report =
        Recording.around(common, () -> gathering.look(BackupDiagnosis::diagnose), Report::facts);
    format.write(report, around.out());
    return ExitStatus.ofDiagnosis(report);
  }

  private int runMany(String directory) throws RefusedException {
    if (sources.isGiven()) {
      throw common.refused(
          "--bundle-dir and --root, --bundle, --facts, --no-guest exclude each other");
    }
    String error = sources.error.text(common, around);
    return new BundleDirectoryRun(common, around)
        .run(directory, shard == null ? Shard.WHOLE : shard, () -> request(error));
  }

  private DiagnosisRequest.Builder request(@Nullable String error) {
    DiagnosisRequest.Builder request = common.request(around);
    return error == null ? request : request.errorText(error);
  }
}
