package io.github.backupdiag.internal.parse;

import io.github.backupdiag.fact.guest.AgentConfig;
import io.github.backupdiag.fact.guest.AgentProxies.Kind;
import io.github.backupdiag.fact.guest.AgentProxies.Setting;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Finds proxies in the places where the agent gets them from; passwords in them are left out. */
public final class ProxySettings {

  private static final int LONGEST = 300;

  private ProxySettings() {}

  /**
   * Finds the proxy of the agent's configuration.
   *
   * @param config the configuration
   * @return {@code HttpProxy.Host} with its port, or null if it is not set
   */
  public static @Nullable Setting configured(AgentConfig config) {
    AgentConfig.Entry host = config.find("HttpProxy.Host");
    AgentConfig.Entry port = config.find("HttpProxy.Port");
    if (host == null || host.value().isEmpty()) {
      return null;
    }
    String value = port == null || port.value().isEmpty() ? "" : ":" + port.value();
    return new Setting(
        Kind.CONFIGURED,
        host.key(),
        withoutCredentials(host.value() + value),
        config.path(),
        host.line());
  }

  /**
   * Finds proxies in the environment of a process.
   *
   * @param path the file
   * @param text its text, variables with a NUL behind each
   * @return in its order
   */
  public static List<Setting> environment(String path, String text) {
    List<Setting> settings = new ArrayList<>();
    for (String variable : text.split("\0", -1)) {
      add(variable, path, 0, settings);
    }
    return settings;
  }

  /**
   * Finds proxies in a file of variables, one a line.
   *
   * @param path the file
   * @param text its text
   * @return in its order
   */
  public static List<Setting> variables(String path, String text) {
    List<Setting> settings = new ArrayList<>();
    int number = 0;
    for (String line : text.split("\n", -1)) {
      number++;
      add(unquoted(line.strip().replaceFirst("^export\\s+", "")), path, number, settings);
    }
    return settings;
  }

  /**
   * Finds proxies in a file of systemd and adds them to those of the files before.
   *
   * @param path the file
   * @param text its text
   * @param key {@code Environment}, or {@code DefaultEnvironment} for the manager itself; set to
   *     nothing it forgets what stood before
   * @param settings those of the files before
   * @return all of them
   */
  public static List<Setting> unit(String path, String text, String key, List<Setting> settings) {
    List<Setting> all = new ArrayList<>(settings);
    int number = 0;
    for (String raw : text.split("\n", -1)) {
      number++;
      String line = raw.strip();
      if (line.startsWith(key + "=")) {
        String value = line.substring(key.length() + 1).strip();
        if (value.isEmpty()) {
          all.clear();
        }
        for (String variable : PacketRule.words(value)) {
          add(variable, path, number, all);
        }
      }
    }
    return all;
  }

  /**
   * Finds the files of variables that a unit names.
   *
   * @param text text of a unit or drop-in
   * @return absolute paths in its order
   */
  public static List<String> environmentFiles(String text) {
    return text.lines()
        .map(String::strip)
        .filter(line -> line.startsWith("EnvironmentFile="))
        .map(line -> line.substring("EnvironmentFile=".length()).strip().replaceFirst("^-", ""))
        .filter(path -> path.startsWith("/"))
        .toList();
  }

  private static void add(String variable, String path, int line, List<Setting> settings) {
    int sign = variable.indexOf('=');
    String name = sign < 0 ? "" : variable.substring(0, sign).strip();
    String value = sign < 0 ? "" : unquoted(variable.substring(sign + 1).strip());
    Kind kind =
        switch (name.toLowerCase(Locale.ROOT)) {
          case "http_proxy", "all_proxy" -> Kind.ENVIRONMENT;
          case "https_proxy" -> Kind.ENVIRONMENT_HTTPS;
          case "no_proxy" -> Kind.EXCEPTIONS;
          default -> null;
        };
    if (kind != null && !value.isEmpty()) {
      settings.add(new Setting(kind, name, withoutCredentials(value), path, line));
    }
  }

  private static String unquoted(String text) {
    boolean quoted =
        text.length() > 1
            && (text.startsWith("\"") || text.startsWith("'"))
            && text.charAt(text.length() - 1) == text.charAt(0);
    return quoted ? text.substring(1, text.length() - 1) : text;
  }

  /** User name and password stand before the last {@code @}, whatever they are made of. */
  static String withoutCredentials(String proxy) {
    int scheme = proxy.indexOf("://");
    int at = proxy.lastIndexOf('@');
    String prefix = scheme < 0 || scheme > at ? "" : proxy.substring(0, scheme + 3);
    String host = at < 0 ? proxy : prefix + proxy.substring(at + 1);
    return host.length() <= LONGEST ? host : host.substring(0, LONGEST);
  }
}
