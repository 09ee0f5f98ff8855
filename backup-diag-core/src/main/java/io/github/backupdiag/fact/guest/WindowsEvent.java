package io.github.backupdiag.fact.guest;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An entry of a Windows event log. Provider, id, codes and GUIDs are the same in every language;
 * texts are not.
 *
 * @param channel such as {@code Application}; empty if it is not told
 * @param provider who wrote it, such as {@code VSS}, as it is written
 * @param id its number, the low word of what the log stores
 * @param time when it was written (UTC), or null if the source tells none or a local one
 * @param data its values in their order, each cut at 2000 characters; may be empty
 * @param source where it was found, such as {@code input}
 * @param line line in the source, from 1, or 0
 * @param text the beginning of it as found, cut at 500 characters
 */
public record WindowsEvent(
    String channel,
    String provider,
    int id,
    @Nullable Instant time,
    List<String> data,
    String source,
    long line,
    String text) {

  private static final String PREFIX = "microsoft-windows-";

  /**
   * Copies the list.
   *
   * @param channel the log
   * @param provider who wrote it
   * @param id its number
   * @param time when, or null
   * @param data its values
   * @param source where it was found
   * @param line line in the source
   * @param text the beginning of it
   */
  public WindowsEvent {
    data = List.copyOf(data);
  }

  /**
   * Gives the one name of a provider that Windows versions and tools write in several ways.
   *
   * @param provider a name of a provider
   * @return in lower case, without {@code Microsoft-Windows-}, and {@code mssqlserver} for each
   *     instance of SQL Server
   */
  public static String shortName(String provider) {
    String lower = provider.strip().toLowerCase(Locale.ROOT);
    String name = lower.startsWith(PREFIX) ? lower.substring(PREFIX.length()) : lower;
    return name.startsWith("mssql$") ? "mssqlserver" : name;
  }

  /**
   * Tells whether a provider wrote it.
   *
   * @param name any name of the provider
   * @return true if it is the same one
   */
  public boolean isBy(String name) {
    return shortName(provider).equals(shortName(name));
  }

  /**
   * Tells whether it holds a text.
   *
   * @param part to be found in one of its values, in any case
   * @return true if one of the values holds it
   */
  public boolean holds(String part) {
    String wanted = part.toLowerCase(Locale.ROOT);
    return data.stream().anyMatch(value -> value.toLowerCase(Locale.ROOT).contains(wanted));
  }
}
