package io.github.backupdiag.guest;

import java.nio.file.Path;
import java.util.Comparator;

/**
 * A path that was found.
 *
 * @param guestPath its name in the guest, for people: bytes that are no text are lost
 * @param path where it lies for this process
 */
record Place(String guestPath, Path path) {

  static final Comparator<Place> BY_GUEST_PATH = Comparator.comparing(Place::guestPath);

  Place child(Path child) {
    String separator = guestPath.endsWith("/") ? "" : "/";
    return new Place(guestPath + separator + child.getFileName(), child);
  }
}
