package io.github.backupdiag.testkit;

import io.github.backupdiag.fact.Absent;
import io.github.backupdiag.fact.Observation;
import io.github.backupdiag.fact.Observed;
import io.github.backupdiag.fact.Unavailable;
import io.github.backupdiag.fact.UnavailableReason;
import io.github.backupdiag.guestaccess.GuestConnection.Nature;
import io.github.backupdiag.guestaccess.Question;
import io.github.backupdiag.guestaccess.RegistryKey;
import io.github.backupdiag.guestaccess.RegistryValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A scripted registry; the keys above a key come with it. */
final class FakeRegistry {

  private static final Pattern KEY = Pattern.compile("HK(LM|U|CR|CU)(\\\\[^\\\\]++)*+");

  private final Node top = new Node("");
  private final Map<String, UnavailableReason> refusals = new HashMap<>();

  /** A key with its values, and its subkeys by their names in lower case. */
  private record Node(String name, List<RegistryValue> values, TreeMap<String, Node> keys) {

    Node(String name) {
      this(name, new ArrayList<>(), new TreeMap<>());
    }
  }

  static boolean isKey(String name) {
    return KEY.matcher(name).matches();
  }

  void put(String key) {
    node(key);
  }

  void put(String key, RegistryValue value) {
    List<RegistryValue> values = node(key).values();
    values.removeIf(old -> old.name().equalsIgnoreCase(value.name()));
    values.add(value);
  }

  void refuse(String key, UnavailableReason reason) {
    refusals.put(folded(key), reason);
  }

  Observation<?> to(Question.Registry asked, Nature nature) {
    String key = asked.key();
    if (!isKey(key)) {
      return new Unavailable<>(UnavailableReason.FAILED, "'" + key + "' is no full key name");
    }
    UnavailableReason refusal = refusal(key);
    if (refusal != null) {
      return new Unavailable<>(refusal, key);
    }
    if (nature == Nature.COPY && top.keys().isEmpty()) {
      return new Unavailable<>(UnavailableReason.NOT_RECORDED, key);
    }
    Node node = find(key);
    return node == null
        ? new Absent<>(key)
        : new Observed<>(new Answer(asked.maxValues()).of(node, key, asked.depth()), key, null);
  }

  private Node node(String key) {
    if (!isKey(key)) {
      throw new IllegalArgumentException(
          "'" + key + "' is not the full name of a key, such as HKLM\\SOFTWARE\\Microsoft");
    }
    Node at = top;
    for (String name : names(key)) {
      at = at.keys().computeIfAbsent(folded(name), folded -> new Node(name));
    }
    return at;
  }

  private @Nullable Node find(String key) {
    Node at = top;
    for (String name : names(key)) {
      at = at == null ? null : at.keys().get(folded(name));
    }
    return at;
  }

  private @Nullable UnavailableReason refusal(String key) {
    String at = folded(key);
    while (!refusals.containsKey(at) && at.contains("\\")) {
      at = at.substring(0, at.lastIndexOf('\\'));
    }
    return refusals.get(at);
  }

  private static List<String> names(String key) {
    return List.of(key.split("\\\\", -1));
  }

  private static String folded(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  /** One answer, which ends where its limit is reached. */
  private final class Answer {

    private int left;

    Answer(int most) {
      this.left = most;
    }

    RegistryKey of(Node node, String key, int depth) {
      List<RegistryValue> values = node.values().subList(0, Math.min(left, node.values().size()));
      left -= values.size();
      boolean complete = values.size() == node.values().size();
      List<RegistryKey> keys = new ArrayList<>();
      for (Node child : depth == 0 ? List.<Node>of() : node.keys().values()) {
        String name = key + "\\" + child.name();
        if (left <= 0 || refusal(name) != null) {
          complete = false;
        } else {
          left--;
          keys.add(of(child, name, depth - 1));
          complete &= keys.get(keys.size() - 1).complete();
        }
      }
      return new RegistryKey(node.name(), values, keys, complete);
    }
  }
}
