package io.github.backupdiag.guest;

import io.github.backupdiag.fact.Absent;
import io.github.backupdiag.fact.Observation;
import io.github.backupdiag.fact.Unavailable;
import io.github.backupdiag.fact.UnavailableReason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Set;

/**
 * The files of a guest below a directory of this machine. What only a running system has ({@code
 * /proc} and the like) is answered if the copy holds it; that it does not hold it proves nothing.
 */
final class CopiedTree implements GuestTree {

  private static final Set<String> RUNNING_STATE = Set.of("proc", "sys", "run", "dev");

  private final Path root;
  private final boolean windows;
  private final boolean knowsOwners;
  private final LinkResolver links;

  CopiedTree(Path root, boolean windows, boolean knowsOwners) {
    this.root = root;
    this.windows = windows;
    this.knowsOwners = knowsOwners;
    this.links = new LinkResolver(root, windows ? NameLookup.ANY_CASE : NameLookup.EXACT);
  }

  @Override
  public Path locate(String guestPath) throws IOException {
    Path located = resolve(guestPath, false);
    if (isEmptyRunningState(located)) {
      throw new NoSuchFileException(guestPath, null, "not recorded");
    }
    return located;
  }

  @Override
  public Path follow(Path located) throws IOException {
    Path parent = located.getParent();
    Path name = located.getFileName();
    return located.equals(root) || parent == null || name == null
        ? located
        : links.resolve(parent, name, true);
  }

  @Override
  public Path child(Path directory, String name) throws IOException {
    return links.resolve(directory, root.getFileSystem().getPath(name), false);
  }

  @Override
  public <A> Observation<A> notThere(String guestPath) {
    try {
      if (isRunningState(resolve(PathGlob.literalPart(guestPath), true))) {
        return new Unavailable<>(UnavailableReason.NOT_RECORDED, guestPath);
      }
    } catch (IOException e) {
      if (!Refusal.isMissing(e)) {
        return Refusal.of(e, guestPath);
      }
    }
    return new Absent<>(guestPath);
  }

  @Override
  public boolean ignoresCase() {
    return windows;
  }

  @Override
  public boolean knowsOwners() {
    return knowsOwners;
  }

  @Override
  public boolean knowsTimes() {
    return false;
  }

  private Path resolve(String guestPath, boolean followLast) throws IOException {
    GuestPath path = GuestPath.of(guestPath);
    if (path.hasDrive() && path.drive() != 'C') {
      throw new UnreadableException(
          UnavailableReason.NOT_RECORDED, guestPath + " is on a drive that was not copied");
    }
    if (path.hasDrive() && !windows) {
      throw new NoSuchFileException(guestPath, null, "a path of another system");
    }
    return links.resolve(root, root.getFileSystem().getPath(path.names()), followLast);
  }

  private boolean isRunningState(Path resolved) {
    return !windows && RUNNING_STATE.contains(root.relativize(resolved).getName(0).toString());
  }

  private boolean isEmptyRunningState(Path resolved) throws IOException {
    if (!root.equals(resolved.getParent())
        || !isRunningState(resolved)
        || !Files.isDirectory(resolved)) {
      return false;
    }
    boolean[] empty = {true};
    Children.of(resolved, child -> empty[0] = false);
    return empty[0];
  }
}
