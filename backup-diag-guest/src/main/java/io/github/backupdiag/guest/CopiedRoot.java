package io.github.backupdiag.guest;

import io.github.backupdiag.guestaccess.Answers;
import io.github.backupdiag.guestaccess.GuestConnection;
import io.github.backupdiag.guestaccess.Question;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A copy of a guest's files below a directory: a mounted disk, a restored snapshot, an unpacked
 * bundle. Links are followed inside the copy only, as the guest would.
 *
 * <p>What a copy proves:
 *
 * <ul>
 *   <li>A file that is not there is {@code Absent}, except below {@code /proc}, {@code /sys},
 *       {@code /run} and {@code /dev}: those are answered from the copy if it holds them, else
 *       {@code NOT_RECORDED}. Other drives than {@code C:}, room on disk, commands and network
 *       addresses are always {@code NOT_RECORDED}.
 *   <li>Owner and mode are known only if this process runs as root and the entries at the top of
 *       the copy are not all owned by one other user. Otherwise the copy was unpacked by that user
 *       and says nothing of the owners in the guest, and they are null.
 *   <li>Times of files are null: copying changes them.
 *   <li>The registry of Windows is read from its hives in {@code Windows/System32/config} and the
 *       logs beside them, else from exports ({@code registry/*.reg} at the top of the copy); what
 *       neither can hold is {@code NOT_RECORDED}.
 * </ul>
 *
 * <p>Nothing that matches a glob counts as a file that is not there. The copy of a Windows guest is
 * the content of its drive {@code C:}; names in it are found whatever their case. Immutable and
 * thread-safe; the copy should not change while it is read.
 */
public final class CopiedRoot implements GuestConnection {

  private final String name;
  private final CopiedFiles files;

  private CopiedRoot(String name, GuestTree tree) {
    this.name = name;
    this.files = new CopiedFiles(tree);
  }

  /**
   * Opens a copy.
   *
   * @param directory what is {@code /} or {@code C:/} in the guest
   * @return the connection
   * @throws NotAGuestException if it is no readable directory, or holds neither an os-release file
   *     (or {@code Windows/System32}), nor a package database, nor files of an Azure agent
   */
  public static CopiedRoot open(Path directory) throws NotAGuestException {
    return open(directory, isRoot());
  }

  /**
   * Opens a copy.
   *
   * @param asRoot whether this process can see whose the files are
   */
  static CopiedRoot open(Path directory, boolean asRoot) throws NotAGuestException {
    return new CopiedRoot(directory.toString(), tree(directory, asRoot));
  }

  static CopiedTree tree(Path directory) throws NotAGuestException {
    return tree(directory, isRoot());
  }

  private static boolean isRoot() {
    return ProcessHandle.current().info().user().equals(Optional.of("root"));
  }

  private static CopiedTree tree(Path directory, boolean asRoot) throws NotAGuestException {
    CopiedDirectory copy = CopiedDirectory.examine(directory);
    boolean knowsOwners = asRoot && !copy.isOwnedByOneUser();
    return new CopiedTree(copy.path(), copy.isWindows(), knowsOwners);
  }

  @Override
  public Nature nature() {
    return Nature.COPY;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Answers ask(List<Question<?>> questions, Duration timeout) throws InterruptedException {
    return files.ask(questions, timeout);
  }
}
