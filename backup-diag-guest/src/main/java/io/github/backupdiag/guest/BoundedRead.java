package io.github.backupdiag.guest;

import io.github.backupdiag.guest.internal.PrivateFiles;
import io.github.backupdiag.guestaccess.FileContent;
import io.github.backupdiag.guestaccess.Question;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * Reads an end of a regular file, never more than was asked for, whatever its directory says of its
 * size. Nothing else is opened: a pipe or a device could block or act.
 */
final class BoundedRead {

  private final boolean knowsTimes;

  BoundedRead(boolean knowsTimes) {
    this.knowsTimes = knowsTimes;
  }

  FileContent read(Place place, int maxBytes, Question.Part part) throws IOException {
    Path path = place.path();
    if (PrivateFiles.isOne(place.guestPath()) || PrivateFiles.isOne(path.toString())) {
      throw UnreadableException.refused(PrivateFiles.refusal(place.guestPath()));
    }
    BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
    if (!attributes.isRegularFile()) {
      throw UnreadableException.failed("not a regular file: " + place.guestPath());
    }
    long surplus = part == Question.Part.TAIL ? Math.max(0, attributes.size() - maxBytes) : 0;
    // Not a channel: interrupting a thread that reads one waits for that read to end.
    try (InputStream in = Files.newInputStream(path)) {
      long offset = surplus == 0 ? 0 : in.skip(surplus);
      byte[] bytes = in.readNBytes(maxBytes);
      long size = size(in, offset + bytes.length, attributes.size());
      return new FileContent(
          place.guestPath(),
          bytes,
          offset,
          size,
          knowsTimes ? attributes.lastModifiedTime().toInstant() : null);
    }
  }

  /** Only the end of the file proves a size: /proc says 0, /sys a page, and a log grows. */
  private static long size(InputStream in, long read, long stated) throws IOException {
    return in.read() < 0 ? read : Math.max(read + 1, stated);
  }
}
