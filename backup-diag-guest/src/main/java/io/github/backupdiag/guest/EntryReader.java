package io.github.backupdiag.guest;

import io.github.backupdiag.guestaccess.PathEntry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads what a directory says of a path, as far as the tree can be trusted to know it. */
final class EntryReader {

  private static final int PERMISSION_BITS = 07777;

  private final boolean knowsOwners;
  private final boolean knowsTimes;

  EntryReader(GuestTree tree) {
    this.knowsOwners = tree.knowsOwners();
    this.knowsTimes = tree.knowsTimes();
  }

  PathEntry read(Place place) throws IOException {
    Path path = place.path();
    BasicFileAttributes attributes =
        Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    Map<String, Object> ownership = knowsOwners ? ownership(path) : Map.of();
    Integer mode = (Integer) ownership.get("mode");
    return new PathEntry(
        place.guestPath(),
        type(attributes),
        attributes.isRegularFile() ? attributes.size() : 0,
        attributes.isSymbolicLink() ? Files.readSymbolicLink(path).toString() : null,
        (Integer) ownership.get("uid"),
        mode == null ? null : mode & PERMISSION_BITS,
        modified(attributes));
  }

  /** Gives {@code uid} and {@code mode}, or nothing where files have none. */
  static Map<String, Object> ownership(Path path) throws IOException {
    return path.getFileSystem().supportedFileAttributeViews().contains("unix")
        ? Files.readAttributes(path, "unix:uid,mode", LinkOption.NOFOLLOW_LINKS)
        : Map.of();
  }

  private @Nullable Instant modified(BasicFileAttributes attributes) {
    return knowsTimes ? attributes.lastModifiedTime().toInstant() : null;
  }

  private static PathEntry.Type type(BasicFileAttributes attributes) {
    if (attributes.isRegularFile()) {
      return PathEntry.Type.FILE;
    }
    if (attributes.isDirectory()) {
      return PathEntry.Type.DIRECTORY;
    }
    return attributes.isSymbolicLink() ? PathEntry.Type.LINK : PathEntry.Type.OTHER;
  }
}
