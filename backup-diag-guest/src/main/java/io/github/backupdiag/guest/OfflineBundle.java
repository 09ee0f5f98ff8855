package io.github.backupdiag.guest;

import io.github.backupdiag.guest.internal.archive.Budget;
import io.github.backupdiag.guest.internal.archive.Limitations;
import io.github.backupdiag.guestaccess.Answers;
import io.github.backupdiag.guestaccess.GuestConnection;
import io.github.backupdiag.guestaccess.Question;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody brought of a guest: the output of a {@link CollectScript}, the Linux agent's own
 * {@code logs.zip}, a disk-inspection bundle, a collection of Windows guest logs, a tree such as
 * sos makes, a copy of {@code /var/log}, a single log. It may be a directory, a zip, tar, tar.gz or
 * gz file, with archives inside it to a depth of three. Its form is told by its content, not by its
 * name. Nothing is unpacked to disk, and nothing stays open.
 *
 * <p>What a bundle proves:
 *
 * <ul>
 *   <li>The output of a script is of a guest that was running: its answers are those of a live
 *       guest at {@link #seenAt()}. What was not asked is {@code NOT_RECORDED}, and {@code FAILED}
 *       where the output ends too early.
 *   <li>Files are a copy that somebody picked: one that is not there is {@code NOT_RECORDED}, never
 *       {@code Absent}, and no listing is complete, unless the bundle is evidently a whole disk;
 *       then it answers like a {@link CopiedRoot}. Owners, modes and times are not known.
 *   <li>Of an archive that was cut what is readable is used, and {@link #isComplete()} is false; of
 *       a file that was cut, too.
 * </ul>
 *
 * <p>How much is read is limited: 100,000 entries, 2 GiB of one and 16 GiB of all of them unpacked,
 * and an eighth of the heap (256 MiB at the most) for what has to be kept in memory. What goes
 * beyond is left out and named in {@link #limitations()}. Thread-safe; files should not change
 * while they are read.
 */
public final class OfflineBundle implements GuestConnection {

  private final String name;
  private final BundledGuest guest;
  private final Limitations limits;
  private final boolean vouched;

  private OfflineBundle(String name, BundledGuest guest, Limitations limits, boolean vouched) {
    this.name = name;
    this.guest = guest;
    this.limits = limits;
    this.vouched = vouched;
  }

  /**
   * Opens a bundle.
   *
   * @param path a file or a directory
   * @return the guest as it was at that time; a bundle that ends early answers what it holds
   * @throws NotAGuestException if it cannot be read, is no bundle or holds two guests
   */
  public static OfflineBundle open(Path path) throws NotAGuestException {
    String name = path.toString();
    Limitations limits = new Limitations();
    BundleReader reader = new BundleReader(name, Budget.ofThisProcess(), limits);
    try {
      return new OfflineBundle(name, guest(path, reader), limits, false);
    } catch (NotAGuestException e) {
      throw e;
    } catch (NoSuchFileException e) {
      throw new NotAGuestException(name + ": not found; give a file or a folder");
    } catch (AccessDeniedException e) {
      throw new NotAGuestException(name + ": permission denied; give a file of your own");
    } catch (IOException e) {
      throw new NotAGuestException(name + " cannot be read: " + e.getClass().getSimpleName());
    }
  }

  private static BundledGuest guest(Path path, BundleReader reader) throws IOException {
    BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
    if (attributes.isDirectory()) {
      return reader.directory(path);
    }
    if (attributes.isRegularFile()) {
      return reader.file(path.toRealPath(), attributes.size());
    }
    try (InputStream in = Files.newInputStream(path)) {
      return reader.stream(in);
    }
  }

  /**
   * Reads a bundle to its end.
   *
   * @param in the bytes of a file; not closed
   * @param name what to call it
   * @return the guest as it was at that time
   * @throws NotAGuestException if it is no bundle or holds two guests
   * @throws IOException if reading failed at its beginning
   */
  public static OfflineBundle open(InputStream in, String name) throws IOException {
    return open(in, name, Budget.ofThisProcess());
  }

  static OfflineBundle open(InputStream in, String name, Budget budget) throws IOException {
    Limitations limits = new Limitations();
    BundledGuest guest = new BundleReader(name, budget, limits).stream(in);
    return new OfflineBundle(name, guest, limits, false);
  }

  /**
   * Gives this bundle for an operator who vouches that the guest is an Azure VM.
   *
   * @return a connection whose {@link #assumedAzureVm()} is true
   */
  public OfflineBundle assumeAzure() {
    return new OfflineBundle(name, guest, limits, true);
  }

  /**
   * Tells whether the bundle is whole.
   *
   * @return false if it was cut, or more than what is read of a bundle
   */
  @Override
  public boolean isComplete() {
    return guest.isComplete();
  }

  @Override
  public List<String> limitations() {
    return limits.lines();
  }

  @Override
  public Nature nature() {
    return guest.nature();
  }

  @Override
  public @Nullable Instant seenAt() {
    return guest.seenAt();
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public boolean assumedAzureVm() {
    return vouched || guest.nature() == Nature.COPY;
  }

  @Override
  public Answers ask(List<Question<?>> questions, Duration timeout) throws InterruptedException {
    return guest.ask(questions, timeout);
  }
}
