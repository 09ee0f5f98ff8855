package io.github.backupdiag.guest.internal.bundle;

import io.github.backupdiag.guest.internal.archive.Entry;
import io.github.backupdiag.guest.internal.archive.Limitations;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Makes the names of entries paths without a beginning slash. Names are labels and nothing is ever
 * written by them; one that no honest program writes is left out with its content and named.
 */
final class EntryNames {

  /** Names that Windows keeps for devices, whatever follows the dot. */
  private static final Pattern DEVICE =
      Pattern.compile("(?i)(con|prn|aux|nul|com\\d|lpt\\d)(\\..*)?");

  private static final Set<String> SKIPPED = Set.of("", ".");

  private final Limitations limits;
  private final boolean backslashes;

  private EntryNames(Limitations limits, boolean backslashes) {
    this.limits = limits;
    this.backslashes = backslashes;
  }

  /** Cleans all names; an entry whose name came before is left out. */
  static List<Entry> clean(List<Entry> entries, Limitations limits) {
    boolean slashes = entries.stream().anyMatch(entry -> entry.name().contains("/"));
    EntryNames names = new EntryNames(limits, !slashes);
    List<Entry> clean = new ArrayList<>();
    for (Entry entry : entries) {
      String name = names.path(entry.name());
      if (name != null && !name.isEmpty()) {
        clean.add(entry.named(name));
      }
    }
    return clean;
  }

  /** Some programs of Windows write backslashes; in Linux they may be part of a name. */
  private @Nullable String path(String label) {
    String name = backslashes ? label.replace('\\', '/') : label;
    if (name.startsWith("/")) {
      limits.note("names such as " + name + " are absolute and were read as below the top");
    }
    StringBuilder path = new StringBuilder();
    for (String element : name.split("/", 0)) {
      if (!SKIPPED.contains(element)) {
        String oddity = oddity(element);
        if (oddity != null) {
          limits.note("the name " + label + " " + oddity + "; its file was not read");
          return null;
        }
        path.append(path.length() == 0 ? "" : "/").append(element);
      }
    }
    return path.toString();
  }

  private static @Nullable String oddity(String element) {
    if (element.equals("..")) {
      return "leads upwards";
    }
    if (element.chars().anyMatch(c -> c < ' ' || c == 0x7F)) {
      return "holds control characters";
    }
    return DEVICE.matcher(element.toLowerCase(Locale.ROOT)).matches()
        ? "is that of a device"
        : null;
  }
}
