package io.github.backupdiag.internal.parse;

import io.github.backupdiag.fact.guest.FailedFlag;
import io.github.backupdiag.guestaccess.FileContent;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Finds {@code isanysnapshotfailed} in {@code vmbackup.conf}. */
public final class FailedFlagLine {

  private static final String KEY = "isanysnapshotfailed";

  private FailedFlagLine() {}

  /**
   * Reads the file.
   *
   * @param file the file
   * @return the flag, the last line wins; null if it is not there
   */
  public static @Nullable FailedFlag parse(FileContent file) {
    FailedFlag found = null;
    int number = 0;
    for (String line : file.text().split("\n", -1)) {
      number++;
      String[] parts = line.split("[=:]", 2);
      if (parts.length == 2 && parts[0].strip().equalsIgnoreCase(KEY)) {
        String value = parts[1].strip().toLowerCase(Locale.ROOT);
        found = new FailedFlag(file.path(), number, value.equals("true"));
      }
    }
    return found;
  }
}
