package io.github.backupdiag.guest;

import io.github.backupdiag.guest.internal.archive.Archives;
import io.github.backupdiag.guest.internal.archive.Budget;
import io.github.backupdiag.guest.internal.archive.Entry;
import io.github.backupdiag.guest.internal.archive.Limitations;
import io.github.backupdiag.guest.internal.archive.NotReadException;
import io.github.backupdiag.guest.internal.bundle.Layout;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;

/** Finds out what a bundle is. For one bundle. */
final class BundleReader {

  /** How many entries near the top are looked at for the output of a script. */
  private static final int MOST_LOOKED_AT = 500;

  private static final String GIVE =
      "give the output of a script that 'collect-script' made, an archive or a folder with the"
          + " files of a guest, or a log of the agent or of the backup extension";

  private final String name;
  private final Limitations limits;
  private final Archives archives;
  private final Layout layout;

  BundleReader(String name, Budget budget, Limitations limits) {
    this.name = name;
    this.limits = limits;
    this.archives = new Archives(budget, limits);
    this.layout = new Layout(archives, limits, name);
  }

  BundledGuest file(Path file, long size) throws IOException {
    return known(() -> guest(archives.file(file, size)));
  }

  BundledGuest stream(InputStream in) throws IOException {
    return known(() -> guest(archives.stream(in, name)));
  }

  /** A whole disk is read in its place; it has far more files than are worth a list. */
  BundledGuest directory(Path directory) throws IOException {
    Path root = directory.toRealPath();
    for (boolean windows : new boolean[] {false, true}) {
      if (WholeRoot.isSeen(root, windows)) {
        return new BundledFiles(CopiedRoot.tree(root), limits);
      }
    }
    return known(() -> guest(archives.directory(root)));
  }

  @FunctionalInterface
  private interface Opening {
    BundledGuest open() throws IOException;
  }

  private static BundledGuest known(Opening opening) throws IOException {
    try {
      return opening.open();
    } catch (NotReadException e) {
      throw new NotAGuestException(String.valueOf(e.getMessage()));
    }
  }

  private BundledGuest guest(List<Entry> found) throws IOException {
    List<Entry> entries = layout.open(found);
    List<Entry> scripts = scripts(entries);
    if (scripts.size() > 1) {
      throw new NotAGuestException(
          name
              + " holds two guests, "
              + scripts.get(0).name()
              + " and "
              + scripts.get(1).name()
              + "; give one of them");
    }
    if (!scripts.isEmpty()) {
      byte[] text = CollectedText.of(scripts.get(0).content());
      return new CollectedGuest(CollectedRecords.read(text, name));
    }
    Layout.Guest guest = layout.guest(entries);
    if (guest == null) {
      throw new NotAGuestException(name + complaint(found) + "; " + GIVE);
    }
    boolean whole =
        !limits.isIncomplete() && WholeRoot.isSeen(guest.tree().root(), guest.windows());
    return new BundledFiles(new BundledTree(guest.tree(), guest.windows(), whole), limits);
  }

  private static List<Entry> scripts(List<Entry> entries) {
    return entries.stream()
        .filter(entry -> entry.kind() == Entry.Kind.FILE && entry.content().size() > 0)
        .filter(entry -> entry.name().chars().filter(c -> c == '/').count() < 3)
        .limit(MOST_LOOKED_AT)
        .filter(entry -> CollectedText.isOne(entry.content()))
        .toList();
  }

  private static String complaint(List<Entry> found) {
    boolean single = found.size() == 1 && found.get(0).kind() == Entry.Kind.FILE;
    if (found.isEmpty() || (single && found.get(0).content().size() == 0)) {
      return " is empty";
    }
    return single
        ? " is no bundle"
        : " is no bundle: among its "
            + found.size()
            + " entries is nothing of a guest that is known";
  }
}
