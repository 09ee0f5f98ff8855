package io.github.backupdiag.cli;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A directory of bundles: each entry is one, be it a file or a directory. */
final class BundleDirectory {

  private final Path directory;
  private final List<String> names;

  private BundleDirectory(Path directory, List<String> names) {
    this.directory = directory;
    this.names = names;
  }

  /**
   * Lists a directory; hidden entries and files that are still written ({@code .part}) are none.
   */
  static BundleDirectory of(String name) throws RefusedException {
    Path directory = Inputs.path(name);
    List<String> names = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory)) {
      for (Path entry : entries) {
        names.add(String.valueOf(entry.getFileName()));
      }
    } catch (DirectoryIteratorException e) {
      throw new RefusedException(
          name + " cannot be listed: " + Inputs.why(Objects.requireNonNull(e.getCause())));
    } catch (IOException e) {
      throw new RefusedException(name + " cannot be listed: " + Inputs.why(e));
    }
    names.removeIf(entry -> entry.startsWith(".") || entry.endsWith(".part"));
    if (names.isEmpty()) {
      throw new RefusedException(name + " holds no bundles; put each into it as a file or folder");
    }
    Collections.sort(names);
    return new BundleDirectory(directory, names);
  }

  /** Gives the names of a part, in their order. */
  List<String> names(Shard shard) {
    return names.stream().filter(shard::holds).toList();
  }

  Path path(String name) {
    return directory.resolve(name);
  }

  /** Says why an entry is not to be opened, or null. */
  @Nullable String objection(String name) {
    Path entry = path(name);
    if (Files.isSymbolicLink(entry) && leadsOut(entry)) {
      return "it is a link that leads out of the directory; put the bundle itself there";
    }
    // Whatever is not there is told by opening it.
    boolean odd = Files.exists(entry) && !Files.isRegularFile(entry) && !Files.isDirectory(entry);
    return odd ? "it is neither a file nor a directory" : null;
  }

  private boolean leadsOut(Path link) {
    try {
      return !link.toRealPath().startsWith(directory.toRealPath());
    } catch (IOException e) {
      return true;
    }
  }
}
