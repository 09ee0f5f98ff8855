package io.github.backupdiag.cli;

import io.github.backupdiag.BackupDiagnosis;
import io.github.backupdiag.catalog.Catalog;
import io.github.backupdiag.scan.LogScan;
import io.github.backupdiag.scan.LogSource;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Looks through logs for known lines; draws no conclusion from them. */
@Command(
    name = "scan",
    customSynopsis = "backup-diag scan [OPTION…] FILE… | -",
    description = {
      "Finds the lines of logs that hold a known signature, and writes one line of JSON for each:"
          + " id, file, line, time, text, values, severity. Secrets are left out.",
      "Files may be of any size and packed by gzip."
    },
    exitCodeListHeading = Complaints.EXIT_STATUS,
    exitCodeList = {"2:wrong usage, or a file that cannot be read", "0:otherwise"})
final class Scan extends Subcommand {

  private static final int MOST_THREADS = 64;

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      description = "a log of any kind; - is standard input")
  private List<String> files = new ArrayList<>();

  @Option(
      names = "--threads",
      order = 1,
      paramLabel = "N",
      description = "how many threads look at once; all processors if not given")
  private int threads = Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors());

  Scan(Surroundings around) {
    super(around);
  }

  @Override
  String operands() {
    return "name the logs, or - for standard input";
  }

  @Override
  int run() throws RefusedException {
    check();
    List<LogSource> logs = new ArrayList<>();
    for (String file : files) {
      logs.add(ScannedFile.of(file, around));
    }
    Catalog catalog = BackupDiagnosis.builder().build().catalog();
    HitLines lines = new HitLines(catalog, around);
    boolean ended = LogScan.of(catalog).scan(logs, threads, lines::isEnough, lines);
    return lines.status(ended);
  }

  private void check() {
    String format = common.format();
    if (format != null && !format.equals("json")) {
      throw common.refused("hits are shown as lines of json only, not as " + format);
    }
    if (common.record() != null) {
      throw common.refused("a scan gathers no facts to record; leave --record out");
    }
    if (threads < 1 || threads > MOST_THREADS) {
      throw common.refused("--threads is a number from 1 to " + MOST_THREADS);
    }
  }
}
