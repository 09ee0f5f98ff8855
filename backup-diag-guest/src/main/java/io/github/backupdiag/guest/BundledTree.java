package io.github.backupdiag.guest;

import io.github.backupdiag.fact.Absent;
import io.github.backupdiag.fact.Observation;
import io.github.backupdiag.fact.Unavailable;
import io.github.backupdiag.fact.UnavailableReason;
import io.github.backupdiag.guest.internal.archive.Hole;
import io.github.backupdiag.guest.internal.bundle.BundleTree;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The files of a guest in a bundle. Somebody picked them, so that what is missing proves nothing,
 * unless the bundle is evidently a whole disk.
 */
final class BundledTree implements GuestTree {

  private final BundleTree bundle;
  private final CopiedTree copy;
  private final boolean windows;
  private final boolean whole;

  BundledTree(BundleTree bundle, boolean windows, boolean whole) {
    this.bundle = bundle;
    this.copy = new CopiedTree(bundle.root(), windows, false);
    this.windows = windows;
    this.whole = whole;
  }

  @Override
  public Path locate(String guestPath) throws IOException {
    return copy.locate(guestPath);
  }

  @Override
  public Path follow(Path located) throws IOException {
    return copy.follow(located);
  }

  @Override
  public Path child(Path directory, String name) throws IOException {
    return copy.child(directory, name);
  }

  @Override
  public <A> Observation<A> notThere(String guestPath) {
    if (whole) {
      return copy.notThere(guestPath);
    }
    boolean ofWindows = guestPath.startsWith(":/", 1);
    return ofWindows == windows
        ? new Unavailable<>(UnavailableReason.NOT_RECORDED, guestPath)
        : new Absent<>(guestPath);
  }

  @Override
  public boolean ignoresCase() {
    return windows;
  }

  @Override
  public boolean knowsOwners() {
    return false;
  }

  @Override
  public boolean knowsTimes() {
    return false;
  }

  @Override
  public boolean listsAll() {
    return whole;
  }

  @Override
  public @Nullable Hole hole(Path followed) throws IOException {
    return bundle.hole(followed);
  }
}
