package io.github.backupdiag.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Copies of small guests. */
final class Guest {

  private Guest() {}

  /** A Linux guest whose agent handles no extension: a cause that its configuration proves. */
  static Path withExtensionsSwitchedOff(Path root) throws IOException {
    return linux(root, "Extensions.Enabled=n\n");
  }

  /** A Linux guest in whose configuration nothing is wrong. */
  static Path linux(Path root) throws IOException {
    return linux(root, "Extensions.Enabled=y\n");
  }

  private static Path linux(Path root, String config) throws IOException {
    Path etc = Files.createDirectories(root.resolve("etc"));
    Files.writeString(etc.resolve("os-release"), "ID=ubuntu\nVERSION_ID=\"22.04\"\n");
    Files.writeString(etc.resolve("waagent.conf"), config);
    return root;
  }
}
