package io.github.backupdiag.guest.internal.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * What a zip archive says of an entry.
 *
 * @param name as it stands there
 * @param flags general purpose flags
 * @param method how it is packed
 * @param crc checksum of the content
 * @param packed size in the archive
 * @param size size of the content
 * @param mode file type and permissions of Unix, or 0 if another system wrote it
 * @param at where its local header begins
 */
record ZipEntryHeader(
    String name, int flags, int method, long crc, long packed, long size, int mode, long at) {

  private static final int TYPE = 0xF000;
  private static final int LINK = 0xA000;
  private static final int FOLDER = 0x4000;
  private static final int PLAIN = 0x8000;
  private static final int LONGEST_TARGET = 4096;

  /** Gives the entry, or null for a kind that is not read. */
  @Nullable Entry entry(Content content, Limitations limits) throws IOException {
    int type = mode & TYPE;
    if (name.endsWith("/") || type == FOLDER) {
      return Entry.directory(name);
    }
    if (type == LINK) {
      try (InputStream in = content.open(0)) {
        return Entry.link(name, new String(in.readNBytes(LONGEST_TARGET), StandardCharsets.UTF_8));
      }
    }
    if (type != 0 && type != PLAIN) {
      limits.note(name + " is a device or a pipe and was not read");
      return null;
    }
    return Entry.file(name, content);
  }

  /** Says why a content cannot be read, or null. */
  @Nullable String refusal() {
    if ((flags & ZipFields.ENCRYPTED) != 0) {
      return "encrypted";
    }
    return method == ZipFields.STORED || method == ZipFields.DEFLATED
        ? null
        : "packed by method " + method + ", which is not read";
  }
}
