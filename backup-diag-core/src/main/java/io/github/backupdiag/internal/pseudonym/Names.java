package io.github.backupdiag.internal.pseudonym;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The pseudonyms of one report: equal names get equal ones, numbered in the order in which they are
 * met, so that a pseudonym tells nothing of its name. Not thread-safe.
 */
final class Names {

  /** Names that people give and that are ordinary words too: replaced only where a name stands. */
  private static final Set<String> ORDINARY =
      Set.of(
          "admin",
          "administrator",
          "administrators",
          "agent",
          "all",
          "application",
          "archive",
          "azure",
          "azurebackup",
          "backup",
          "build",
          "centos",
          "client",
          "cloud",
          "cluster",
          "config",
          "daemon",
          "data",
          "database",
          "debian",
          "default",
          "demo",
          "desktop",
          "dev",
          "development",
          "disk",
          "docker",
          "domain",
          "email",
          "error",
          "everyone",
          "extension",
          "false",
          "file",
          "firewall",
          "gateway",
          "group",
          "guest",
          "home",
          "host",
          "image",
          "info",
          "kernel",
          "linux",
          "local",
          "localhost",
          "machine",
          "mail",
          "main",
          "manager",
          "master",
          "microsoft",
          "monitor",
          "mysql",
          "name",
          "network",
          "node",
          "none",
          "nobody",
          "null",
          "oracle",
          "postgres",
          "prod",
          "production",
          "proxy",
          "public",
          "recovery",
          "redhat",
          "remote",
          "report",
          "resource",
          "restore",
          "root",
          "rhel",
          "router",
          "server",
          "service",
          "snapshot",
          "storage",
          "suse",
          "syslog",
          "system",
          "systemd",
          "target",
          "temp",
          "test",
          "tools",
          "true",
          "ubuntu",
          "unknown",
          "update",
          "user",
          "users",
          "value",
          "vault",
          "version",
          "vmsnapshot",
          "vmsnapshotlinux",
          "waagent",
          "walinuxagent",
          "warning",
          "web",
          "windows",
          "work",
          "worker",
          "writer");

  private static final Pattern OURS =
      Pattern.compile("(vm|vault|group|host|user|domain|storage|resource|mail)-[0-9]+(@.*)?");

  private static final int SHORTEST = 3;

  private final Map<String, String> pseudonyms = new HashMap<>();
  private final Map<String, Integer> numbers = new HashMap<>();
  private final Map<String, String> anywhere = new HashMap<>();

  /** The pseudonym of a name that stands where such a name stands. */
  String of(String kind, String name) {
    if (name.isEmpty() || OURS.matcher(name).matches()) {
      return name;
    }
    String folded = name.toLowerCase(Locale.ROOT);
    String known = pseudonyms.get(folded);
    if (known == null) {
      known = kind + "-" + number(kind);
      pseudonyms.put(folded, known);
      if (name.length() >= SHORTEST && !ORDINARY.contains(folded) && !isNumber(name)) {
        anywhere.put(folded, known);
      }
    }
    return known;
  }

  /** The next number of a kind, from 1 on. */
  int number(String kind) {
    return numbers.merge(kind, 1, Integer::sum);
  }

  /** The pseudonym of a word that was met as a name before, or null. */
  @Nullable String anywhere(String word) {
    return anywhere.get(word.toLowerCase(Locale.ROOT));
  }

  private static boolean isNumber(String name) {
    return name.chars().allMatch(c -> c >= '0' && c <= '9');
  }
}
