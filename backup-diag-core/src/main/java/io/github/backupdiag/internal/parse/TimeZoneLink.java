package io.github.backupdiag.internal.parse;

import java.time.DateTimeException;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** Tells the time zone of a guest from where {@code /etc/localtime} leads (localtime(5)). */
public final class TimeZoneLink {

  private static final String FOLDER = "zoneinfo/";

  private TimeZoneLink() {}

  /**
   * Reads the target of the link, or the content of {@code /etc/timezone}.
   *
   * @param text path below {@code zoneinfo}, or a name
   * @return the zone, or null if it is none that is known
   */
  public static @Nullable ZoneId zone(String text) {
    String name = text.strip();
    int folder = name.indexOf(FOLDER);
    name = folder < 0 ? name : name.substring(folder + FOLDER.length());
    if (name.startsWith("posix/")) {
      name = name.substring("posix/".length());
    }
    try {
      return name.isEmpty() ? null : ZoneId.of(name);
    } catch (DateTimeException e) {
      return null;
    }
  }
}
