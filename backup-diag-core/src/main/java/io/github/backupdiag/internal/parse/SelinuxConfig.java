package io.github.backupdiag.internal.parse;

import io.github.backupdiag.fact.guest.SelinuxState;
import io.github.backupdiag.fact.guest.SelinuxState.Mode;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads what says whether SELinux enforces (selinux(8), selinux_config(5)). */
public final class SelinuxConfig {

  private SelinuxConfig() {}

  /**
   * Reads the kernel's switch {@code /sys/fs/selinux/enforce}.
   *
   * @param path where it was found
   * @param text content of the file
   * @return the state, or null if it is neither 0 nor 1
   */
  public static @Nullable SelinuxState enforce(String path, String text) {
    return switch (text.strip()) {
      case "1" -> new SelinuxState(Mode.ENFORCING, path, 0, true);
      case "0" -> new SelinuxState(Mode.PERMISSIVE, path, 0, true);
      default -> null;
    };
  }

  /**
   * Reads {@code /etc/selinux/config}; the first assignment counts.
   *
   * @param path where it was found
   * @param text content of the file
   * @return the state, or null if the file sets none
   */
  public static @Nullable SelinuxState config(String path, String text) {
    int number = 0;
    for (String line : text.split("\n", -1)) {
      number++;
      if (line.startsWith("SELINUX=")) {
        Mode mode = mode(line.substring("SELINUX=".length()).strip().toLowerCase(Locale.ROOT));
        return mode == null ? null : new SelinuxState(mode, path, number, false);
      }
    }
    return null;
  }

  private static @Nullable Mode mode(String word) {
    return switch (word) {
      case "enforcing" -> Mode.ENFORCING;
      case "permissive" -> Mode.PERMISSIVE;
      case "disabled" -> Mode.DISABLED;
      default -> null;
    };
  }
}
