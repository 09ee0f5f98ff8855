package io.github.backupdiag.internal.intake.payload;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the VM and the vault of a record: their ids in any case, names of protection containers, or
 * at last names. Not thread-safe.
 */
final class ResourceIds {

  private static final String NAME = "([\\p{L}\\p{N}._()-]{1,90})";
  // The names of operations hold "/vaults/" and "/virtualMachines/" as well, but no group.
  private static final String GROUP =
      "(?:/subscriptions/[\\w-]{1,90})?/resourceGroups/[^\\s\"'<>/]{1,90}/providers/";
  private static final Pattern VM =
      Pattern.compile(GROUP + "Microsoft\\.(?:Classic)?Compute/virtualMachines/" + NAME, flags());
  private static final Pattern VAULT =
      Pattern.compile(GROUP + "Microsoft\\.\\w{1,40}/(?:backup)?vaults/" + NAME, flags());
  private static final Pattern CONTAINER =
      Pattern.compile(
          "iaasvmcontainer(?:v2)?;(?!iaasvmcontainer)[^;/\\s\"']{1,90};" + NAME, flags());
  private static final int LONGEST = 4_000;
  private static final int MOST_NODES = 5_000;

  private @Nullable String vm;
  private @Nullable String container;
  private @Nullable String vault;
  private @Nullable String vmName;
  private @Nullable String vaultName;
  private int nodes;

  private static int flags() {
    return Pattern.CASE_INSENSITIVE;
  }

  static ResourceIds of(Node record) {
    ResourceIds ids = new ResourceIds();
    ids.scan(record);
    return ids;
  }

  private void scan(Node node) {
    if (nodes++ > MOST_NODES || (vm != null && vault != null)) {
      return;
    }
    if (node.kind() == Node.Kind.TEXT) {
      scan(node.text());
    }
    node.fields().values().forEach(this::scan);
    node.items().forEach(this::scan);
  }

  /** Looks for ids in the beginning of a text. */
  void scan(String text) {
    if (vm != null && vault != null) {
      return;
    }
    String beginning = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    if (holds(beginning, '/', "/providers/")) {
      vm = vm == null ? found(VM, beginning) : vm;
      vault = vault == null ? found(VAULT, beginning) : vault;
    }
    if (container == null && holds(beginning, 'i', "iaasvmcontainer")) {
      Matcher matcher = CONTAINER.matcher(beginning);
      container = matcher.find() ? matcher.group(1) : null;
    }
  }

  /** In any case; most texts hold no id, which is quicker to see than to search for. */
  private static boolean holds(String text, char first, String part) {
    for (int at = 0; at + part.length() <= text.length(); at++) {
      if (Character.toLowerCase(text.charAt(at)) == first
          && text.regionMatches(true, at, part, 0, part.length())) {
        return true;
      }
    }
    return false;
  }

  private static @Nullable String found(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    if (!matcher.find()) {
      return null;
    }
    return text.substring(matcher.start(), matcher.start(1)) + trimmed(matcher.group(1));
  }

  /** Without the full stop of a sentence. */
  private static String trimmed(String name) {
    return name.endsWith(".") || name.endsWith(")") ? name.substring(0, name.length() - 1) : name;
  }

  /** Gives a name to fall back on; an empty one says nothing. */
  ResourceIds orVm(String name) {
    vmName = vmName == null && !name.isBlank() ? name.strip() : vmName;
    return this;
  }

  ResourceIds orVault(String name) {
    vaultName = vaultName == null && !name.isBlank() ? name.strip() : vaultName;
    return this;
  }

  /** Id of the VM, else a name, else null. */
  @Nullable String vm() {
    return vm != null ? vm : container != null ? container : vmName;
  }

  /** Id of the vault, else a name, else null. */
  @Nullable String vault() {
    return vault != null ? vault : vaultName;
  }
}
