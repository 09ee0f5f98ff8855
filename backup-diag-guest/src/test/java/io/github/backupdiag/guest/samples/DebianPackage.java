package io.github.backupdiag.guest.samples;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.backupdiag.guest.samples.SampleRoot.Distribution;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The agent as Debian packs it, unpacked into a made-up root. The package is fetched with {@code
 * apt-get download} and stays below {@code target}.
 */
final class DebianPackage {

  private static final Path FOLDER = Path.of("target", "debian");
  private static final long SECONDS = 60;

  /** The version that made-up logs and folders name. */
  private static final String SAMPLE_VERSION = "2.9.1.1";

  private final Path file;

  private DebianPackage(Path file) {
    this.file = file;
  }

  /** Fetches the package once, or skips the test where that does not work. */
  static DebianPackage waagent() throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/dpkg-deb")), "skipped: needs dpkg-deb");
    Files.createDirectories(FOLDER);
    if (found().isEmpty()) {
      List<String> fetch = new ArrayList<>(List.of("apt-get", "-q", "download", "waagent"));
      for (String limit : List.of("http::Timeout=5", "https::Timeout=5", "Retries=0")) {
        fetch.addAll(List.of("-o", "Acquire::" + limit));
      }
      run(fetch);
    }
    List<Path> found = found();
    assumeTrue(!found.isEmpty(), "skipped: 'apt-get download waagent' does not work here");
    return new DebianPackage(found.get(0).toAbsolutePath());
  }

  private static List<Path> found() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.filter(file -> file.toString().endsWith(".deb")).sorted().toList();
    }
  }

  /** A healthy machine of Debian 12 on which this is installed and nothing newer was fetched. */
  SampleRoot in(Path directory) throws Exception {
    SampleRoot root =
        SampleRoot.of(Distribution.DEBIAN_12, directory)
            .without("var/lib/waagent/WALinuxAgent-" + SAMPLE_VERSION)
            .file("usr/bin/python3.11", SampleRootSnapshot.program(62))
            .link("usr/bin/python3", "python3.11")
            .file("var/lib/dpkg/status", record("install ok installed"));
    run(List.of("dpkg-deb", "-x", file.toString(), directory.toString()));
    String version = version().replaceAll("-.*", "");
    for (String log : List.of(SampleRoot.AGENT_LOG, "var/lib/waagent/waagent_status.json")) {
      String text = Files.readString(directory.resolve(log));
      root.file(log, text.replace(SAMPLE_VERSION, version));
    }
    return root;
  }

  /** What dpkg notes of the package. */
  String record(String status) throws Exception {
    String fields = run(List.of("dpkg-deb", "-f", file.toString()));
    return fields.replaceFirst("\n", "\nStatus: " + status + "\n") + "\n";
  }

  String version() throws Exception {
    return run(List.of("dpkg-deb", "-f", file.toString(), "Version")).strip();
  }

  private static String run(List<String> words) throws Exception {
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
}
