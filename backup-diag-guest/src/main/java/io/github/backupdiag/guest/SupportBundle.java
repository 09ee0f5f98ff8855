package io.github.backupdiag.guest;

import io.github.backupdiag.fact.FactSet;
import io.github.backupdiag.guest.internal.support.Origin;
import io.github.backupdiag.guest.internal.support.SupportArchive;
import io.github.backupdiag.guest.internal.support.SupportGuest;
import io.github.backupdiag.guest.internal.support.SupportZip;
import io.github.backupdiag.guest.internal.support.ZipSource;
import io.github.backupdiag.guestaccess.GuestConnection;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A zip archive with everything that a diagnosis needs of one guest, redacted: the facts, and the
 * files and answers they were read from. Its first entry, {@code backup-diag-bundle.json}, says
 * what was taken, left out and replaced.
 *
 * <pre>{@code
 * RecordingGuest guest = RecordingGuest.of(LocalGuest.open());
 * FactSet facts = diagnosis.with(GuestConnection.class, guest).gather(request);
 * SupportBundle.write(facts, guest, "my-tool 1.0", Instant.now(), out);
 *
 * SupportBundle bundle = SupportBundle.open(file);
 * Report report =
 *     diagnosis
 *         .with(GuestConnection.class, bundle.guest())
 *         .diagnose(DiagnosisRequest.builder().recordedFacts(bundle.facts()).build());
 * }</pre>
 *
 * <p>That report is the one that a diagnosis of the guest itself would have given. Files with keys,
 * certificates or passwords are never taken, bodies of HTTP answers and bytes of the registry
 * neither; what is no text is left out, since nothing in it could be redacted. Immutable and
 * thread-safe.
 */
public final class SupportBundle {

  private static final int MOST_BYTES = 256 << 20;

  private final SupportArchive archive;
  private final GuestConnection guest;

  private SupportBundle(SupportArchive archive, ZipSource source) {
    this.archive = archive;
    this.guest = new SupportGuest(archive, source);
  }

  /**
   * Writes a bundle. The same facts and answers give the same bytes but for {@code madeAt}.
   *
   * @param facts what was gathered, as {@code gather} gives it
   * @param guest the guest with its answers, or null for facts alone
   * @param tool name and version of the program, for people
   * @param madeAt now (UTC)
   * @param out where to; not closed
   * @throws IOException if writing fails
   */
  public static void write(
      FactSet facts, @Nullable RecordingGuest guest, String tool, Instant madeAt, OutputStream out)
      throws IOException {
    SupportZip.write(
        facts, guest == null ? null : guest.kept(), Origin.of(guest, tool, madeAt), out);
  }

  /**
   * Tells whether a file is such a bundle, by its first bytes.
   *
   * @param file any file
   * @return false also if it cannot be read
   */
  public static boolean isOne(Path file) {
    if (!Files.isRegularFile(file)) {
      return false;
    }
    try (InputStream in = Files.newInputStream(file)) {
      return SupportArchive.isOne(in.readNBytes(SupportArchive.HEAD));
    } catch (IOException e) {
      return false;
    }
  }

  /**
   * Reads a bundle and compares it with its manifest.
   *
   * @param file what {@link #isOne(Path)} accepts
   * @return the bundle; one that was cut behind its facts or changed can be used and has {@link
   *     #problems()}
   * @throws NotAGuestException if it is none, or damaged so that nothing can be used
   */
  public static SupportBundle open(Path file) throws NotAGuestException {
    return open(() -> Files.newInputStream(file), file.toString());
  }

  /**
   * Tells whether a stream is such a bundle, by its first bytes.
   *
   * @param in a stream that supports marks; it stays where it is
   * @return false for everything else
   * @throws IOException if reading fails
   */
  public static boolean isOne(InputStream in) throws IOException {
    in.mark(SupportArchive.HEAD);
    byte[] head = in.readNBytes(SupportArchive.HEAD);
    in.reset();
    return SupportArchive.isOne(head);
  }

  /**
   * Reads a bundle from a stream into memory.
   *
   * @param in what {@link #isOne(InputStream)} accepts; not closed
   * @param name how to call it
   * @return as {@link #open} does
   * @throws NotAGuestException if it is none, damaged so that nothing can be used, or larger than
   *     256 MiB
   * @throws IOException if reading fails
   */
  public static SupportBundle read(InputStream in, String name) throws IOException {
    byte[] bytes = in.readNBytes(MOST_BYTES + 1);
    if (bytes.length > MOST_BYTES) {
      throw new NotAGuestException(name + " is larger than 256 MiB; give the file itself");
    }
    return open(() -> new ByteArrayInputStream(bytes), name);
  }

  private static SupportBundle open(ZipSource source, String name) throws NotAGuestException {
    try {
      return new SupportBundle(SupportArchive.read(source, name), source);
    } catch (FileSystemException e) {
      throw new NotAGuestException(name + " cannot be read: " + e.getClass().getSimpleName());
    } catch (IOException e) {
      throw new NotAGuestException(String.valueOf(e.getMessage()));
    }
  }

  /**
   * Gives what was gathered.
   *
   * @return the facts, to be used as recorded ones
   */
  public FactSet facts() {
    return archive.facts();
  }

  /**
   * Gives the guest as far as its files are here, for facts that were not gathered then.
   *
   * @return a connection that answers with whole files, and {@code NOT_RECORDED} to all else
   */
  public GuestConnection guest() {
    return guest;
  }

  /**
   * Tells what is not as the manifest says.
   *
   * @return one line each, in English; empty for a bundle as it was made
   */
  public List<String> problems() {
    return archive.problems();
  }
}
