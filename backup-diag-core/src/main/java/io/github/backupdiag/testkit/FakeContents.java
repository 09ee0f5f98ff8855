package io.github.backupdiag.testkit;

import io.github.backupdiag.fact.UnavailableReason;
import io.github.backupdiag.guestaccess.PathEntry;
import io.github.backupdiag.guestaccess.RegistryValue;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * What a guest of a test holds: its files and its registry. The methods that script it change it
 * and return the guest.
 *
 * @param <G> the guest
 */
abstract sealed class FakeContents<G extends FakeContents<G>> permits FakeGuest {

  final FakeFiles files = new FakeFiles();
  final FakeRegistry registry = new FakeRegistry();

  /** The guest itself. */
  abstract G self();

  /**
   * Adds a file, owned by root with mode 0644, and the folders above it.
   *
   * @param path absolute path with {@code /}
   * @param content what it holds, stored as UTF-8
   * @return this guest
   */
  public G file(String path, String content) {
    return file(path, content.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Adds a file, owned by root with mode 0644, and the folders above it.
   *
   * @param path absolute path with {@code /}
   * @param content what it holds
   * @return this guest
   */
  public synchronized G file(String path, byte[] content) {
    files.putFile(path, content.clone());
    return self();
  }

  /**
   * Adds a folder, owned by root with mode 0755.
   *
   * @param path absolute path with {@code /}
   * @return this guest
   */
  public synchronized G folder(String path) {
    files.putFolder(path);
    return self();
  }

  /**
   * Adds a symbolic link.
   *
   * @param path absolute path with {@code /}
   * @param target what it points to, absolute or relative to its folder
   * @return this guest
   */
  public synchronized G link(String path, String target) {
    files.putLink(path, target);
    return self();
  }

  /**
   * Sets owner and mode of a path that was added before.
   *
   * @param path the path
   * @param owner user id
   * @param mode permission bits, such as {@code 0600}
   * @return this guest
   */
  public synchronized G stat(String path, int owner, int mode) {
    PathEntry old = files.required(path).entry();
    files.describe(
        new PathEntry(path, old.type(), old.size(), old.linkTarget(), owner, mode, old.modified()));
    return self();
  }

  /**
   * Sets the time of the last change of a path that was added before.
   *
   * @param path the path
   * @param time the time (UTC)
   * @return this guest
   */
  public synchronized G modified(String path, Instant time) {
    PathEntry old = files.required(path).entry();
    files.describe(
        new PathEntry(
            path, old.type(), old.size(), old.linkTarget(), old.owner(), old.mode(), time));
    return self();
  }

  /**
   * Adds a registry key, and the keys above it.
   *
   * @param key full name, such as {@code HKLM\SYSTEM\CurrentControlSet\Services\VSS}
   * @return this guest
   */
  public synchronized G registry(String key) {
    registry.put(key);
    return self();
  }

  /**
   * Adds a value to a registry key, which need not be there yet.
   *
   * @param key full name of the key
   * @param name name of the value; empty for the default value
   * @param type such as {@code REG_DWORD}
   * @param data as in {@code RegistryValue}: a number as decimal
   * @return this guest
   */
  public synchronized G registry(String key, String name, String type, String data) {
    registry.put(key, new RegistryValue(name, type, data));
    return self();
  }

  /**
   * Refuses every question about a path or what lies beneath it, with {@code NOT_PERMITTED}. A
   * refused path that matches a glob is left out, and the answer is not complete.
   *
   * @param path the path, or a registry key
   * @return this guest
   */
  public G denied(String path) {
    return unavailable(path, UnavailableReason.NOT_PERMITTED);
  }

  /**
   * Makes a path, and what lies beneath it, unreadable for any reason.
   *
   * @param path the path, or a registry key
   * @param reason why it cannot be read
   * @return this guest
   */
  public synchronized G unavailable(String path, UnavailableReason reason) {
    if (FakeRegistry.isKey(path)) {
      registry.refuse(path, reason);
    } else {
      files.refuse(path, reason);
    }
    return self();
  }
}
