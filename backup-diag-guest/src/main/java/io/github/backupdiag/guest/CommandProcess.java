package io.github.backupdiag.guest;

import java.io.IOException;
import java.util.List;

/** A command that was started, with everything it starts. */
final class CommandProcess {

  private final Process process;
  private final ProcessMark mark;

  private CommandProcess(Process process, ProcessMark mark) {
    this.process = process;
    this.mark = mark;
  }

  static CommandProcess start(List<String> argv) throws IOException {
    ProcessMark mark = ProcessMark.next();
    ProcessBuilder builder = new ProcessBuilder(argv);
    builder.environment().put("LC_ALL", "C");
    mark.put(builder.environment());
    return new CommandProcess(builder.start(), mark);
  }

  Process process() {
    return process;
  }

  /**
   * Ends what still runs. Descendants go first: without their parent they are found by their mark
   * only, and not every system shows that. What was started meanwhile goes last.
   */
  void end() {
    if (process.isAlive()) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
    }
    process.destroyForcibly();
    mark.endAll();
  }
}
