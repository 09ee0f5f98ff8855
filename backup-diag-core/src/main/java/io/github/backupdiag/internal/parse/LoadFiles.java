package io.github.backupdiag.internal.parse;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the kernel's files about load and memory (proc(5)). */
public final class LoadFiles {

  private static final Pattern LOAD =
      Pattern.compile("^\\d{1,6}\\.\\d{1,4} (\\d{1,6}\\.\\d{1,4}) ");
  private static final Pattern PROCESSOR = Pattern.compile("(?m)^cpu\\d+ ");
  private static final Pattern PRESSURE =
      Pattern.compile("(?m)^some .{0,60}avg300=(\\d{1,3}\\.\\d{1,4})");

  private LoadFiles() {}

  /**
   * Reads {@code /proc/loadavg}.
   *
   * @param text content of the file
   * @return mean of five minutes, or -1 if it tells none
   */
  public static double load(String text) {
    Matcher matcher = LOAD.matcher(text);
    return matcher.find() ? Double.parseDouble(matcher.group(1)) : -1;
  }

  /**
   * Reads {@code /proc/loadavg}.
   *
   * @param text content of the file
   * @return mean of the last minute, or -1 if it tells none
   */
  public static double lastMinute(String text) {
    int end = text.indexOf(' ');
    return LOAD.matcher(text).find() && end <= 11 ? Double.parseDouble(text.substring(0, end)) : -1;
  }

  /**
   * Counts the processors in {@code /proc/stat}.
   *
   * @param text content of the file
   * @return how many, 0 if it names none
   */
  public static int processors(String text) {
    return (int) PROCESSOR.matcher(text).results().count();
  }

  /**
   * Reads {@code /proc/pressure/cpu}.
   *
   * @param text content of the file
   * @return percent of five minutes in which some task waited, -1 if it tells none
   */
  public static double pressure(String text) {
    Matcher matcher = PRESSURE.matcher(text);
    return matcher.find() ? Double.parseDouble(matcher.group(1)) : -1;
  }

  /**
   * Reads a size in {@code /proc/meminfo}.
   *
   * @param text content of the file
   * @param name such as {@code MemTotal}
   * @return bytes, 0 if it does not tell
   */
  public static long bytes(String text, String name) {
    for (String line : text.split("\n", -1)) {
      if (line.startsWith(name + ":")) {
        Matcher matcher = Pattern.compile("\\d{1,15}").matcher(line);
        return matcher.find() ? Long.parseLong(matcher.group()) * 1024 : 0;
      }
    }
    return 0;
  }
}
