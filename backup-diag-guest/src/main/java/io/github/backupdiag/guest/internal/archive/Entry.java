package io.github.backupdiag.guest.internal.archive;

import org.jspecify.annotations.Nullable;

/**
 * Something in an archive or below a directory.
 *
 * @param name its path with {@code /} as it was found, a mere label
 * @param kind what it is
 * @param content its bytes; of anything but a file there are none
 * @param target where a link points, else null
 */
public record Entry(String name, Kind kind, Content content, @Nullable String target) {

  /** What an entry is; pipes, devices and sockets are none. */
  public enum Kind {
    /** A regular file. */
    FILE,
    /** A directory. */
    DIRECTORY,
    /** A symbolic link. */
    LINK
  }

  private static final Content NOTHING = new PlainContent(new HeldBytes(), 0);

  static Entry file(String name, Content content) {
    return new Entry(name, Kind.FILE, content, null);
  }

  static Entry directory(String name) {
    return new Entry(name, Kind.DIRECTORY, NOTHING, null);
  }

  static Entry link(String name, String target) {
    return new Entry(name, Kind.LINK, NOTHING, target);
  }

  /**
   * Gives the same under another name.
   *
   * @param other the name
   * @return the entry
   */
  public Entry named(String other) {
    return new Entry(other, kind, content, target);
  }

  /**
   * Gives the same with another content.
   *
   * @param other the content
   * @return the entry
   */
  public Entry with(Content other) {
    return new Entry(name, kind, other, target);
  }
}
