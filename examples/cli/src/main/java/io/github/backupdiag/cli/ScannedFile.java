package io.github.backupdiag.cli;

import io.github.backupdiag.scan.LogSource;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A log that was named on the command line. */
record ScannedFile(String name, Path path, InputStream in) implements LogSource {

  private static final String STANDARD_INPUT = "-";

  static ScannedFile of(String name, Surroundings around) throws RefusedException {
    return new ScannedFile(name, Inputs.path(name), around.in());
  }

  @Override
  public InputStream open() throws IOException {
    if (name.equals(STANDARD_INPUT)) {
      return new Unclosed(in);
    }
    if (Files.isDirectory(path)) {
      throw new FileSystemException(name, null, "is a directory; name the files in it");
    }
    return Files.newInputStream(path);
  }

  /** Standard input belongs to the process. */
  private static final class Unclosed extends FilterInputStream {

    Unclosed(InputStream in) {
      super(in);
    }

    @Override
    public void close() {
      // not ours
    }
  }
}
