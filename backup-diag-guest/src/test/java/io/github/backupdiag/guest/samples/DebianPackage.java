package io.github.backupdiag.guest.samples;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.backupdiag.guest.samples.SampleRoot.Distribution;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The agent as Debian packs it, unpacked into a made-up root. */
final class DebianPackage {

  /** The version that made-up logs and folders name. */
  private static final String SAMPLE_VERSION = "2.9.1.1";

  private final Path file;

  private DebianPackage(Path file) {
    this.file = file;
  }

  /** Fetches the package once, or skips the test where that does not work. */
  static DebianPackage waagent() throws Exception {
    Optional<Path> file = DebianDownload.of("waagent");
    assumeTrue(file.isPresent(), "skipped: 'apt-get download waagent' does not work here");
    return new DebianPackage(file.get());
  }

  /** A healthy machine of Debian 12 on which this is installed and nothing newer was fetched. */
  SampleRoot in(Path directory) throws Exception {
    SampleRoot root =
        SampleRoot.of(Distribution.DEBIAN_12, directory)
            .without("var/lib/waagent/WALinuxAgent-" + SAMPLE_VERSION)
            .file("usr/bin/python3.11", SampleRootSnapshot.program(62))
            .link("usr/bin/python3", "python3.11")
            .file("var/lib/dpkg/status", record("install ok installed"));
    DebianDownload.run(List.of("dpkg-deb", "-x", file.toString(), directory.toString()));
    String version = version().replaceAll("-.*", "");
    for (String log : List.of(SampleRoot.AGENT_LOG, "var/lib/waagent/waagent_status.json")) {
      String text = Files.readString(directory.resolve(log));
      root.file(log, text.replace(SAMPLE_VERSION, version));
    }
    return root;
  }

  /** What dpkg notes of the package. */
  String record(String status) throws Exception {
    String fields = DebianDownload.run(List.of("dpkg-deb", "-f", file.toString()));
    return fields.replaceFirst("\n", "\nStatus: " + status + "\n") + "\n";
  }

  String version() throws Exception {
    return DebianDownload.run(List.of("dpkg-deb", "-f", file.toString(), "Version")).strip();
  }
}
