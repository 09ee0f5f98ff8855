package io.github.backupdiag.cli;

import io.github.backupdiag.BackupDiagnosis;
import io.github.backupdiag.cli.ManyBundles.Diagnosed;
import io.github.backupdiag.render.Renderers;
import io.github.backupdiag.report.CauseState;
import io.github.backupdiag.report.RankedCause;
import io.github.backupdiag.report.Report;
import io.github.backupdiag.request.DiagnosisRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Writes one line for each bundle of a directory: a report as JSON, or a row of a table. */
final class BundleDirectoryRun {

  /** What stays of a bundle: its line and its part in the exit status. */
  private record Line(String name, String text, int status) {}

  private static final int STATE_COLUMNS = 12;
  private static final int MOST_NAME_COLUMNS = 48;

  private final CommonOptions common;
  private final Surroundings around;
  private final @Nullable Progress progress;
  private boolean table;
  private int nameColumns;
  private boolean anyBad;
  private boolean anyConfirmed;
  private boolean anyPartial;

  BundleDirectoryRun(CommonOptions common, Surroundings around) {
    this.common = common;
    this.around = around;
    this.progress = around.progress() ? new Progress(around.err()) : null;
  }

  /** Diagnoses a part of a directory and gives the exit status. */
  int run(String directory, Shard shard, Supplier<DiagnosisRequest.Builder> requests)
      throws RefusedException {
    check();
    BundleDirectory bundles = BundleDirectory.of(directory);
    List<String> names = bundles.names(shard);
    nameColumns =
        Math.min(MOST_NAME_COLUMNS, names.stream().mapToInt(Wrapping::width).max().orElse(0));
    if (progress != null) {
      progress.planned(names);
    }
    BackupDiagnosis diagnosis = BackupDiagnosis.builder().build();
    boolean all =
        new ManyBundles(bundles, diagnosis, requests, common)
            .diagnose(names, InOrder.onAllProcessors(), this::line, this::take);
    if (progress != null) {
      progress.erase();
    }
    anyPartial |= !all;
    return status();
  }

  private void check() {
    String format = common.format();
    table = "text".equals(format);
    if (format != null && !table && !format.equals("json")) {
      throw common.refused("--bundle-dir writes json or text only, not " + format);
    }
    if (common.record() != null) {
      throw common.refused("--bundle-dir records nothing; leave --record out");
    }
  }

  private Line line(Diagnosed bundle) {
    Report report = bundle.report();
    int status = bundle.isReadable() ? ExitStatus.ofDiagnosis(report) : ExitStatus.REFUSED;
    return new Line(bundle.name(), table ? row(bundle, status) : json(bundle), status);
  }

  private static String json(Diagnosed bundle) {
    StringBuilder line = new StringBuilder(1 << 13);
    try {
      Report report = bundle.report();
      Renderers.compactJson(bundle.name()).render(report, report.locale(), line);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return line.toString();
  }

  private String row(Diagnosed bundle, int status) {
    Report report = bundle.report();
    String state =
        switch (status) {
          case ExitStatus.CONFIRMED -> "confirmed";
          case ExitStatus.PARTIAL -> "partial";
          case ExitStatus.REFUSED -> "unreadable";
          default -> "none";
        };
    String last = bundle.isReadable() ? confirmed(report) : report.problems().get(0).text();
    String row = padded(state, STATE_COLUMNS) + padded(bundle.name(), nameColumns + 2) + last;
    return row.replaceAll("\\p{Cntrl}", "?").stripTrailing() + "\n";
  }

  private static String padded(String cell, int columns) {
    return cell + " ".repeat(Math.max(2, columns - Wrapping.width(cell)));
  }

  /** The titles of the confirmed causes that no other one brings about. */
  private static String confirmed(Report report) {
    Locale language = report.locale();
    List<String> titles =
        report.causes().stream()
            .filter(cause -> cause.state() == CauseState.CONFIRMED && cause.explainedBy() == null)
            .map(RankedCause::title)
            .map(title -> report.say(title, language))
            .toList();
    return String.join("; ", titles);
  }

  private boolean take(Line line) throws RefusedException {
    if (progress != null) {
      progress.erase();
    }
    around.out().write(line.text());
    around.out().flush();
    if (progress != null) {
      progress.finished(line.name(), true);
    }
    anyBad |= line.status() == ExitStatus.REFUSED;
    anyConfirmed |= line.status() == ExitStatus.CONFIRMED;
    anyPartial |= line.status() == ExitStatus.PARTIAL;
    return !around.out().isClosed() && !around.cancellation().isCancelled();
  }

  private int status() {
    if (anyBad) {
      return ExitStatus.REFUSED;
    }
    return anyConfirmed ? ExitStatus.CONFIRMED : anyPartial ? ExitStatus.PARTIAL : ExitStatus.OK;
  }
}
