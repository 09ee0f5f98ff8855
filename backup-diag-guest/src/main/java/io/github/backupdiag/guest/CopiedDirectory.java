package io.github.backupdiag.guest;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a directory that is said to be a guest turns out to be.
 *
 * @param path the directory without links
 * @param isWindows whether it holds a Windows guest
 * @param isOwnedByOneUser whether all its entries are owned by one user who is not root
 */
record CopiedDirectory(Path path, boolean isWindows, boolean isOwnedByOneUser) {

  /** Operating system, package database, agent: one of these is enough. */
  private static final List<String> UNIX_MARKS =
      List.of(
          "etc/os-release",
          "usr/lib/os-release",
          "var/lib/dpkg/status",
          "var/lib/rpm",
          "usr/lib/sysimage/rpm",
          "lib/apk/db",
          "etc/waagent.conf",
          "var/lib/waagent",
          "var/log/waagent.log");

  private static final List<String> WINDOWS_MARKS =
      List.of("WindowsAzure", "Packages", "Windows/System32");

  static CopiedDirectory examine(Path directory) throws NotAGuestException {
    try {
      Path root = directory.toRealPath();
      boolean ownedByOneUser = isOwnedByOneUser(root);
      boolean unix = holdsAny(root, UNIX_MARKS, NameLookup.EXACT);
      if (!unix && !holdsAny(root, WINDOWS_MARKS, NameLookup.ANY_CASE)) {
        throw new NotAGuestException(
            directory
                + " is not a guest: it holds no os-release, no package database and no agent files;"
                + " give the directory that is / or C:/ in the guest");
      }
      return new CopiedDirectory(root, !unix, ownedByOneUser);
    } catch (NotAGuestException e) {
      throw e;
    } catch (IOException e) {
      throw new NotAGuestException(directory + complaint(e));
    }
  }

  private static String complaint(IOException e) {
    if (e instanceof NoSuchFileException) {
      return " does not exist; give the directory that is / or C:/ in the guest";
    }
    if (e instanceof NotDirectoryException) {
      return " is not a directory; give the directory that is / or C:/ in the guest";
    }
    return e instanceof AccessDeniedException
        ? " may not be read; run as root, or give a directory of your own"
        : " cannot be read: " + e.getClass().getSimpleName() + "; give a readable directory";
  }

  private static boolean holdsAny(Path root, List<String> marks, NameLookup names) {
    LinkResolver links = new LinkResolver(root, names);
    return marks.stream().anyMatch(mark -> holds(links, root, mark));
  }

  private static boolean holds(LinkResolver links, Path root, String mark) {
    try {
      return Files.exists(links.resolve(root, root.getFileSystem().getPath(mark), true));
    } catch (IOException e) {
      return false; // a link loop holds nothing
    }
  }

  private static boolean isOwnedByOneUser(Path root) throws IOException {
    Set<Object> owners = new HashSet<>();
    Children.of(
        root,
        entry -> {
          owners.add(EntryReader.ownership(entry).getOrDefault("uid", 0));
          return true;
        });
    return owners.size() == 1 && !owners.contains(0);
  }
}
