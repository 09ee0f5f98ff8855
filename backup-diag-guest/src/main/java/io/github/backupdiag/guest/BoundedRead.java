package io.github.backupdiag.guest;

import io.github.backupdiag.fact.UnavailableReason;
import io.github.backupdiag.guest.internal.archive.Hole;
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

  private final GuestTree tree;

  BoundedRead(GuestTree tree) {
    this.tree = tree;
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
    Hole hole = tree.hole(path);
    if (hole != null) {
      return beside(hole, place, maxBytes, part, attributes.size());
    }
    long surplus = part == Question.Part.TAIL ? Math.max(0, attributes.size() - maxBytes) : 0;
    // Not a channel: interrupting a thread that reads one waits for that read to end.
    try (InputStream in = Files.newInputStream(path)) {
      long offset = surplus == 0 ? 0 : in.skip(surplus);
      byte[] bytes = in.readNBytes(maxBytes);
      long size = size(in, offset + bytes.length, attributes.size());
      return content(place, bytes, offset, size, attributes);
    }
  }

  /**
   * Reads what is there on one side of what is missing: in front of it for the beginning of a file
   * and where its end is missing, else behind it.
   */
  private FileContent beside(Hole hole, Place place, int maxBytes, Question.Part part, long size)
      throws IOException {
    boolean behind = part == Question.Part.TAIL && hole.to() < size;
    long from = behind ? Math.max(hole.to(), size - maxBytes) : 0;
    long to = behind ? size : hole.from();
    if (part == Question.Part.TAIL) {
      from = Math.max(from, to - maxBytes);
    }
    if (from >= to) {
      throw new UnreadableException(
          UnavailableReason.NOT_RECORDED, place.guestPath() + ": this part of it is missing");
    }
    try (InputStream in = Files.newInputStream(place.path())) {
      in.skip(from);
      byte[] bytes = in.readNBytes((int) Math.min(maxBytes, to - from));
      return new FileContent(place.guestPath(), bytes, from, size, null);
    }
  }

  private FileContent content(
      Place place, byte[] bytes, long offset, long size, BasicFileAttributes attributes) {
    return new FileContent(
        place.guestPath(),
        bytes,
        offset,
        size,
        tree.knowsTimes() ? attributes.lastModifiedTime().toInstant() : null);
  }

  /** Only the end of the file proves a size: /proc says 0, /sys a page, and a log grows. */
  private static long size(InputStream in, long read, long stated) throws IOException {
    return in.read() < 0 ? read : Math.max(read + 1, stated);
  }
}
