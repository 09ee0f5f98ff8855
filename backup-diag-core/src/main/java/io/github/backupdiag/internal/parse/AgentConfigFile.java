package io.github.backupdiag.internal.parse;

import io.github.backupdiag.fact.guest.AgentConfig;
import java.util.ArrayList;
import java.util.List;

/** Reads {@code waagent.conf} as the agent does (WALinuxAgent common/conf.py). */
public final class AgentConfigFile {

  /** Where it is. */
  public static final String PATH = "/etc/waagent.conf";

  /** Where the agent keeps its files unless {@code Lib.Dir} says otherwise. */
  public static final String DEFAULT_FOLDER = "/var/lib/waagent";

  private AgentConfigFile() {}

  /**
   * Reads the file.
   *
   * @param path where it was found
   * @param text content of the file
   * @return its settings; lines that are none are left out
   */
  public static AgentConfig parse(String path, String text) {
    List<AgentConfig.Entry> entries = new ArrayList<>();
    int number = 0;
    for (String line : text.split("\n", -1)) {
      number++;
      int equals = line.indexOf('=');
      if (equals >= 0 && !line.startsWith("#")) {
        String key = line.substring(0, equals).strip();
        entries.add(new AgentConfig.Entry(key, value(line.substring(equals + 1)), number));
      }
    }
    return new AgentConfig(path, entries);
  }

  /**
   * Gives the agent's folder.
   *
   * @param config the configuration
   * @return {@code Lib.Dir} if it is an absolute path, else the default
   */
  public static String folder(AgentConfig config) {
    AgentConfig.Entry entry = config.find("Lib.Dir");
    return entry != null && entry.value().startsWith("/") ? entry.value() : DEFAULT_FOLDER;
  }

  private static String value(String text) {
    int comment = text.indexOf('#');
    String value = comment < 0 ? text : text.substring(0, comment);
    int from = 0;
    int to = value.length();
    while (from < to && isQuoteOrBlank(value.charAt(from))) {
      from++;
    }
    while (to > from && isQuoteOrBlank(value.charAt(to - 1))) {
      to--;
    }
    String stripped = value.substring(from, to).strip();
    return stripped.equals("None") ? "" : stripped;
  }

  private static boolean isQuoteOrBlank(char c) {
    return c == '"' || c == ' ';
  }
}
