package io.github.backupdiag.guest.samples;

import io.github.backupdiag.guest.internal.registry.HiveWriter;
import io.github.backupdiag.guest.internal.registry.HiveWriter.Lists;
import io.github.backupdiag.guest.internal.registry.HiveWriter.Value;
import io.github.backupdiag.testkit.FakeGuest;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** A made-up registry that can be stored as hives, as an export, and as the answers of a guest. */
public final class SampleRegistry {

  private static final String CURRENT = "CurrentControlSet";
  private static final int TEXT = 1;
  private static final int EXPANDED = 2;
  private static final int BINARY = 3;
  private static final int NUMBER = 4;
  private static final int TEXTS = 7;
  private static final Map<Integer, String> TYPES =
      Map.of(
          TEXT, "REG_SZ",
          EXPANDED, "REG_EXPAND_SZ",
          BINARY, "REG_BINARY",
          NUMBER, "REG_DWORD",
          TEXTS, "REG_MULTI_SZ");

  private final Map<String, Map<String, Value>> keys = new TreeMap<>();

  public SampleRegistry key(String key) {
    keys.computeIfAbsent(key, none -> new TreeMap<>());
    return this;
  }

  public SampleRegistry number(String key, String name, int data) {
    return put(key, HiveWriter.number(name, data));
  }

  public SampleRegistry text(String key, String name, String data) {
    return put(key, HiveWriter.text(name, data));
  }

  public SampleRegistry expanded(String key, String name, String data) {
    return put(key, new Value(name, EXPANDED, HiveWriter.text(name, data).data()));
  }

  public SampleRegistry texts(String key, String name, String... data) {
    String joined = String.join("\0", data) + "\0";
    return put(key, new Value(name, TEXTS, HiveWriter.text(name, joined).data()));
  }

  public SampleRegistry binary(String key, String name, String hex) {
    return put(key, new Value(name, BINARY, HexFormat.of().parseHex(hex)));
  }

  private SampleRegistry put(String key, Value value) {
    key(key).keys.get(key).put(value.name(), value);
    return this;
  }

  public SampleRegistry without(String key) {
    keys.keySet().removeIf(each -> each.equals(key) || each.startsWith(key + "\\"));
    return this;
  }

  public SampleRegistry without(String key, String name) {
    keys.get(key).remove(name);
    return this;
  }

  /** Writes a part as a hive; the control set gets its number. */
  public byte[] hive(String root) {
    Branch top = new Branch(new ArrayList<>(), new TreeMap<>());
    String start = root + "\\";
    keys.forEach(
        (key, values) -> {
          if (key.startsWith(start)) {
            String below = key.substring(start.length()).replace(CURRENT, "ControlSet001");
            top.at(below).values().addAll(values.values());
          }
        });
    if (root.endsWith("SYSTEM")) {
      top.at("Select").values().add(HiveWriter.number("Current", 1));
    }
    return HiveWriter.write(Lists.LH, top.key("ROOT"));
  }

  /** A key while the tree grows. */
  private record Branch(List<Value> values, Map<String, Branch> below) {

    Branch at(String path) {
      Branch branch = this;
      for (String name : path.split("\\\\", -1)) {
        branch =
            branch
                .below()
                .computeIfAbsent(name, none -> new Branch(new ArrayList<>(), new TreeMap<>()));
      }
      return branch;
    }

    HiveWriter.Key key(String name) {
      List<HiveWriter.Key> children = new ArrayList<>();
      below.forEach((child, branch) -> children.add(branch.key(child)));
      return new HiveWriter.Key(name, values, children);
    }
  }

  /** Writes a part as {@code reg export} does. */
  public byte[] export(String root) {
    StringBuilder text = new StringBuilder("\uFEFFWindows Registry Editor Version 5.00\r\n");
    Map<String, Map<String, Value>> all = new TreeMap<>(keys);
    keys.keySet().forEach(key -> addAbove(key, all));
    all.keySet().removeIf(key -> !key.startsWith(root));
    all.forEach(
        (key, values) -> {
          text.append("\r\n[").append(key.replace("HKLM", "HKEY_LOCAL_MACHINE")).append("]\r\n");
          values.values().forEach(value -> text.append(line(value)).append("\r\n"));
        });
    return text.toString().getBytes(StandardCharsets.UTF_16LE);
  }

  /** An export names every key on the way, but for the root itself. */
  private static void addAbove(String key, Map<String, Map<String, Value>> all) {
    for (int end = key.lastIndexOf('\\');
        end > "HKLM".length();
        end = key.lastIndexOf('\\', end - 1)) {
      all.putIfAbsent(key.substring(0, end), Map.of());
    }
  }

  private static String line(Value value) {
    String name = value.name().isEmpty() ? "@" : "\"" + escaped(value.name()) + "\"";
    return name
        + "="
        + switch (value.type()) {
          case TEXT -> "\"" + escaped(data(value)) + "\"";
          case NUMBER -> String.format(Locale.ROOT, "dword:%08x", number(value));
          case BINARY -> "hex:" + HexFormat.ofDelimiter(",").formatHex(value.data());
          default ->
              "hex(" + value.type() + "):" + HexFormat.ofDelimiter(",").formatHex(value.data());
        };
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\\\").replace("\"", "\\\"");
  }

  /** Lets a scripted guest answer from it. */
  public void script(FakeGuest guest) {
    keys.forEach(
        (key, values) -> {
          guest.registry(key);
          values
              .values()
              .forEach(
                  value -> guest.registry(key, value.name(), TYPES.get(value.type()), data(value)));
        });
  }

  private static String data(Value value) {
    return switch (value.type()) {
      case NUMBER -> String.valueOf(number(value));
      case BINARY -> HexFormat.of().withUpperCase().formatHex(value.data());
      default -> {
        String text = new String(value.data(), StandardCharsets.UTF_16LE);
        yield text.replaceAll("\0+$", "").replace('\0', '\n');
      }
    };
  }

  private static int number(Value value) {
    return ByteBuffer.wrap(value.data()).order(ByteOrder.LITTLE_ENDIAN).getInt();
  }
}
