package io.github.backupdiag.guest.internal.support;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Goes through an archive once, from its beginning, whatever its directory at the end says: so one
 * that was cut gives what it still holds. Nothing is unpacked to disk, names are labels only.
 */
final class Entries implements AutoCloseable {

  /** Of all entries together, unpacked. */
  private static final long MOST_BYTES = 512L << 20;

  private static final int MOST_ENTRIES = 50_000;

  private final ZipInputStream zip;
  private final byte[] chunk = new byte[1 << 16];
  private long bytes;
  private int entries;
  private @Nullable String name;

  Entries(InputStream in) {
    this.zip = new ZipInputStream(new BufferedInputStream(in, 1 << 16), StandardCharsets.UTF_8);
  }

  /**
   * Goes to the next entry and gives its name, null at the end.
   *
   * @throws IOException if the archive is cut, damaged or larger than any bundle
   */
  @Nullable String next() throws IOException {
    if (name != null) {
      drain(OutputStream.nullOutputStream(), Long.MAX_VALUE);
    }
    try {
      ZipEntry entry = zip.getNextEntry();
      name = entry == null ? null : entry.getName();
    } catch (IllegalArgumentException e) {
      throw new IOException("a name in it cannot be read", e);
    }
    if (++entries > MOST_ENTRIES) {
      throw new IOException("it has more than " + MOST_ENTRIES + " entries");
    }
    return name;
  }

  /** Reads the current entry; null if it is longer. */
  byte @Nullable [] read(long most) throws IOException {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    return drain(content, most) <= most ? content.toByteArray() : null;
  }

  /** Gives the sum of the current entry and counts its bytes, without keeping it. */
  String sum(long[] length) throws IOException {
    MessageDigest sum = Sha256.start();
    length[0] = drain(new DigestOutputStream(OutputStream.nullOutputStream(), sum), Long.MAX_VALUE);
    return Sha256.hex(sum.digest());
  }

  private long drain(OutputStream to, long most) throws IOException {
    long length = 0;
    for (int read = zip.read(chunk); read >= 0; read = zip.read(chunk)) {
      length += read;
      bytes += read;
      if (bytes > MOST_BYTES) {
        throw new IOException("unpacked it is larger than " + (MOST_BYTES >> 20) + " MiB");
      }
      if (length <= most) {
        to.write(chunk, 0, read);
      }
    }
    name = null;
    return length;
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
