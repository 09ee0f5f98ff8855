package io.github.backupdiag.cli;

import io.github.backupdiag.BackupDiagnosis;
import io.github.backupdiag.fact.FactSet;
import io.github.backupdiag.fact.FactSetJson;
import io.github.backupdiag.guest.RecordingGuest;
import io.github.backupdiag.guest.SupportBundle;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Looks at a guest and writes down the facts, without judging them. */
@Command(
    name = "gather",
    customSynopsis = {
      "backup-diag gather [--out=FACTS.json|-] [--bundle-out=FILE.zip] [OPTION…]",
      "                          [--error=TEXT|-]",
      "                          [--root=DIR | --bundle=FILE | --facts=FACTS.json | --no-guest]"
    },
    description = {
      "Looks at a guest and writes the facts to a file, for 'judge' here or elsewhere.",
      "Looks at this machine if nothing else is named. The files may hold names of this guest; only"
          + " their owner can read them."
    },
    exitCodeListHeading = Complaints.EXIT_STATUS,
    exitCodeList = {
      "2:wrong usage or unreadable input",
      "3:something planned could not be seen",
      "0:otherwise"
    })
final class Gather extends Subcommand {

  @Option(
      names = "--out",
      order = 1,
      paramLabel = "FACTS.json",
      description = "where the facts go; - writes them to standard output")
  private @Nullable String out;

  @Option(
      names = "--bundle-out",
      order = 1,
      paramLabel = "FILE.zip",
      description =
          "also or only writes a support bundle: facts and redacted files, with a manifest;"
              + " 'diagnose --bundle' reads it back; with --pseudonymize facts alone")
  private @Nullable String bundleOut;

  @Mixin private final Sources sources = new Sources();

  Gather(Surroundings around) {
    super(around);
  }

  @Override
  String operands() {
    return "give an error as --error TEXT";
  }

  @Override
  int run() throws RefusedException {
    sources.check(common);
    check();
    return ExitStatus.ofGathering(Recording.around(common, this::gatherToBundle, facts -> facts));
  }

  private void check() {
    String format = common.format();
    if (format != null && !format.equals("json")) {
      throw common.refused("facts are written as JSON only, not as " + format);
    }
    if (out == null && bundleOut == null) {
      throw common.refused("name where to write: --out=FACTS.json, --bundle-out=FILE.zip, or both");
    }
    if ("-".equals(bundleOut)) {
      throw common.refused("option --bundle-out needs a file");
    }
  }

  private FactSet gatherToBundle() throws RefusedException {
    if (bundleOut == null) {
      return gatherToOut();
    }
    sources.keepAnswers();
    try (OutputFile file = OutputFile.create(Inputs.path(bundleOut))) {
      FactSet facts = gatherToOut();
      RecordingGuest guest = bundled();
      Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
      file.write(stream -> SupportBundle.write(facts, guest, Program.version(), now, stream));
      return facts;
    }
  }

  /** Facts have pseudonyms, but nobody can tell all names in a file: then no file is taken. */
  private @Nullable RecordingGuest bundled() {
    RecordingGuest guest = sources.recording();
    return guest != null && common.pseudonymizes() ? RecordingGuest.of(guest) : guest;
  }

  private FactSet gatherToOut() throws RefusedException {
    if (out == null) {
      return gather();
    }
    if (out.equals("-")) {
      FactSet facts = gather();
      around.out().attempt(stream -> FactSetJson.write(facts, stream));
      return facts;
    }
    try (OutputFile file = OutputFile.create(Inputs.path(out))) {
      FactSet facts = gather();
      file.write(facts);
      return facts;
    }
  }

  private FactSet gather() throws RefusedException {
    Gathering gathering = Gathering.of(sources, common, around);
    if (bundleOut != null && sources.isSupportBundle()) {
      throw common.refused("--bundle names a support bundle already; hand that one on");
    }
    return gathering.look(BackupDiagnosis::gather);
  }
}
