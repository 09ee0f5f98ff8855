package io.github.backupdiag.internal.logscan;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Runs ripgrep with one thread on the same file; it writes its lines to a pipe that is read. */
final class Ripgrep {

  private static final long NANOS_PER_TICK = 10_000_000; // USER_HZ is 100 on Linux
  private static final int CHILDREN = 13; // cutime, counted behind the name of the program

  private Ripgrep() {}

  static boolean isInstalled() {
    try {
      return new ProcessBuilder("rg", "--version").start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  static Cost cost(Path literals, Path log) throws IOException, InterruptedException {
    Cost.Clock clock = new Cost.Clock(ofChildren());
    Process rg =
        new ProcessBuilder("rg", "-j1", "-a", "-n", "-F", "-f", literals.toString(), log.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    long lines = 0;
    byte[] block = new byte[1 << 16];
    try (InputStream out = rg.getInputStream()) {
      int length = out.read(block);
      while (length >= 0) {
        for (int i = 0; i < length; i++) {
          lines += block[i] == '\n' ? 1 : 0;
        }
        length = out.read(block);
      }
    }
    rg.waitFor();
    return clock.cost(ofChildren(), lines);
  }

  /** Processor time of processes that have ended (proc(5), fields 16 and 17). */
  private static long ofChildren() throws IOException {
    String stat = Files.readString(Path.of("/proc/self/stat"));
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
    return (Long.parseLong(fields[CHILDREN]) + Long.parseLong(fields[CHILDREN + 1]))
        * NANOS_PER_TICK;
  }
}
