package io.github.backupdiag.internal.parse;

import io.github.backupdiag.fact.guest.AddressSetup;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads how netplan, ifcfg files, {@code /etc/network/interfaces}, keyfiles of NetworkManager and
 * networkd set IPv4 addresses. Loopback, bridges and devices of containers are left out.
 */
public final class AddressSetups {

  private AddressSetups() {}

  /**
   * Reads netplan.
   *
   * @param path the file
   * @param text its text
   * @return what it sets, in its order
   */
  public static List<AddressSetup> netplan(String path, String text) {
    List<AddressSetup> setups = new ArrayList<>();
    AddressDraft draft = null;
    int section = -1;
    int device = -1;
    boolean addresses = false;
    int number = 0;
    for (String raw : text.split("\n", -1)) {
      number++;
      String line = withoutComment(raw).stripTrailing();
      int indent = line.length() - line.stripLeading().length();
      String content = line.strip();
      if (content.isEmpty()) {
        continue;
      }
      if (indent <= section && !content.startsWith("-")) {
        section = -1;
        device = -1;
      }
      if (content.equals("ethernets:")) {
        section = indent;
        device = -1;
      } else if (section >= 0 && (device < 0 || indent == device) && content.endsWith(":")) {
        device = indent;
        add(draft, path, setups);
        draft = new AddressDraft(unquoted(content.substring(0, content.length() - 1)));
        addresses = false;
      } else if (section >= 0 && draft != null) {
        addresses = content.startsWith("addresses:") || (addresses && content.startsWith("-"));
        netplan(content, number, addresses, draft);
      }
    }
    add(draft, path, setups);
    return setups;
  }

  private static void netplan(String content, int number, boolean addresses, AddressDraft draft) {
    String key = before(content, ':');
    String value = unquoted(after(content, ':')).toLowerCase(Locale.ROOT);
    if (key.equals("dhcp4") && List.of("true", "yes", "on", "y").contains(value)) {
      draft.dhcp(number, content);
    } else if (addresses && AddressDraft.isAddress(content)) {
      draft.fixed(number, content);
    } else if (key.equals("gateway4")
        || content.contains("default")
        || content.contains("0.0.0.0/0")) {
      draft.gateway = true;
    }
  }

