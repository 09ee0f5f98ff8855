package io.github.backupdiag.guest;

import io.github.backupdiag.fact.Observation;
import io.github.backupdiag.fact.Unavailable;
import io.github.backupdiag.fact.UnavailableReason;
import io.github.backupdiag.guest.internal.Subject;
import io.github.backupdiag.guestaccess.Answers;
import io.github.backupdiag.guestaccess.GuestConnection;
import io.github.backupdiag.guestaccess.Question;
import java.io.IOException;
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
  private final TreeReader files;
  private final CopiedRegistry registry;

  private CopiedRoot(String name, GuestTree tree) {
    this.name = name;
    this.files = new TreeReader(tree);
    this.registry = new CopiedRegistry(tree, files);
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
    return open(directory, ProcessHandle.current().info().user().equals(Optional.of("root")));
  }

  /**
   * Opens a copy.
   *
   * @param asRoot whether this process can see whose the files are
   */
  static CopiedRoot open(Path directory, boolean asRoot) throws NotAGuestException {
    CopiedDirectory copy = CopiedDirectory.examine(directory);
    boolean knowsOwners = asRoot && !copy.isOwnedByOneUser();
    return new CopiedRoot(
        directory.toString(), new CopiedTree(copy.path(), copy.isWindows(), knowsOwners));
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
    return Batch.answer(questions, timeout, this::answer);
  }

  private Observation<?> answer(Question<?> question) throws IOException {
    boolean running =
        question instanceof Question.Space
            || question instanceof Question.Command
            || question instanceof Question.Tcp
            || question instanceof Question.Http;
    if (question instanceof Question.Registry asked) {
      return registry.answer(asked);
    }
    return running
        ? new Unavailable<>(UnavailableReason.NOT_RECORDED, Subject.of(question))
        : files.answer(question);
  }
}
