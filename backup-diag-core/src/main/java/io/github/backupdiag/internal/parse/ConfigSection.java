package io.github.backupdiag.internal.parse;

import io.github.backupdiag.fact.guest.VmbackupConf.Setting;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads one section of a file as Python's ConfigParser does; what it refuses is named. */
public final class ConfigSection {

  private final List<Setting> settings = new ArrayList<>();
  private @Nullable String problem;
  private int problemLine;

  private ConfigSection() {}

  /**
   * Reads a section.
   *
   * @param text content of the file
   * @param wanted name of the section, as written
   * @return its settings; lines that are none are left out
   */
  public static ConfigSection parse(String text, String wanted) {
    ConfigSection section = new ConfigSection();
    String current = null;
    int number = 0;
    for (String line : text.split("\r?\n|\r", -1)) {
      number++;
      String stripped = line.strip();
      boolean comment = stripped.startsWith("#") || stripped.startsWith(";");
      if (stripped.isEmpty() || comment) {
        continue;
      }
      int close = stripped.indexOf(']');
      if (stripped.startsWith("[") && close > 0) {
        current = stripped.substring(1, close);
      } else if (!section.take(line, stripped, number, current, wanted)
          && section.problem == null) {
        section.problem = stripped.length() <= 200 ? stripped : stripped.substring(0, 200);
        section.problemLine = number;
      }
    }
    return section;
  }

  private boolean take(
      String line, String stripped, int number, @Nullable String current, String wanted) {
    boolean goesOn = Character.isWhitespace(line.charAt(0)) && !settings.isEmpty();
    int equals = separator(stripped);
    if (current == null || (equals <= 0 && !goesOn)) {
      return false;
    }
    if (current.equals(wanted) && equals > 0) {
      String key = stripped.substring(0, equals).strip().toLowerCase(Locale.ROOT);
      settings.add(new Setting(key, stripped.substring(equals + 1).strip(), number));
    }
    return true;
  }

  /** The first of both; none is 0 or less. */
  private static int separator(String line) {
    int equals = line.indexOf('=');
    int colon = line.indexOf(':');
    return equals < 0 || (colon >= 0 && colon < equals) ? colon : equals;
  }

  /**
   * Gives the settings.
   *
   * @return in the order of the file
   */
  public List<Setting> settings() {
    return List.copyOf(settings);
  }

  /**
   * Gives the first line that makes the whole file unreadable.
   *
   * @return the line, or null if there is none
   */
  public @Nullable String problem() {
    return problem;
  }

  /**
   * Gives the place of the first line that makes the whole file unreadable.
   *
   * @return from 1; 0 if there is none
   */
  public int problemLine() {
    return problemLine;
  }

  /**
   * Gives the value of a setting.
   *
   * @param key its name in any case
   * @return the last value, or null
   */
  public @Nullable String value(String key) {
    String value = null;
    for (Setting setting : settings) {
      value = setting.key().equalsIgnoreCase(key) ? setting.value() : value;
    }
    return value;
  }
}
