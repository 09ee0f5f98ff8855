package io.github.backupdiag.guest;

import io.github.backupdiag.fact.Absent;
import io.github.backupdiag.fact.Observation;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** The files of a running machine; the system itself follows links. */
final class LiveTree implements GuestTree {

  private final FileSystem files;
  private final boolean windows;

  LiveTree(FileSystem files) {
    this.files = files;
    this.windows = files.getSeparator().equals("\\");
  }

  @Override
  public Path locate(String guestPath) throws IOException {
    if (GuestPath.of(guestPath).hasDrive() != windows) {
      throw new NoSuchFileException(guestPath, null, "a path of another system");
    }
    return files.getPath(guestPath);
  }

  @Override
  public Path follow(Path located) {
    return located;
  }

  @Override
  public <A> Observation<A> notThere(String guestPath) {
    return new Absent<>(guestPath);
  }

  @Override
  public boolean ignoresCase() {
    return windows;
  }

  @Override
  public boolean knowsOwners() {
    return true;
  }

  @Override
  public boolean knowsTimes() {
    return true;
  }
}
