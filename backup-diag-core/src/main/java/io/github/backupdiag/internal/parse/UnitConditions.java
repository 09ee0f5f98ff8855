package io.github.backupdiag.internal.parse;

import io.github.backupdiag.guestaccess.FileContent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The conditions under which systemd starts a unit, as far as they can be told of an Azure VM: its
 * virtualization, and paths (systemd.unit(5)). Any other condition counts as met.
 */
public final class UnitConditions {

  private static final List<String> PATHS =
      List.of("PathExists", "FileIsExecutable", "FileNotEmpty");

  /** What {@code systemd-detect-virt} may call an Azure VM, and words for any machine. */
  private static final List<String> AZURE = List.of("microsoft", "vm", "yes", "true", "1", "on");

  /** Kinds of virtualization that an Azure VM is not; a word that is none of these is unknown. */
  private static final List<String> OTHERS =
      List.of(
          "no",
          "false",
          "0",
          "off",
          "none",
          "container",
          "qemu",
          "kvm",
          "amazon",
          "zvm",
          "vmware",
          "oracle",
          "powervm",
          "xen",
          "bochs",
          "uml",
          "parallels",
          "bhyve",
          "qnx",
          "acrn",
          "apple",
          "google",
          "openvz",
          "lxc",
          "lxc-libvirt",
          "systemd-nspawn",
          "docker",
          "podman",
          "rkt",
          "wsl",
          "proot",
          "pouch");

  private record Condition(boolean trigger, @Nullable Boolean met, String path) {}

  private UnitConditions() {}

  /**
   * Finds the condition that keeps a unit from starting.
   *
   * @param texts the unit file, then its drop-ins, in the order in which they count
   * @param exists whether a path exists, or null if that was not seen
   * @return the file that holds the condition, or null if none is known to fail
   */
  public static @Nullable String failing(
      List<FileContent> texts, Function<String, @Nullable Boolean> exists) {
    List<Condition> conditions = new ArrayList<>();
    for (FileContent file : texts) {
      read(file, exists, conditions);
    }
    String anyTrigger = null;
    boolean triggered = false;
    for (Condition each : conditions) {
      boolean failed = each.met() != null && !each.met();
      if (!each.trigger() && failed) {
        return each.path();
      }
      anyTrigger = each.trigger() ? each.path() : anyTrigger;
      triggered |= each.trigger() && !failed;
    }
    return anyTrigger == null || triggered ? null : anyTrigger;
  }

  private static void read(
      FileContent file, Function<String, @Nullable Boolean> exists, List<Condition> conditions) {
    boolean unit = false;
    for (String raw : file.text().split("\n", -1)) {
      String line = raw.strip();
      if (line.startsWith("[")) {
        unit = line.equals("[Unit]");
      }
      int equals = line.indexOf('=');
      if (!unit || equals < 0 || !line.matches("(Condition|Assert)[A-Za-z]{1,40}\\s*=.*")) {
        continue;
      }
      String value = line.substring(equals + 1).strip();
      if (value.isEmpty()) {
        conditions.clear(); // an empty condition of any kind resets all
      } else {
        String kind = line.substring(0, equals).strip().replaceFirst("Condition|Assert", "");
        conditions.add(condition(kind, value, exists, file.path()));
      }
    }
  }

  private static Condition condition(
      String kind, String text, Function<String, @Nullable Boolean> exists, String path) {
    boolean trigger = text.startsWith("|");
    String value = (trigger ? text.substring(1) : text).strip();
    boolean negate = value.startsWith("!");
    boolean untold = negate && PATHS.contains(kind) && !kind.equals("PathExists");
    Boolean met = untold ? null : met(kind, (negate ? value.substring(1) : value).strip(), exists);
    return new Condition(trigger, met == null ? null : met != negate, path);
  }

  private static @Nullable Boolean met(
      String kind, String value, Function<String, @Nullable Boolean> exists) {
    if (PATHS.contains(kind)) {
      return exists.apply(value);
    }
    String word = value.toLowerCase(Locale.ROOT);
    if (!kind.equals("Virtualization") || (!AZURE.contains(word) && !OTHERS.contains(word))) {
      return null;
    }
    return AZURE.contains(word);
  }
}
