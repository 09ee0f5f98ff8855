package io.github.backupdiag.internal.parse;

import io.github.backupdiag.guestaccess.RegistryKey;
import io.github.backupdiag.guestaccess.RegistryValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A key that is built from a text which names keys in full and then their values. */
final class RegistryTree {

  private static final Map<String, String> ROOTS =
      Map.of(
          "HKLM", "HKEY_LOCAL_MACHINE",
          "HKU", "HKEY_USERS",
          "HKCR", "HKEY_CLASSES_ROOT",
          "HKCU", "HKEY_CURRENT_USER");

  private final String base;
  private final int depth;
  private final Node top;
  private int left;
  private boolean seen;
  private boolean complete = true;
  private @Nullable Node at;

  private record Node(String name, List<RegistryValue> values, Map<String, Node> keys) {

    Node(String name) {
      this(name, new ArrayList<>(), new LinkedHashMap<>());
    }

    RegistryKey key(boolean complete) {
      List<RegistryKey> below = keys.values().stream().map(node -> node.key(complete)).toList();
      return new RegistryKey(name, values, below, complete);
    }
  }

  RegistryTree(String base, int depth, int most) {
    this.base = base;
    this.depth = depth;
    this.left = most;
    this.top = new Node(base.substring(base.lastIndexOf('\\') + 1));
  }

  static String longName(String key) {
    int end = key.indexOf('\\');
    String root = end < 0 ? key : key.substring(0, end);
    return ROOTS.getOrDefault(root.toUpperCase(Locale.ROOT), root) + key.substring(root.length());
  }

  /** Turns to a key by its full name; values behind it belong to it. */
  void enter(String fullName) {
    String name = fullName.strip();
    at = null;
    if (!name.regionMatches(true, 0, base, 0, base.length())) {
      return;
    }
    String rest = name.substring(base.length());
    if (rest.isEmpty()) {
      seen = true;
      at = top;
    } else if (rest.startsWith("\\")) {
      seen = true;
      at = below(rest.substring(1).split("\\\\", depth + 2));
    }
  }

  private @Nullable Node below(String[] names) {
    if (names.length > depth) {
      return null;
    }
    Node node = top;
    for (String name : names) {
      Node next = node.keys().get(name.toLowerCase(Locale.ROOT));
      if (next == null && left <= 0) {
        complete = false;
        return null;
      }
      if (next == null) {
        left--;
        next = new Node(name);
        node.keys().put(name.toLowerCase(Locale.ROOT), next);
      }
      node = next;
    }
    return node;
  }

  boolean isInside() {
    return at != null;
  }

  boolean hasValue(String name) {
    return at != null && at.values().stream().anyMatch(value -> value.name().equals(name));
  }

  void add(RegistryValue value) {
    if (at == null) {
      return;
    }
    if (left <= 0) {
      complete = false;
      return;
    }
    left--;
    at.values().add(value);
  }

  @Nullable RegistryKey key(boolean whole) {
    return seen ? top.key(whole && complete) : null;
  }
}
