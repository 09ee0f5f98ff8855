package io.github.backupdiag.guest;

import io.github.backupdiag.fact.UnavailableReason;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the file of a program, so that a missing program is not mixed up with a failing one. */
final class Programs {

  /** Where system programs are; the search path of an ordinary user lacks some of these. */
  private static final List<Path> SYSTEM_DIRECTORIES =
      List.of(
          Path.of("/usr/local/sbin"),
          Path.of("/usr/local/bin"),
          Path.of("/usr/sbin"),
          Path.of("/usr/bin"),
          Path.of("/sbin"),
          Path.of("/bin"));

  private final List<Path> directories;

  Programs(List<Path> directories) {
    this.directories = List.copyOf(directories);
  }

  /**
   * Searches as this process would, then in the system's directories.
   *
   * @param searchPath the value of {@code PATH}; relative directories in it are passed over
   */
  static Programs on(@Nullable String searchPath) {
    Set<Path> all = new LinkedHashSet<>();
    String path = searchPath == null ? "" : searchPath;
    for (String directory : path.split(Pattern.quote(File.pathSeparator), -1)) {
      if (new File(directory).isAbsolute()) {
        add(all, directory);
      }
    }
    all.addAll(SYSTEM_DIRECTORIES);
    return new Programs(List.copyOf(all));
  }

  /**
   * Searches where the programs of this system are. On Windows only its own folder counts, so that
   * no other {@code reg.exe} on the search path is run; a process of 32 bits sees the programs of
   * the system as {@code Sysnative}.
   *
   * @param environment variables of this process
   */
  static Programs ofSystem(Map<String, String> environment) {
    String root = environment.get("SystemRoot");
    if (root == null || root.isBlank()) {
      return on(environment.get("PATH"));
    }
    Path windows = Path.of(root);
    Path system = windows.resolve("System32");
    return new Programs(List.of(windows.resolve("Sysnative"), system, system.resolve("wbem")));
  }

  /**
   * Finds a program.
   *
   * @param name a name to search for, or a path
   * @throws NoSuchFileException if there is no such file
   * @throws UnreadableException if there is one that this process may not run
   */
  Path find(String name) throws IOException {
    Path refused = null;
    for (Path candidate : candidates(name)) {
      if (Files.isExecutable(candidate) && Files.isRegularFile(candidate)) {
        return candidate;
      }
      if (Files.isRegularFile(candidate)) {
        refused = candidate;
      }
    }
    if (refused != null) {
      throw new UnreadableException(UnavailableReason.NOT_PERMITTED, "cannot run " + refused);
    }
    throw new NoSuchFileException(name);
  }

  private static void add(Set<Path> all, String directory) {
    try {
      all.add(Path.of(directory));
    } catch (InvalidPathException e) {
      return; // the system would not find anything there either
    }
  }

  private List<Path> candidates(String name) {
    Path given = Path.of(name);
    if (given.isAbsolute()) {
      return List.of(given);
    }
    List<Path> candidates = new ArrayList<>();
    if (given.getNameCount() == 1) {
      for (Path directory : directories) {
        candidates.add(directory.resolve(name));
        candidates.add(directory.resolve(name + ".exe"));
      }
    }
    return candidates;
  }
}
