package io.github.backupdiag.guest;

import io.github.backupdiag.fact.Observation;
import io.github.backupdiag.guest.internal.archive.Hole;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The files of a guest: where its paths lie among the paths of this process. Thread-safe. */
interface GuestTree {

  /**
   * Finds a path of the guest, which need not exist. A link in its last element is not followed.
   *
   * @throws IOException if no such path can exist, or links lead nowhere
   */
  Path locate(String guestPath) throws IOException;

  /** Follows the links of a path that came from {@link #locate} or {@link #child}. */
  Path follow(Path located) throws IOException;

  /** Finds one name in a directory that was followed to; it need not exist. */
  default Path child(Path directory, String name) throws IOException {
    return directory.resolve(name);
  }

  /** What it means that nothing was found at a path or glob. */
  <A> Observation<A> notThere(String guestPath);

  /** Whether {@code A} and {@code a} are one name. */
  boolean ignoresCase();

  /** Whether owners and modes are those of the guest. */
  boolean knowsOwners();

  /** Whether times are those of the guest. */
  boolean knowsTimes();

  /** Whether all that the guest has in a folder is there, and not what somebody picked of it. */
  default boolean listsAll() {
    return true;
  }

  /**
   * Whether the end of what is there of a log may stand for its end. Beside files that tell of
   * later times a log that was cut looks like one whose writer fell silent.
   */
  default boolean takesCutLogs() {
    return false;
  }

  /** What is missing of a file that was followed to; null if nothing is known to be. */
  default @Nullable Hole hole(Path followed) throws IOException {
    return null;
  }
}
