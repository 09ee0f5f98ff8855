package io.github.backupdiag.cli;

import java.io.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Which streams are terminals. {@link System#console} alone does not tell: up to Java 21 it is
 * there only if input and output both are, from 22 on always.
 *
 * @param out standard output
 * @param err standard error
 */
record Terminal(boolean out, boolean err) {

  static final Terminal NONE = new Terminal(false, false);

  /** Linux tells for each stream; elsewhere the console stands for both. */
  static Terminal detect() {
    if (Files.exists(Path.of("/proc/self/fd/2"))) {
      return new Terminal(isDevice("/proc/self/fd/1"), isDevice("/proc/self/fd/2"));
    }
    boolean console = hasConsole();
    return new Terminal(console, console);
  }

  private static boolean isDevice(String descriptor) {
    try {
      String target = Files.readSymbolicLink(Path.of(descriptor)).toString();
      return target.startsWith("/dev/pts/")
          || target.startsWith("/dev/tty")
          || target.equals("/dev/console");
    } catch (IOException | RuntimeException e) {
      return false;
    }
  }

  @SuppressWarnings("SystemConsoleNull") // up to 21 it may be null; later ones are asked
  private static boolean hasConsole() {
    Console console = System.console();
    if (console == null) {
      return false;
    }
    try {
      return (Boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (ReflectiveOperationException e) {
      return true;
    }
  }
}
