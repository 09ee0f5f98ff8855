package io.github.backupdiag.internal.engine;

import io.github.backupdiag.internal.redact.Redaction;
import org.jspecify.annotations.Nullable;

/** Says in one short line what an extension threw. */
final class Failures {

  private static final int LONGEST = 300;

  private Failures() {}

  static String describe(Throwable thrown) {
    String message = firstLine(messageOf(thrown));
    String name = thrown.getClass().getSimpleName();
    String line = message.isEmpty() ? name : name + ": " + message;
    return cut(Redaction.ofLine(line));
  }

  private static String cut(String line) {
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
  }

  private static @Nullable String messageOf(Throwable thrown) {
    try {
      return thrown.getMessage();
    } catch (RuntimeException | LinkageError | StackOverflowError e) {
      return null;
    }
  }

  private static String firstLine(@Nullable String message) {
    return message == null ? "" : message.lines().findFirst().orElse("");
  }
}
