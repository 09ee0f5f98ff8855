package io.github.backupdiag.guest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Tells a whole system disk from files that somebody picked of one, by what nobody picks. */
final class WholeRoot {

  private static final int MANY_PROGRAMS = 100;

  private static final List<String> PACKAGES =
      List.of("var/lib/dpkg/status", "var/lib/rpm", "usr/lib/sysimage/rpm", "lib/apk/db");

  private WholeRoot() {}

  static boolean isSeen(Path root, boolean windows) {
    LinkResolver links = new LinkResolver(root, windows ? NameLookup.ANY_CASE : NameLookup.EXACT);
    return windows
        ? has(links, root, "Windows/System32/ntoskrnl.exe")
            && hasMany(links, root, "Windows/System32")
        : has(links, root, "etc/passwd")
            && PACKAGES.stream().anyMatch(place -> has(links, root, place))
            && hasMany(links, root, "usr/bin");
  }

  private static boolean has(LinkResolver links, Path root, String path) {
    try {
      return Files.exists(links.resolve(root, root.getFileSystem().getPath(path), true));
    } catch (IOException e) {
      return false;
    }
  }

  private static boolean hasMany(LinkResolver links, Path root, String path) {
    int[] count = {0};
    try {
      Path folder = links.resolve(root, root.getFileSystem().getPath(path), true);
      Children.of(folder, child -> ++count[0] < MANY_PROGRAMS);
    } catch (IOException e) {
      return false;
    }
    return count[0] >= MANY_PROGRAMS;
  }
}
