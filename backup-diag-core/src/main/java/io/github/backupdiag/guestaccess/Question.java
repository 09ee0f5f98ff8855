package io.github.backupdiag.guestaccess;

import java.time.Duration;
import java.util.List;
import java.util.Map;

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

  // Questions are keys of every look. The hash and the comparison that Java makes for a record are
  // dear at their first use, which a short run feels; so they hash by their place alone, and those
  // that probes ask for again compare by hand.

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
  record File(String path, int maxBytes, Part part) implements Question<FileContent> {

    @Override
    public int hashCode() {
      return path.hashCode();
    }
  }

  /**
   * The contents of all regular files that match, in the order of their paths. None that matches is
   * {@code Absent}, below {@code /proc}, {@code /sys}, {@code /run} and {@code /dev} of a copy
   * {@code Unavailable} with {@code NOT_RECORDED}.
   *
   * @param glob which files
   * @param maxFiles how many at the most
   * @param maxBytes how much of each at the most, from its beginning
   */
  record Files(String glob, int maxFiles, int maxBytes) implements Question<FileContents> {

    @Override
    public int hashCode() {
      return glob.hashCode();
    }
  }

  /**
   * The matching file with the highest number in its name (status and settings files are numbered;
   * file times are not trusted), or the last by name if names hold no number. None that matches is
   * {@code Absent}, below {@code /proc}, {@code /sys}, {@code /run} and {@code /dev} of a copy
   * {@code Unavailable} with {@code NOT_RECORDED}.
   *
   * @param glob which files
   * @param maxBytes how much of it at the most, from its beginning
   */
  record Newest(String glob, int maxBytes) implements Question<FileContent> {

    @Override
    public int hashCode() {
      return glob.hashCode();
    }
  }

  /**
   * The entries that match, without following links. None that matches is {@code Absent}, below
   * {@code /proc}, {@code /sys}, {@code /run} and {@code /dev} of a copy {@code Unavailable} with
   * {@code NOT_RECORDED}.
   *
   * @param glob which paths
   * @param maxEntries how many at the most
   */
  record Listing(String glob, int maxEntries) implements Question<PathEntries> {

    @Override
    public boolean equals(Object other) {
      return other instanceof Listing that
          && glob.equals(that.glob)
          && maxEntries == that.maxEntries;
    }

    @Override
    public int hashCode() {
      return glob.hashCode();
    }
  }

  /**
   * One path, without following links.
   *
   * @param path what to look at
   */
  record Stat(String path) implements Question<PathEntry> {

    @Override
    public boolean equals(Object other) {
      return other instanceof Stat that && path.equals(that.path);
    }

    @Override
    public int hashCode() {
      return path.hashCode();
    }
  }

  /**
   * Room on the file system that holds a path.
   *
   * @param path any path on it
   */
  record Space(String path) implements Question<SpaceLeft> {

    @Override
    public int hashCode() {
      return path.hashCode();
    }
  }

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
   * Whether a TCP connection from the guest comes about. It is closed at once, without a byte sent.
   * A copy answers {@code NOT_RECORDED}.
   *
   * @param host IP address or name
   * @param port from 1 to 65535
   * @param timeout how long it may take; two tries of one question differ in it
   */
  record Tcp(String host, int port, Duration timeout) implements Question<TcpAnswer> {

    @Override
    public int hashCode() {
      return host.hashCode() + port;
    }
  }

  /**
   * What an HTTP server answers to a GET from the guest: never through a proxy, without following
   * redirects, without credentials. A copy answers {@code NOT_RECORDED}.
   *
   * @param url with the scheme {@code http}
   * @param headers further headers by name
   * @param maxBytes how much of the body at the most
   * @param timeout how long connection, headers and body may take together; two tries of one
   *     question differ in it
   */
  record Http(String url, Map<String, String> headers, int maxBytes, Duration timeout)
      implements Question<HttpAnswer> {

    /**
     * Copies the headers.
     *
     * @param url with the scheme {@code http}
     * @param headers further headers by name
     * @param maxBytes how much of the body at the most
     * @param timeout how long all of it may take
     */
    public Http {
      headers = Map.copyOf(headers);
    }

    @Override
    public int hashCode() {
      return url.hashCode();
    }
  }

  /**
   * A key of the registry of Windows, in its 64-bit view. A key that is not there is {@code
   * Absent}; a copy without registry files answers {@code NOT_RECORDED}, and so does a copy for
   * what the registry holds only while Windows runs.
   *
   * @param key full name with backslashes, such as {@code
   *     HKLM\SYSTEM\CurrentControlSet\Services\VSS}; its root is {@code HKLM}, {@code HKU}, {@code
   *     HKCR} or {@code HKCU}
   * @param depth how far down: 0 for the values of the key alone, 1 also for its subkeys and their
   *     values, and so on
   * @param maxValues how many values and keys at the most, all together
   */
  record Registry(String key, int depth, int maxValues) implements Question<RegistryKey> {

    @Override
    public int hashCode() {
      return key.hashCode();
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

  /**
   * Asks for the values of a registry key, without its subkeys.
   *
   * @param key full name, such as {@code HKLM\SOFTWARE\Microsoft}
   * @return the question, for at most 1000 values
   */
  static Question<RegistryKey> registry(String key) {
    return new Registry(key, 0, 1000);
  }

  /**
   * Asks for a registry key and its subkeys.
   *
   * @param key full name, such as {@code HKLM\SOFTWARE\Microsoft}
   * @param depth how far down
   * @return the question, for at most 1000 values and keys
   */
  static Question<RegistryKey> registry(String key, int depth) {
    return new Registry(key, depth, 1000);
  }
}
