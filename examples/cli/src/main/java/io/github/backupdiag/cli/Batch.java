package io.github.backupdiag.cli;

import io.github.backupdiag.BackupDiagnosis;
import io.github.backupdiag.render.Renderers;
import io.github.backupdiag.report.Report;
import java.io.IOException;
import java.util.List;

/** Explains many texts: JSON Lines in, one report per line out, in the same order. */
final class Batch {

  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private final CommonOptions common;
  private final Surroundings around;
  private final BackupDiagnosis diagnosis = BackupDiagnosis.builder().build();
  private int number;
  private boolean anyBad;
  private boolean anyConfirmed;

  private Batch(CommonOptions common, Surroundings around) {
    this.common = common;
    this.around = around;
  }

  static int run(List<String> operands, CommonOptions common, Surroundings around)
      throws RefusedException {
    check(operands, common);
    Batch batch = new Batch(common, around);
    batch.readAll();
    return batch.status();
  }

  private static void check(List<String> operands, CommonOptions common) {
    if (!operands.isEmpty() && !operands.equals(List.of("-"))) {
      throw common.refused("--batch reads standard input; give no text beside it");
    }
    String format = common.format();
    if (format != null && !format.equals("json")) {
      throw common.refused("--batch writes JSON only, not " + format);
    }
    if (common.record() != null) {
      throw common.refused("--batch records nothing; leave --record out");
    }
  }

  private void readAll() throws RefusedException {
    Lines lines = new Lines(around.in(), Inputs.MOST_BYTES);
    while (!around.out().isClosed() && !around.cancellation().isCancelled() && next(lines)) {
      number++;
      byte[] bytes = lines.bytes();
      if (lines.isTooLong()) {
        write(BatchLine.refused("the line is longer than 8 MiB"));
      } else if (!isBlank(bytes)) {
        write(BatchLine.of(withoutMark(bytes)));
      }
    }
  }

  private static boolean next(Lines lines) throws RefusedException {
    try {
      return lines.next();
    } catch (IOException e) {
      throw new RefusedException("standard input cannot be read: " + Inputs.why(e));
    }
  }

  private void write(BatchLine line) throws RefusedException {
    String problem = line.problem();
    Report report = problem == null ? explain(line) : refused(problem);
    anyConfirmed |= report.hasConfirmedCause();
    new ReportFormat(Renderers.compactJson(line.id())).write(report, around.out());
    around.out().flush();
  }

  private Report explain(BatchLine line) throws RefusedException {
    try {
      return diagnosis.explain(common.request(around).errorText(line.text()).build());
    } catch (RuntimeException | StackOverflowError e) {
      return refused("internal error, please report it: " + e);
    }
  }

  private Report refused(String problem) throws RefusedException {
    anyBad = true;
    return RefusedReport.of("line " + number, problem, diagnosis.catalog(), common.language());
  }

  private int status() {
    if (anyBad) {
      return ExitStatus.REFUSED;
    }
    return anyConfirmed ? ExitStatus.CONFIRMED : ExitStatus.OK;
  }

  private static boolean isBlank(byte[] bytes) {
    for (byte letter : bytes) {
      if (letter != ' ' && letter != '\t' && letter != '\r') {
        return false;
      }
    }
    return true;
  }

  private byte[] withoutMark(byte[] bytes) {
    boolean mark =
        number == 1
            && bytes.length >= 3
            && java.util.Arrays.equals(bytes, 0, 3, BYTE_ORDER_MARK, 0, 3);
    return mark ? java.util.Arrays.copyOfRange(bytes, 3, bytes.length) : bytes;
  }
}
