package io.github.backupdiag.fact.guest;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The agent's configuration file, read by the agent's own rules: {@code #} begins a comment, a line
 * is split at its first {@code =}, quotes and blanks go, {@code None} unsets, the last line of a
 * key wins.
 *
 * @param path where the file is
 * @param entries its settings in the order of the file
 * @param whole false if only a part of the file is known, so that a missing key says nothing
 */
public record AgentConfig(String path, List<Entry> entries, boolean whole) {

  /**
   * Copies the list.
   *
   * @param path where the file is
   * @param entries its settings
   * @param whole false if only a part of the file is known
   */
  public AgentConfig {
    entries = List.copyOf(entries);
  }

  /**
   * Makes a configuration of a whole file.
   *
   * @param path where the file is
   * @param entries its settings
   */
  public AgentConfig(String path, List<Entry> entries) {
    this(path, entries, true);
  }

  /**
   * One setting.
   *
   * @param key as written
   * @param value without quotes, blanks and trailing comment; empty if there is none or it is
   *     {@code None}
   * @param line line number from 1
   */
  public record Entry(String key, String value, int line) {}

  /**
   * Finds the line that counts for a key.
   *
   * @param key exact name, such as {@code Extensions.Enabled}
   * @return the last setting of that key, or null if there is none
   */
  public @Nullable Entry find(String key) {
    Entry found = null;
    for (Entry entry : entries) {
      if (entry.key().equals(key)) {
        found = entry;
      }
    }
    return found;
  }

  /**
   * Gives a switch as the agent understands it: on for {@code y}, off for {@code n}, in any case;
   * every other word, also {@code no}, {@code false} and {@code 0}, means the default.
   *
   * @param key exact name
   * @param byDefault what holds when the key is missing or says something else
   * @return whether it is on
   */
  public boolean isOn(String key, boolean byDefault) {
    Entry entry = find(key);
    String value = entry == null ? "" : entry.value().toLowerCase(Locale.ROOT);
    return switch (value) {
      case "y" -> true;
      case "n" -> false;
      default -> byDefault;
    };
  }
}
