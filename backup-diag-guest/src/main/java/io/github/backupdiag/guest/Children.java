package io.github.backupdiag.guest;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** The entries of a directory, one by one and in no order. */
final class Children {

  /** Receives an entry and says whether to go on. */
  @FunctionalInterface
  interface Visitor {
    boolean visit(Path child) throws IOException;
  }

  private Children() {}

  static void of(Path directory, Visitor visitor) throws IOException {
    try (DirectoryStream<Path> children = Files.newDirectoryStream(directory)) {
      for (Path child : children) {
        if (!visitor.visit(child)) {
          return;
        }
      }
    } catch (DirectoryIteratorException e) {
      IOException cause = e.getCause();
      throw cause == null ? new IOException(e) : cause;
    }
  }
}
