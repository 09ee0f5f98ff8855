package io.github.backupdiag.guestaccess;

import java.time.Duration;
import java.util.List;

/**
 * One thing to read in a guest. Questions never change the guest; their list is closed so that a
 * connection can answer all of them and tell beforehand what it will touch.
 *
 * <p>Paths are absolute paths of the guest with {@code /}, whatever the connection. A glob may use
 * {@code *} and {@code ?} inside one path element.
 *
 * @param <A> type of the answer; {@code Absent} means that the thing is not there, {@code
 *     Unavailable} that it could not be read
 */
public sealed interface Question<A> {

  /** Which end of a long file is wanted. */
  enum Part {
    /** The beginning. */
    HEAD,
    /** The end. */
    TAIL
  }

  /**
   * The content of a regular file.
   *
   * @param path where it is
   * @param maxBytes how much of it at the most
   * @param part which end of a longer file
   */
  record File(String path, int maxBytes, Part part) implements Question<FileContent> {}

  /**
   * The contents of all regular files that match, in the order of their paths. None that matches is
   * {@code Absent}, below {@code /proc}, {@code /sys}, {@code /run} and {@code /dev} of a copy
   * {@code Unavailable} with {@code NOT_RECORDED}.
   *
   * @param glob which files
   * @param maxFiles how many at the most
   * @param maxBytes how much of each at the most, from its beginning
   */
  record Files(String glob, int maxFiles, int maxBytes) implements Question<FileContents> {}

  /**
   * The matching file with the highest number in its name (status and settings files are numbered;
   * file times are not trusted), or the last by name if names hold no number. None that matches is
   * {@code Absent}, below {@code /proc}, {@code /sys}, {@code /run} and {@code /dev} of a copy
   * {@code Unavailable} with {@code NOT_RECORDED}.
   *
   * @param glob which files
   * @param maxBytes how much of it at the most, from its beginning
   */
  record Newest(String glob, int maxBytes) implements Question<FileContent> {}

  /**
   * The entries that match, without following links. None that matches is {@code Absent}, below
   * {@code /proc}, {@code /sys}, {@code /run} and {@code /dev} of a copy {@code Unavailable} with
   * {@code NOT_RECORDED}.
   *
   * @param glob which paths
   * @param maxEntries how many at the most
   */
  record Listing(String glob, int maxEntries) implements Question<PathEntries> {}

  /**
   * One path, without following links.
   *
   * @param path what to look at
   */
  record Stat(String path) implements Question<PathEntry> {}

  /**
   * Room on the file system that holds a path.
   *
   * @param path any path on it
   */
  record Space(String path) implements Question<SpaceLeft> {}

  /**
   * The output of a command that only reads. A last resort: files first.
   *
   * @param argv program and arguments, no shell
   * @param timeout how long it may take
   */
  record Command(List<String> argv, Duration timeout) implements Question<CommandOutput> {

    /**
     * Copies the arguments.
     *
     * @param argv program and arguments, no shell
     * @param timeout how long it may take
     */
    public Command {
      argv = List.copyOf(argv);
    }
  }

  /**
   * Asks for the first bytes of a file, enough for configuration and status files (1 MiB).
   *
   * @param path where it is
   * @return the question
   */
  static Question<FileContent> file(String path) {
    return new File(path, 1 << 20, Part.HEAD);
  }

  /**
   * Asks for the end of a log.
   *
   * @param path where it is
   * @param maxBytes how much of it
   * @return the question
   */
  static Question<FileContent> tail(String path, int maxBytes) {
    return new File(path, maxBytes, Part.TAIL);
  }

  /**
   * Asks for one path.
   *
   * @param path what to look at
   * @return the question
   */
  static Question<PathEntry> stat(String path) {
    return new Stat(path);
  }

  /**
   * Asks for the entries that match.
   *
   * @param glob which paths
   * @return the question, for at most 1000 entries
   */
  static Question<PathEntries> listing(String glob) {
    return new Listing(glob, 1000);
  }
}
