package io.github.backupdiag.guest.samples;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Packages of Debian, fetched with {@code apt-get download}; they stay below {@code target}. */
public final class DebianDownload {

  private static final Path FOLDER = Path.of("target", "debian");
  private static final long SECONDS = 60;

  private DebianDownload() {}

  /**
   * Fetches a package once.
   *
   * @param name of the package
   * @return its file, or empty where that does not work
   */
  public static Optional<Path> of(String name) throws IOException, InterruptedException {
    if (!Files.isExecutable(Path.of("/usr/bin/dpkg-deb"))) {
      return Optional.empty();
    }
    Files.createDirectories(FOLDER);
    if (found(name).isEmpty()) {
      List<String> fetch = new ArrayList<>(List.of("apt-get", "-q", "download", name));
      for (String limit : List.of("http::Timeout=5", "https::Timeout=5", "Retries=0")) {
        fetch.addAll(List.of("-o", "Acquire::" + limit));
      }
      run(fetch);
    }
    return found(name).map(Path::toAbsolutePath);
  }

  private static Optional<Path> found(String name) throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files
          .filter(file -> file.getFileName().toString().startsWith(name + "_"))
          .filter(file -> file.toString().endsWith(".deb"))
          .min(Path::compareTo);
    }
  }

  /**
   * Runs a program of Debian.
   *
   * @param words program and arguments
   * @return what it prints; empty if it is not installed
   */
  static String run(List<String> words) throws IOException, InterruptedException {
    Path out = Files.createTempFile("backup-diag", ".out");
    try {
      Process process =
          new ProcessBuilder(words)
              .directory(FOLDER.toFile())
              .redirectOutput(out.toFile())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
      return Files.readString(out, StandardCharsets.UTF_8);
    } catch (IOException e) {
      return ""; // it is not installed
    } finally {
      Files.delete(out);
    }
  }

  /**
   * Unpacks a package.
   *
   * @param name of the package
   * @param folder where to
   * @return whether that worked
   */
  public static boolean unpack(String name, Path folder) throws IOException, InterruptedException {
    Optional<Path> file = of(name);
    if (file.isPresent()) {
      run(List.of("dpkg-deb", "-x", file.get().toString(), folder.toAbsolutePath().toString()));
    }
    return file.isPresent();
  }
}
