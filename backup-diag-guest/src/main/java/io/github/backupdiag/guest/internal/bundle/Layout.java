package io.github.backupdiag.guest.internal.bundle;

import io.github.backupdiag.guest.internal.archive.Archives;
import io.github.backupdiag.guest.internal.archive.Entry;
import io.github.backupdiag.guest.internal.archive.Limitations;
import io.github.backupdiag.guest.internal.archive.NotReadException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Puts the entries of a bundle to their places in the guest. A tree with the paths of the guest is
 * taken as it is; else files that are known by their names, then a single log by its lines.
 */
public final class Layout {

  /** How many files of a bundle without a guest are looked into for archives. */
  private static final int MOST_INSIDE = 2_000;

  /** So few files may be logs that somebody saved under other names. */
  private static final int FEW = 50;

  private final Archives archives;
  private final Limitations limits;
  private final String bundle;

  /**
   * A guest's files.
   *
   * @param tree where they lie
   * @param windows whether it is a Windows guest
   */
  public record Guest(BundleTree tree, boolean windows) {}

  /**
   * Makes a reader of layouts.
   *
   * @param archives opens archives inside archives
   * @param limits takes what cannot be used
   * @param bundle what to call the bundle
   */
  public Layout(Archives archives, Limitations limits, String bundle) {
    this.archives = archives;
    this.limits = limits;
    this.bundle = bundle;
  }

  /**
   * Opens archives inside a bundle that is not the tree of a guest itself.
   *
   * @param entries what the bundle holds
   * @return all entries with clean names
   * @throws NotReadException if it holds two guests
   */
  public List<Entry> open(List<Entry> entries) throws NotReadException {
    List<Entry> all = EntryNames.clean(entries, limits);
    for (int depth = 1; depth < archives.depth(); depth++) {
      if (GuestRoots.find(all, bundle, limits) != null) {
        return all;
      }
      List<Entry> opened = inside(all);
      if (opened.equals(all)) {
        return all;
      }
      all = EntryNames.clean(opened, limits);
    }
    return all;
  }

  private List<Entry> inside(List<Entry> entries) {
    List<Entry> all = new ArrayList<>();
    int looked = 0;
    for (Entry entry : entries) {
      boolean file = entry.kind() == Entry.Kind.FILE && ++looked <= MOST_INSIDE;
      List<Entry> inside = file ? archives.inside(entry) : null;
      all.addAll(inside == null ? List.of(entry) : inside);
    }
    return all;
  }

  /**
   * Finds the guest.
   *
   * @param entries with clean names
   * @return its files, or null if nothing of a guest is known among them
   * @throws NotReadException if it holds two guests
   * @throws IOException if a single file cannot be read
   */
  public @Nullable Guest guest(List<Entry> entries) throws IOException {
    GuestRoots.Found root = GuestRoots.find(entries, bundle, limits);
    if (root != null) {
      return tree(below(entries, root.prefix()), root.windows());
    }
    return collection(entries);
  }

  private static List<Entry> below(List<Entry> entries, String prefix) {
    return entries.stream()
        .filter(entry -> entry.name().startsWith(prefix) && entry.name().length() > prefix.length())
        .map(entry -> entry.named(entry.name().substring(prefix.length())))
        .toList();
  }

  private Guest tree(List<Entry> entries, boolean windows) {
    TruncatedFiles truncated = new TruncatedFiles(entries.stream().map(Entry::name).toList());
    TreeNode root = TreeNode.folder();
    for (Entry entry : entries) {
      boolean cut = entry.kind() == Entry.Kind.FILE && TruncatedFiles.isOne(entry.name());
      Entry placed = cut ? truncated.restored(entry) : entry;
      if (!root.put(placed.name(), placed)) {
        limits.note(entry.name() + " comes twice in " + bundle + "; the first was read");
      }
    }
    return new Guest(new BundleTree(root, archives), windows);
  }

  private @Nullable Guest collection(List<Entry> entries) throws IOException {
    Map<Entry, KnownFiles.Place> places = new LinkedHashMap<>();
    for (Entry entry : entries) {
      KnownFiles.Place place = entry.kind() == Entry.Kind.FILE ? place(entry, entries) : null;
      if (place != null) {
        places.put(entry, place);
      }
    }
    if (places.isEmpty()) {
      return null;
    }
    demandOne(places);
    long windows = places.values().stream().filter(KnownFiles.Place::windows).count();
    boolean isWindows = windows * 2 > places.size();
    List<Entry> placed = new ArrayList<>();
    places.forEach(
        (entry, place) -> {
          if (place.windows() == isWindows) {
            placed.add(entry.named(place.path()));
          }
        });
    if (!isWindows) {
      placed.addAll(besideAgentLog(entries, places));
    }
    return tree(placed, isWindows);
  }

  /** A single file is told by its lines, since people rename it. */
  private static KnownFiles.@Nullable Place place(Entry entry, List<Entry> entries)
      throws IOException {
    KnownFiles.Place byName = KnownFiles.of(entry.name());
    boolean byLines = entries.size() == 1 || (byName == null && entries.size() <= FEW);
    KnownFiles.Place found = byLines ? LogLines.of(entry.content()) : null;
    return found == null ? byName : found;
  }

  /** Two logs of an agent are two guests. */
  private void demandOne(Map<Entry, KnownFiles.Place> places) throws NotReadException {
    Map<String, Entry> firsts = new LinkedHashMap<>();
    for (Map.Entry<Entry, KnownFiles.Place> each : places.entrySet()) {
      String path = each.getValue().path();
      Entry first = firsts.putIfAbsent(path, each.getKey());
      if (first != null && (path.endsWith("/waagent.log") || path.endsWith("/WaAppAgent.log"))) {
        throw new NotReadException(
            bundle
                + " holds two guests, by "
                + first.name()
                + " and "
                + each.getKey().name()
                + "; give one of them");
      }
    }
  }

  /** A copy of /var/log: what lies beside the agent's log belongs there, too. */
  private static List<Entry> besideAgentLog(
      List<Entry> entries, Map<Entry, KnownFiles.Place> places) {
    for (Map.Entry<Entry, KnownFiles.Place> each : places.entrySet()) {
      if (each.getValue().path().equals("var/log/waagent.log")) {
        String name = each.getKey().name();
        List<Entry> rest =
            new ArrayList<>(below(entries, name.substring(0, name.lastIndexOf('/') + 1)));
        rest.removeIf(entry -> KnownFiles.of(entry.name()) != null);
        return rest.stream().map(entry -> entry.named("var/log/" + entry.name())).toList();
      }
    }
    return List.of();
  }
}