  /**
   * Reads an ifcfg file.
   *
   * @param path the file; its name ends with that of the interface
   * @param text its text
   * @param routed true if another file gives the machine a default route, as on SUSE
   * @return what it sets
   */
  public static List<AddressSetup> ifcfg(String path, String text, boolean routed) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    if (name.endsWith("~") || name.matches(".*\\.(bak|orig|old|rpmsave|rpmnew|rpmorig)")) {
      return List.of();
    }
    AddressDraft draft = new AddressDraft(name.substring(name.indexOf('-') + 1));
    Map<String, Integer> lines = new LinkedHashMap<>();
    Map<String, String> values = new LinkedHashMap<>();
    int number = 0;
    for (String raw : text.split("\n", -1)) {
      number++;
      String line = raw.strip();
      if (!line.startsWith("#") && line.indexOf('=') > 0) {
        String key = before(line, '=').toUpperCase(Locale.ROOT);
        values.put(key, unquoted(after(line, '=')));
        lines.put(key, number);
      }
    }
    String method = values.getOrDefault("BOOTPROTO", "").toLowerCase(Locale.ROOT);
    String address = values.containsKey("IPADDR") ? "IPADDR" : "IPADDR0";
    if (method.startsWith("dhcp")) {
      draft.dhcp(lines.getOrDefault("BOOTPROTO", 0), "BOOTPROTO=" + method);
    } else if (AddressDraft.isAddress(values.getOrDefault(address, ""))) {
      draft.fixed(lines.getOrDefault(address, 0), address + "=" + values.get(address));
    }
    draft.gateway = routed || values.containsKey("GATEWAY");
    List<AddressSetup> setups = new ArrayList<>();
    if (!values.getOrDefault("ONBOOT", "yes").equalsIgnoreCase("no")) {
      add(draft, path, setups);
    }
    return setups;
  }

  /**
   * Reads {@code /etc/network/interfaces} and files it includes.
   *
   * @param path the file
   * @param text its text
   * @return what it sets, in its order
   */
  public static List<AddressSetup> interfaces(String path, String text) {
    List<AddressSetup> setups = new ArrayList<>();
    AddressDraft draft = null;
    boolean fixed = false;
    int number = 0;
    for (String raw : text.split("\n", -1)) {
      number++;
      String line = raw.strip();
      String[] words = line.split("\\s+", -1);
      if (words[0].equals("iface") || words[0].equals("auto") || words[0].startsWith("allow-")) {
        add(draft, path, setups);
        boolean inet = words.length > 3 && words[2].equals("inet");
        draft = words[0].equals("iface") && inet ? new AddressDraft(words[1]) : null;
        fixed = inet && words[3].equals("static");
        if (draft != null && words[3].equals("dhcp")) {
          draft.dhcp(number, line);
        }
      } else if (draft != null
          && fixed
          && words[0].equals("address")
          && AddressDraft.isAddress(line)) {
        draft.fixed(number, line);
      } else if (draft != null && words[0].equals("gateway")) {
        draft.gateway = true;
      }
    }
    add(draft, path, setups);
    return setups;
  }

  /**
   * Reads a keyfile of NetworkManager.
   *
   * @param path the file
   * @param text its text
   * @return what it sets
   */
  public static List<AddressSetup> keyfile(String path, String text) {
    AddressDraft draft = new AddressDraft("");
    boolean wanted = true;
    for (SectionEntry entry : SectionEntry.of(text)) {
      switch (entry.section() + "/" + entry.key()) {
        case "connection/interface-name" -> draft.device = entry.value();
        case "connection/type" ->
            wanted &= entry.value().equals("ethernet") || entry.value().equals("802-3-ethernet");
        case "connection/autoconnect" -> wanted &= !entry.value().equals("false");
        case "ipv4/method" -> {
          if (entry.value().equals("auto")) {
            draft.dhcp(entry.line(), entry.text());
          } else if (entry.value().equals("manual")) {
            draft.fixed(entry.line(), entry.text());
          }
        }
        case "ipv4/gateway" -> draft.gateway = true;
        case "ipv4/address1", "ipv4/addresses" -> draft.gateway |= entry.value().indexOf(',') > 0;
        default -> {}
      }
    }
    List<AddressSetup> setups = new ArrayList<>();
    if (wanted) {
      add(draft, path, setups);
    }
    return setups;
  }

  /**
   * Reads a {@code .network} file of systemd-networkd.
   *
   * @param path the file
   * @param text its text
   * @return what it sets
   */
  public static List<AddressSetup> networkd(String path, String text) {
    AddressDraft draft = new AddressDraft("");
    for (SectionEntry entry : SectionEntry.of(text)) {
      switch (entry.section() + "/" + entry.key()) {
        case "match/name" -> draft.device = entry.value();
        case "network/dhcp" -> {
          if (List.of("yes", "true", "on", "1", "both", "ipv4", "v4").contains(entry.value())) {
            draft.dhcp(entry.line(), entry.text());
          }
        }
        case "network/address", "address/address" -> {
          if (AddressDraft.isAddress(entry.value())) {
            draft.fixed(entry.line(), entry.text());
          }
        }
        case "network/gateway", "route/gateway" -> draft.gateway = true;
        default -> {}
      }
    }
    List<AddressSetup> setups = new ArrayList<>();
    add(draft, path, setups);
    return setups;
  }

  private static void add(@Nullable AddressDraft draft, String path, List<AddressSetup> setups) {
    AddressSetup setup = draft == null ? null : draft.setup(path);
    if (setup != null) {
      setups.add(setup);
    }
  }

  private static String withoutComment(String line) {
    int from = line.startsWith("#") ? 0 : line.indexOf(" #");
    return from < 0 ? line : line.substring(0, from);
  }

  private static String before(String text, char sign) {
    int at = text.indexOf(sign);
    return (at < 0 ? text : text.substring(0, at)).strip();
  }

  private static String after(String text, char sign) {
    int at = text.indexOf(sign);
    return at < 0 ? "" : text.substring(at + 1).strip();
  }

  private static String unquoted(String text) {
    return text.strip().replaceAll("^[\"']|[\"']$", "");
  }
}
