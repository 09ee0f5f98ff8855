package io.github.backupdiag.guest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Finds a name in a directory; what is not there gets the path it would have. */
@FunctionalInterface
interface NameLookup {

  /** Names are what they are. */
  NameLookup EXACT = Path::resolve;

  /** Names are the same whatever their case, as in a Windows guest. */
  NameLookup ANY_CASE = NameLookup::childInAnyCase;

  Path child(Path directory, Path name) throws IOException;

  private static Path childInAnyCase(Path directory, Path name) throws IOException {
    Path exact = directory.resolve(name);
    if (Files.exists(exact, LinkOption.NOFOLLOW_LINKS) || !Files.isDirectory(directory)) {
      return exact;
    }
    List<Path> found = new ArrayList<>();
    Children.of(directory, child -> !isNamed(child, name) || !found.add(child));
    return found.isEmpty() ? exact : found.get(0);
  }

  private static boolean isNamed(Path child, Path name) {
    return name.toString().equalsIgnoreCase(String.valueOf(child.getFileName()));
  }
}
