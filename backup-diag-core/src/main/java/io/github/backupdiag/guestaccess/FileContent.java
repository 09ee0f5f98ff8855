package io.github.backupdiag.guestaccess;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Bytes of a file. Immutable as long as nobody writes into {@link #bytes()}. */
public final class FileContent {

  private final String path;
  private final byte[] bytes;
  private final long offset;
  private final long size;
  private final @Nullable Instant modified;

  /**
   * Makes a content.
   *
   * @param path where it was read, as seen in the guest
   * @param bytes what was read; not copied
   * @param offset where in the file these bytes begin; above 0 when only the end was read
   * @param size size of the whole file in bytes
   * @param modified time of its last change (UTC), or null if the source does not know it
   */
  public FileContent(
      String path, byte[] bytes, long offset, long size, @Nullable Instant modified) {
    this.path = path;
    this.bytes = bytes;
    this.offset = offset;
    this.size = size;
    this.modified = modified;
  }

  /**
   * Makes the content of a whole file.
   *
   * @param path where it was read, as seen in the guest
   * @param text what it holds, as UTF-8
   * @return the content, without a time
   */
  public static FileContent of(String path, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return new FileContent(path, bytes, 0, bytes.length, null);
  }

  /**
   * Gives the place.
   *
   * @return path as seen in the guest
   */
  public String path() {
    return path;
  }

  /**
   * Gives the bytes.
   *
   * @return what was read; not a copy, treat as read-only
   */
  public byte[] bytes() {
    return bytes;
  }

  /**
   * Gives where in the file the bytes begin.
   *
   * @return 0 unless only the end was read
   */
  public long offset() {
    return offset;
  }

  /**
   * Gives the size of the whole file.
   *
   * @return in bytes
   */
  public long size() {
    return size;
  }

  /**
   * Gives the time of the last change.
   *
   * @return UTC, or null if the source does not know it
   */
  public @Nullable Instant modified() {
    return modified;
  }

  /**
   * Tells whether these are all bytes of the file.
   *
   * @return false if a limit cut it
   */
  public boolean isComplete() {
    return offset == 0 && bytes.length >= size;
  }

  /**
   * Tells whether the last byte is the last of the file, so that where it ends says something.
   *
   * @return false if more follows, as in a file that grows, or was cut off with the archive
   */
  public boolean reachesEnd() {
    return offset + bytes.length >= size;
  }

  /**
   * Gives the bytes as text; bytes that are no UTF-8 become the replacement character.
   *
   * @return the text, never an error
   */
  public String text() {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    return path + " (" + bytes.length + " of " + size + " bytes)";
  }
}
