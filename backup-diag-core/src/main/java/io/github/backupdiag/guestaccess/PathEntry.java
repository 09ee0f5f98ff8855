package io.github.backupdiag.guestaccess;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a directory says of one path.
 *
 * @param path the path as seen in the guest
 * @param type what it is; links are not followed
 * @param size in bytes; 0 unless a regular file
 * @param linkTarget target of a symbolic link as written, else null
 * @param owner user id of the owner, or null if the source does not know it
 * @param mode permission bits such as 0644, or null if the source does not know them
 * @param modified time of the last change (UTC), or null
 */
public record PathEntry(
    String path,
    Type type,
    long size,
    @Nullable String linkTarget,
    @Nullable Integer owner,
    @Nullable Integer mode,
    @Nullable Instant modified) {

  /** Kind of a path. */
  public enum Type {
    /** A regular file. */
    FILE,
    /** A directory. */
    DIRECTORY,
    /** A symbolic link. */
    LINK,
    /** A device, a pipe, a socket. */
    OTHER
  }
}
