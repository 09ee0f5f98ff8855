package io.github.backupdiag.internal.intake.payload;

import java.util.List;

/** Lines of text that hold records. */
interface TextForm {

  /** Tells whether records begin at a line. */
  boolean begins(List<Line> lines, int from);

  /** Reads the records that begin at a line; gives the first line behind them. */
  int read(List<Line> lines, int from, Walk walk);
}
