package io.github.backupdiag.internal.parse;

import io.github.backupdiag.fact.guest.DesktopHeap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The sizes of desktop heaps in the command line of the Windows subsystem: {@code
 * SharedSection=1024,20480,768}, in kilobytes.
 */
public final class SharedSection {

  private static final Pattern SIZES =
      Pattern.compile("(?i)\\bSharedSection=\\d{1,9},(\\d{1,9}),(\\d{1,9})(?!\\d)");

  private SharedSection() {}

  /**
   * Reads the sizes.
   *
   * @param key the registry key
   * @param commandLine its value {@code Windows}
   * @return the sizes, or null if the line does not set the three
   */
  public static @Nullable DesktopHeap parse(String key, String commandLine) {
    Matcher sizes = SIZES.matcher(commandLine);
    return sizes.find()
        ? new DesktopHeap(Long.parseLong(sizes.group(1)), Long.parseLong(sizes.group(2)), key)
        : null;
  }
}
