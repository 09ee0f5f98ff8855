package io.github.backupdiag.guest.internal.bundle;

import io.github.backupdiag.guest.internal.archive.Entry;
import io.github.backupdiag.guest.internal.archive.Limitations;
import io.github.backupdiag.guest.internal.archive.NotReadException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Finds the folder of a bundle that is the root of a guest, whatever stands before it: a device
 * ({@code device_0/}), a host ({@code sosreport-host-…/}), a drive letter.
 */
final class GuestRoots {

  /** Places that only the root of a guest has; those of the agent are its backup's own. */
  private enum Mark {
    AGENT_LOG("var/log/waagent.log", false, true),
    EXTENSION_LOGS("var/log/azure/", false, true),
    AGENT_FOLDER("var/lib/waagent/", false, true),
    AGENT_SETTINGS("etc/waagent.conf", false, false),
    OS_RELEASE("etc/os-release", false, false),
    OS_RELEASE_BELOW("usr/lib/os-release", false, false),
    DPKG("var/lib/dpkg/status", false, false),
    RPM("var/lib/rpm/", false, false),
    WINDOWS_AGENT("WindowsAzure/", true, true),
    WINDOWS_EXTENSIONS("Packages/Plugins/", true, true),
    WINDOWS("Windows/System32/", true, false);

    private final String path;
    private final boolean windows;
    private final boolean agent;

    Mark(String path, boolean windows, boolean agent) {
      this.path = "/" + (windows ? path.toLowerCase(Locale.ROOT) : path);
      this.windows = windows;
      this.agent = agent;
    }

    /** Where the guest's own path begins in a name with a slash before it, or -1. */
    int in(String name, String lower) {
      String text = windows ? lower : name;
      int at = text.indexOf(path);
      boolean whole = at >= 0 && (path.endsWith("/") || isEnd(text, at + path.length()));
      return whole ? at : -1;
    }

    private static boolean isEnd(String text, int at) {
      return at == text.length() || text.charAt(at) == '.';
    }
  }

  /** What was found below one folder. */
  private static final class Root {
    private int linux;
    private int windows;
    private boolean agent;
  }

  /**
   * A root.
   *
   * @param prefix what stands before the guest's own paths, with a slash at its end or empty
   * @param windows whether it is a Windows guest
   */
  record Found(String prefix, boolean windows) {}

  private GuestRoots() {}

  static @Nullable Found find(List<Entry> entries, String bundle, Limitations limits)
      throws NotReadException {
    Map<String, Root> roots = outermost(all(entries));
    List<String> candidates = new ArrayList<>(roots.keySet());
    if (roots.values().stream().anyMatch(root -> root.agent)) {
      candidates.removeIf(prefix -> !root(roots, prefix).agent);
    }
    if (candidates.size() > 1) {
      throw new NotReadException(
          bundle
              + " holds two guests, "
              + shown(candidates.get(0))
              + " and "
              + shown(candidates.get(1))
              + "; give one of them");
    }
    if (candidates.isEmpty()) {
      return null;
    }
    String prefix = candidates.get(0);
    roots.keySet().stream()
        .filter(other -> !other.equals(prefix))
        .forEach(other -> limits.note(shown(other) + " is another root and was not used"));
    return new Found(prefix, root(roots, prefix).windows > root(roots, prefix).linux);
  }

  private static Root root(Map<String, Root> roots, String prefix) {
    return java.util.Objects.requireNonNull(roots.get(prefix));
  }

  private static String shown(String prefix) {
    return prefix.isEmpty() ? "its top" : prefix;
  }

  private static Map<String, Root> all(List<Entry> entries) {
    Map<String, Root> roots = new TreeMap<>();
    for (Entry entry : entries) {
      boolean folder = entry.kind() == Entry.Kind.DIRECTORY;
      String name = "/" + entry.name() + (folder ? "/" : "");
      String lower = name.toLowerCase(Locale.ROOT);
      for (Mark mark : Mark.values()) {
        int at = mark.in(name, lower);
        if (at >= 0) {
          String prefix = at == 0 ? "" : name.substring(1, at + 1);
          Root root = roots.computeIfAbsent(prefix, key -> new Root());
          root.linux += mark.windows ? 0 : 1;
          root.windows += mark.windows ? 1 : 0;
          root.agent |= mark.agent;
        }
      }
    }
    return roots;
  }

  /** A root inside another is that of a container or a backup within the guest. */
  private static Map<String, Root> outermost(Map<String, Root> roots) {
    Map<String, Root> outer = new TreeMap<>();
    String last = null;
    for (Map.Entry<String, Root> each : roots.entrySet()) {
      if (last == null || !each.getKey().startsWith(last)) {
        outer.put(each.getKey(), each.getValue());
        last = each.getKey();
      }
    }
    return outer;
  }
}
