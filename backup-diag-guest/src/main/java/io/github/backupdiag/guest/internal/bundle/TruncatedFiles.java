package io.github.backupdiag.guest.internal.bundle;

import io.github.backupdiag.guest.internal.archive.Entry;
import io.github.backupdiag.guest.internal.archive.LastPart;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Large files in the Linux agent's own archive: one over 30 MB is replaced by its end, under a name
 * whose slashes became underscores (WALinuxAgent, logcollector.py). Which underscore was a slash is
 * told by the folders that are known.
 */
final class TruncatedFiles {

  private static final String MARK = "truncated_";

  private static final List<String> FOLDERS =
      List.of(
          "var/log/azure/Microsoft.Azure.RecoveryServices.VMSnapshotLinux",
          "var/log/azure",
          "var/log/audit",
          "var/log",
          "var/lib/waagent",
          "etc");

  private final Set<String> folders =
      new TreeSet<>(Comparator.comparing(String::length).reversed().thenComparing(s -> s));

  TruncatedFiles(Collection<String> paths) {
    folders.addAll(FOLDERS);
    for (String path : paths) {
      int slash = path.lastIndexOf('/');
      if (slash > 0) {
        folders.add(path.substring(0, slash));
      }
    }
  }

  static boolean isOne(String path) {
    return path.substring(path.lastIndexOf('/') + 1).startsWith(MARK);
  }

  /** Gives the entry under its real path, or as it is if no known folder begins its name. */
  Entry restored(Entry entry) {
    String flat = entry.name().substring(entry.name().lastIndexOf('/') + 1 + MARK.length());
    String bare = flat.startsWith("_") ? flat.substring(1) : flat;
    for (String folder : folders) {
      if (bare.startsWith(folder.replace('/', '_') + "_")) {
        String path = folder + "/" + bare.substring(folder.length() + 1);
        return entry.named(path).with(new LastPart(entry.content()));
      }
    }
    return entry;
  }
}
