package io.github.backupdiag.internal.parse;

import io.github.backupdiag.guestaccess.FileContent;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;

/** Logs that were packed by gzip when they were rotated, told by their first bytes. */
public final class PackedLog {

  /** As much as is ever inflated of one: fifty times what the agent lets a log grow to. */
  private static final long MOST_INFLATED = 1L << 30;

  private static final int BLOCK = 64 << 10;

  private PackedLog() {}

  /**
   * Inflates a log.
   *
   * @param file any file
   * @param most how many bytes of its end are kept
   * @return the end of what was packed, as far as it can be read; the same file if it is not packed
   */
  public static FileContent inflated(FileContent file, int most) {
    byte[] bytes = file.bytes();
    boolean packed =
        file.offset() == 0
            && bytes.length > 2
            && (bytes[0] & 0xff) == 0x1f
            && (bytes[1] & 0xff) == 0x8b;
    return packed ? inflate(file, most) : file;
  }

  private static FileContent inflate(FileContent file, int most) {
    byte[] end = new byte[2 * most];
    int length = 0;
    long dropped = 0;
    boolean whole = false;
    try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(file.bytes()), BLOCK)) {
      while (dropped + length < MOST_INFLATED) {
        if (length == end.length) {
          System.arraycopy(end, most, end, 0, most);
          dropped += most;
          length = most;
        }
        int more = in.read(end, length, end.length - length);
        if (more < 0) {
          whole = true;
          break;
        }
        length += more;
      }
    } catch (IOException e) {
      whole = false; // what was read before the damage counts
    }
    int from = Math.max(0, length - most);
    long size = dropped + length + (whole && file.isComplete() ? 0 : 1);
    byte[] kept = Arrays.copyOfRange(end, from, length);
    return new FileContent(file.path(), kept, dropped + from, size, file.modified());
  }
}
