package io.github.backupdiag.cli;

import io.github.backupdiag.ProgressListener;
import java.io.PrintStream;
import java.util.List;

/** Shows on one line of a terminal how far the gathering is, and takes that line away again. */
final class Progress implements ProgressListener {

  private static final String ERASE_LINE = "\r\u001b[K";

  private final PrintStream terminal;
  private int planned;
  private int finished;

  Progress(PrintStream terminal) {
    this.terminal = terminal;
  }

  @Override
  public void planned(List<String> probes) {
    planned += probes.size();
  }

  @Override
  public void started(String probe) {
    show(probe);
  }

  @Override
  public void finished(String probe, boolean seen) {
    finished++;
    show(probe);
  }

  private void show(String probe) {
    terminal.print(ERASE_LINE + finished + "/" + planned + " " + probe);
    terminal.flush();
  }

  void erase() {
    terminal.print(ERASE_LINE);
    terminal.flush();
  }
}
