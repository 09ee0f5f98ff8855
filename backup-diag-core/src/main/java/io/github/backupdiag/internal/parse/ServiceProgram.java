package io.github.backupdiag.internal.parse;

import java.util.Locale;

/** Finds the program in the {@code ImagePath} of a service. */
public final class ServiceProgram {

  private ServiceProgram() {}

  /**
   * Finds the program.
   *
   * @param imagePath the value as written, perhaps with quotes and arguments
   * @return its path with {@code /}, or empty if that is not clear
   */
  public static String path(String imagePath) {
    String text = imagePath.strip();
    String program;
    if (text.startsWith("\"")) {
      int end = text.indexOf('"', 1);
      program = end < 0 ? "" : text.substring(1, end);
    } else {
      int end = text.toLowerCase(Locale.ROOT).indexOf(".exe");
      program = end < 0 ? "" : text.substring(0, end + 4);
    }
    String lower = program.toLowerCase(Locale.ROOT);
    for (String windows : new String[] {"%systemroot%", "%windir%", "\\systemroot"}) {
      if (lower.startsWith(windows)) {
        program = "C:\\Windows" + program.substring(windows.length());
      }
    }
    String path = program.replace('\\', '/');
    return path.matches("[A-Za-z]:/[^*?:<>|\"]+") ? path : "";
  }
}
