package io.github.backupdiag.guest;

import io.github.backupdiag.guestaccess.Answers;
import io.github.backupdiag.guestaccess.GuestConnection;
import io.github.backupdiag.guestaccess.Question;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * A file that stands for a guest: the output of a {@link CollectScript}, plain or through gzip. Its
 * form is told by its content, not by its name.
 *
 * <p>Such a guest was running when it was asked: its answers are those of a live guest at {@link
 * #seenAt()}. What was not asked is {@code NOT_RECORDED}, and {@code FAILED} where the file ends
 * too early. Immutable and thread-safe.
 */
public final class OfflineBundle implements GuestConnection {

  /** As much as is ever read, unpacked; a script writes 64 MiB at the most. */
  private static final int MOST_BYTES = 256 << 20;

  private static final int GZIP = 0x1F8B;

  private final CollectedGuest guest;
  private final boolean assumedAzureVm;

  private OfflineBundle(CollectedGuest guest, boolean assumedAzureVm) {
    this.guest = guest;
    this.assumedAzureVm = assumedAzureVm;
  }

  /**
   * Opens a bundle.
   *
   * @param file what a script wrote
   * @return the guest as it was at that time; a bundle that ends early answers what it holds
   * @throws NotAGuestException if it cannot be read or is no bundle
   */
  public static OfflineBundle open(Path file) throws NotAGuestException {
    if (Files.isDirectory(file)) {
      throw new NotAGuestException(
          file + " is a directory; give it as a root, or the file that a collect-script wrote");
    }
    try (InputStream in = Files.newInputStream(file)) {
      return open(in, file.toString());
    } catch (NotAGuestException e) {
      throw e;
    } catch (NoSuchFileException e) {
      throw new NotAGuestException(file + ": not found; give the file that a collect-script wrote");
    } catch (AccessDeniedException e) {
      throw new NotAGuestException(file + ": permission denied; give a file of your own");
    } catch (IOException e) {
      throw new NotAGuestException(file + " cannot be read: " + e.getClass().getSimpleName());
    }
  }

  /**
   * Reads a bundle.
   *
   * @param in its bytes; not closed
   * @param name what to call it
   * @return the guest as it was at that time
   * @throws NotAGuestException if it is no bundle
   * @throws IOException if reading failed at its beginning
   */
  public static OfflineBundle open(InputStream in, String name) throws IOException {
    byte[] bytes = unpacked(in, name);
    byte[] text = isWide(bytes) ? narrow(bytes) : withoutMark(bytes);
    if (!CollectedRecords.isOne(text)) {
      throw new NotAGuestException(
          name
              + (text.length == 0 ? " is empty" : " is no bundle")
              + "; give the output of a script that 'collect-script' made");
    }
    return new OfflineBundle(new CollectedGuest(name, CollectedRecords.read(text, name)), false);
  }

  /**
   * Gives this bundle for an operator who vouches that the guest is an Azure VM.
   *
   * @return a connection whose {@link #assumedAzureVm()} is true
   */
  public OfflineBundle assumeAzure() {
    return new OfflineBundle(guest, true);
  }

  /**
   * Tells whether the file is whole.
   *
   * @return false if it ends before the script came to its end
   */
  public boolean isComplete() {
    return guest.isComplete();
  }

  @Override
  public Nature nature() {
    return Nature.LIVE;
  }

  @Override
  public Instant seenAt() {
    return guest.seenAt();
  }

  @Override
  public String name() {
    return guest.name();
  }

  @Override
  public boolean assumedAzureVm() {
    return assumedAzureVm;
  }

  @Override
  public Answers ask(List<Question<?>> questions, Duration timeout) {
    return guest.ask(questions);
  }

  private static byte[] unpacked(InputStream in, String name) throws IOException {
    BufferedInputStream buffered = new BufferedInputStream(in);
    buffered.mark(2);
    int magic = buffered.read() << 8 | buffered.read();
    buffered.reset();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    byte[] chunk = new byte[64 << 10];
    try (InputStream source = magic == GZIP ? new GZIPInputStream(buffered) : buffered) {
      for (int read = source.read(chunk); read >= 0; read = source.read(chunk)) {
        bytes.write(chunk, 0, Math.min(read, MOST_BYTES - bytes.size()));
        if (bytes.size() >= MOST_BYTES) {
          break;
        }
      }
    } catch (EOFException | ZipException e) {
      if (bytes.size() == 0) {
        throw new NotAGuestException(name + " is damaged: nothing of it can be unpacked");
      }
      // what came before the damage is a bundle that ends early
    }
    return bytes.toByteArray();
  }

  /** PowerShell's own redirection writes UTF-16. */
  private static boolean isWide(byte[] bytes) {
    return bytes.length > 2 && (bytes[0] & 0xFF) == 0xFF && (bytes[1] & 0xFF) == 0xFE;
  }

  private static byte[] narrow(byte[] wide) {
    String text = new String(wide, 2, wide.length - 2, StandardCharsets.UTF_16LE);
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] withoutMark(byte[] bytes) {
    boolean marked =
        bytes.length > 2
            && (bytes[0] & 0xFF) == 0xEF
            && (bytes[1] & 0xFF) == 0xBB
            && (bytes[2] & 0xFF) == 0xBF;
    return marked ? java.util.Arrays.copyOfRange(bytes, 3, bytes.length) : bytes;
  }
}
