package io.github.backupdiag.cli;

import io.github.backupdiag.fact.FactSet;
import io.github.backupdiag.fact.FactSetJson;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * A recording or bundle that is being written. It appears under its name only when it is whole:
 * until then it is a file beside, which only its owner may read and which goes when writing is
 * given up.
 */
final class OutputFile implements AutoCloseable {

  private final Path target;
  private final Path written;

  private OutputFile(Path target, Path written) {
    this.target = target;
    this.written = written;
  }

  /** Starts a file; a place that cannot be written is refused here. */
  static OutputFile create(Path path) throws RefusedException {
    try {
      if (Files.isDirectory(path)) {
        throw new RefusedException(path + ": is a directory; name a file");
      }
      Path target = Files.exists(path) ? path.toRealPath() : path.toAbsolutePath();
      // A device or pipe is written to; replacing it would take it from everybody.
      return new OutputFile(target, isReplaceable(target) ? beside(target) : target);
    } catch (IOException e) {
      throw new RefusedException(path + ": cannot be written: " + reason(e));
    }
  }

  private static boolean isReplaceable(Path target) {
    return !Files.exists(target) || Files.isRegularFile(target);
  }

  private static Path beside(Path target) throws IOException {
    // Where there are POSIX permissions, it is made with 0600.
    Path file = Files.createTempFile(target.getParent(), ".backup-diag-", ".part");
    file.toFile().deleteOnExit();
    return file;
  }

  private static String reason(IOException e) {
    return Inputs.why(e).equals("not found") ? "its directory does not exist" : Inputs.why(e);
  }

  /** Writes the facts and puts the file in its place. */
  void write(FactSet facts) throws RefusedException {
    write(out -> FactSetJson.write(facts, out));
  }

  /** Lets something that writes bytes itself write them, and puts the file in its place. */
  void write(Output.Writing writing) throws RefusedException {
    try {
      try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(written))) {
        writing.to(out);
      }
      if (!written.equals(target)) {
        move();
      }
    } catch (IOException e) {
      throw new RefusedException(target + ": cannot be written: " + Inputs.why(e));
    }
  }

  private void move() throws IOException {
    try {
      Files.move(written, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(written, target, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  @Override
  public void close() {
    if (!written.equals(target)) {
      // Gone already when it was put in its place.
      written.toFile().delete();
    }
  }
}
