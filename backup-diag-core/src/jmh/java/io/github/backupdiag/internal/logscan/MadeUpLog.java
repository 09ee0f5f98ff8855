package io.github.backupdiag.internal.logscan;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

/**
 * A log in the shape of the Linux agent's, as the study of scanners used it: about 186 bytes a
 * line, one line in ten begins as many signatures do, and a share of the lines holds one.
 */
final class MadeUpLog {

  private static final String[] WORDS = {
    "goal",
    "state",
    "incarnation",
    "handler",
    "environment",
    "update",
    "report",
    "status",
    "disk",
    "service",
    "network",
    "address",
    "configuration",
    "download",
    "manifest",
    "package",
    "version",
    "certificate",
    "process",
    "command",
    "output",
    "thread",
    "telemetry",
    "collector",
    "container",
    "interface",
    "monitor",
    "periodic",
    "completed",
    "started",
    "the",
    "of",
    "for",
    "in",
    "with"
  };
  private static final String[] LEVELS = {"INFO", "INFO", "INFO", "VERBOSE", "WARNING", "ERROR"};
  private static final int LINE = 120;

  private final Random random = new Random(20260314);
  private final List<String> literals;
  private final double hits;

  /**
   * Prepares a log.
   *
   * @param literals what lines may hold
   * @param hits share of the lines that hold one
   */
  MadeUpLog(List<String> literals, double hits) {
    this.literals = literals;
    this.hits = hits;
  }

  /** Writes it, unless it was written before. */
  Path write(Path file, long size) throws IOException {
    if (Files.exists(file) && Files.size(file) >= size) {
      return file;
    }
    Files.createDirectories(file.getParent());
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20)) {
      long written = 0;
      for (long line = 0; written < size; line++) {
        byte[] bytes = line(line).getBytes(StandardCharsets.UTF_8);
        out.write(bytes);
        written += bytes.length;
      }
    }
    return file;
  }

  private String line(long number) {
    StringBuilder line = new StringBuilder(200);
    long second = number / 50;
    line.append(
        String.format(
            "2026-03-%02dT%02d:%02d:%02d.%06dZ %s ExtHandler ExtHandler ",
            1 + second / 86400 % 28,
            second / 3600 % 24,
            second / 60 % 60,
            second % 60,
            number % 50 * 20_000 + random.nextInt(20_000),
            LEVELS[random.nextInt(LEVELS.length)]));
    if (random.nextInt(10) == 0) {
      String literal = literals.get(random.nextInt(literals.size()));
      line.append(literal, 0, Math.max(1, literal.length() * 2 / 3)).append(' ');
    }
    int until = line.length() + LINE / 2;
    words(line, until);
    if (random.nextDouble() < hits) {
      line.append(literals.get(random.nextInt(literals.size()))).append(' ');
    }
    words(line, until + LINE / 2);
    return line.append('\n').toString();
  }

  private void words(StringBuilder line, int until) {
    while (line.length() < until) {
      line.append(WORDS[random.nextInt(WORDS.length)]).append(' ');
    }
  }
}
