package io.github.backupdiag.testkit;

import io.github.backupdiag.fact.Observation;
import io.github.backupdiag.fact.Observed;
import io.github.backupdiag.fact.UnavailableReason;
import io.github.backupdiag.guestaccess.Answers;
import io.github.backupdiag.guestaccess.CommandOutput;
import io.github.backupdiag.guestaccess.GuestConnection;
import io.github.backupdiag.guestaccess.HttpAnswer;
import io.github.backupdiag.guestaccess.NetworkOutcome;
import io.github.backupdiag.guestaccess.PathEntry;
import io.github.backupdiag.guestaccess.Question;
import io.github.backupdiag.guestaccess.RegistryValue;
import io.github.backupdiag.guestaccess.SpaceLeft;
import io.github.backupdiag.guestaccess.TcpAnswer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * A guest that exists only in a test. It answers from its script; what the script does not name,
 * and a glob that matches nothing, is absent; a network address refuses the connection. On a {@link
 * #copy()} it is not recorded if it is a command, a network address, room on disk, a registry key
 * of a guest whose script names none, or lies below {@code /proc}, {@code /sys}, {@code /run} or
 * {@code /dev}. It remembers what it was asked.
 *
 * <pre>{@code
 * FakeGuest guest = FakeGuest.live()
 *     .file("/etc/waagent.conf", "Extensions.Enabled=n\n")
 *     .denied("/var/lib/waagent");
 * }</pre>
 *
 * <p>Folders come from the paths of what they hold. Links are followed in a path and where a glob
 * ends, not inside a glob. Thread-safe; the methods that script change this guest and return it.
 */
public final class FakeGuest implements GuestConnection {

  private final Nature nature;
  private final FakeFiles files = new FakeFiles();
  private final FakeRegistry registry = new FakeRegistry();
  private final Map<Question<?>, Observation<?>> scripted = new LinkedHashMap<>();
  private final FakeAnswers answers;
  private final List<Question<?>> asked = new ArrayList<>();
  private boolean assumedAzureVm;

  private FakeGuest(Nature nature) {
    this.nature = nature;
    this.answers = new FakeAnswers(files, registry, nature);
    this.assumedAzureVm = nature == Nature.COPY;
  }

  /**
   * Makes a running guest without files.
   *
   * @return the guest
   */
  public static FakeGuest live() {
    return new FakeGuest(Nature.LIVE);
  }

  /**
   * Makes a copy of a guest, such as a disk image, without files.
   *
   * @return the guest
   */
  public static FakeGuest copy() {
    return new FakeGuest(Nature.COPY);
  }

  /**
   * Adds a file, owned by root with mode 0644, and the folders above it.
   *
   * @param path absolute path with {@code /}
   * @param content what it holds, stored as UTF-8
   * @return this guest
   */
  public FakeGuest file(String path, String content) {
    return file(path, content.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Adds a file, owned by root with mode 0644, and the folders above it.
   *
   * @param path absolute path with {@code /}
   * @param content what it holds
   * @return this guest
   */
  public synchronized FakeGuest file(String path, byte[] content) {
    files.putFile(path, content.clone());
    return this;
  }

  /**
   * Adds a folder, owned by root with mode 0755.
   *
   * @param path absolute path with {@code /}
   * @return this guest
   */
  public synchronized FakeGuest folder(String path) {
    files.putFolder(path);
    return this;
  }

  /**
   * Adds a symbolic link.
   *
   * @param path absolute path with {@code /}
   * @param target what it points to, absolute or relative to its folder
   * @return this guest
   */
  public synchronized FakeGuest link(String path, String target) {
    files.putLink(path, target);
    return this;
  }

  /**
   * Sets owner and mode of a path that was added before.
   *
   * @param path the path
   * @param owner user id
   * @param mode permission bits, such as {@code 0600}
   * @return this guest
   */
  public synchronized FakeGuest stat(String path, int owner, int mode) {
    PathEntry old = files.required(path).entry();
    files.describe(
        new PathEntry(path, old.type(), old.size(), old.linkTarget(), owner, mode, old.modified()));
    return this;
  }

  /**
   * Sets the time of the last change of a path that was added before.
   *
   * @param path the path
   * @param time the time (UTC)
   * @return this guest
   */
  public synchronized FakeGuest modified(String path, Instant time) {
    PathEntry old = files.required(path).entry();
    files.describe(
        new PathEntry(
            path, old.type(), old.size(), old.linkTarget(), old.owner(), old.mode(), time));
    return this;
  }

  /**
   * Adds a registry key, and the keys above it.
   *
   * @param key full name, such as {@code HKLM\SYSTEM\CurrentControlSet\Services\VSS}
   * @return this guest
   */
  public synchronized FakeGuest registry(String key) {
    registry.put(key);
    return this;
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
  public synchronized FakeGuest registry(String key, String name, String type, String data) {
    registry.put(key, new RegistryValue(name, type, data));
    return this;
  }

  /**
   * Refuses every question about a path or what lies beneath it, with {@code NOT_PERMITTED}. A
   * refused path that matches a glob is left out, and the answer is not complete.
   *
   * @param path the path, or a registry key
   * @return this guest
   */
  public FakeGuest denied(String path) {
    return unavailable(path, UnavailableReason.NOT_PERMITTED);
  }

  /**
   * Makes a path, and what lies beneath it, unreadable for any reason.
   *
   * @param path the path, or a registry key
   * @param reason why it cannot be read
   * @return this guest
   */
  public synchronized FakeGuest unavailable(String path, UnavailableReason reason) {
    if (FakeRegistry.isKey(path)) {
      registry.refuse(path, reason);
    } else {
      files.refuse(path, reason);
    }
    return this;
  }

  /**
   * Sets the room on the file system of a path and of what lies beneath it.
   *
   * @param path where the file system begins
   * @param total its size in bytes
   * @param usable bytes that a program can still write
   * @return this guest
   */
  public FakeGuest space(String path, long total, long usable) {
    return space(path, new SpaceLeft(total, usable, null));
  }

  /**
   * Sets the room on the file system of a path and of what lies beneath it.
   *
   * @param path where the file system begins
   * @param space size, room, inodes
   * @return this guest
   */
  public synchronized FakeGuest space(String path, SpaceLeft space) {
    answers.putSpace(path, space);
    return this;
  }

  /**
   * Adds the output of a command.
   *
   * @param argv program and arguments, exactly as they are asked
   * @param exit exit status
   * @param out standard output
   * @return this guest
   */
  public synchronized FakeGuest command(List<String> argv, int exit, String out) {
    byte[] bytes = out.getBytes(StandardCharsets.UTF_8);
    answers.putCommand(argv, new CommandOutput(exit, bytes, new byte[0], true));
    return this;
  }

  /**
   * Sets what becomes of a TCP connection; without this a running guest is refused it.
   *
   * @param host as it is asked
   * @param port as it is asked
   * @param outcome how far it comes
   * @return this guest
   */
  public synchronized FakeGuest tcp(String host, int port, NetworkOutcome outcome) {
    answers.putTcp(host, port, new TcpAnswer(outcome, ""));
    return this;
  }

  /**
   * Sets what becomes of a TCP connection, and from which address the guest makes it.
   *
   * @param host as it is asked
   * @param port as it is asked
   * @param answer what is answered
   * @return this guest
   */
  public synchronized FakeGuest tcp(String host, int port, TcpAnswer answer) {
    answers.putTcp(host, port, answer);
    return this;
  }

  /**
   * Sets what an HTTP server answers; without this a running guest is refused the connection.
   *
   * @param url as it is asked
   * @param answer what comes back
   * @return this guest
   */
  public synchronized FakeGuest http(String url, HttpAnswer answer) {
    answers.putHttp(url, answer);
    return this;
  }

  /**
   * Sets the answer to one question, before everything else in the script.
   *
   * @param <A> type of the answer
   * @param question the question, equal to the one that will be asked
   * @param answer the answer
   * @return this guest
   */
  public synchronized <A> FakeGuest answer(Question<A> question, Observation<? extends A> answer) {
    scripted.put(question, answer);
    return this;
  }

  /**
   * Sets the answer to one question, before everything else in the script.
   *
   * @param <A> type of the answer
   * @param question the question, equal to the one that will be asked
   * @param answer what is seen
   * @return this guest
   */
  public <A> FakeGuest answer(Question<A> question, A answer) {
    return answer(question, new Observed<>(answer, FakeAnswers.subject(question), null));
  }

  /**
   * Sets whether the caller vouches that this guest is an Azure VM.
   *
   * @param assumed true if it does; by default a copy is vouched for, and a running guest is not
   * @return this guest
   */
  public synchronized FakeGuest assumedAzureVm(boolean assumed) {
    assumedAzureVm = assumed;
    return this;
  }

  @Override
  public Nature nature() {
    return nature;
  }

  @Override
  public String name() {
    return "fake guest";
  }

  @Override
  public synchronized boolean assumedAzureVm() {
    return assumedAzureVm;
  }

  @Override
  public synchronized Answers ask(List<Question<?>> questions, Duration timeout) {
    Answers.Builder all = Answers.builder();
    for (Question<?> question : questions) {
      asked.add(question);
      Observation<?> own = scripted.get(question);
      all.put(anyQuestion(question), own == null ? answers.to(question) : own);
    }
    return all.build();
  }

  /**
   * Gives what it was asked so far.
   *
   * @return the questions in their order, repeated ones repeatedly
   */
  public synchronized List<Question<?>> asked() {
    return List.copyOf(asked);
  }

  /**
   * Expects that it was asked for exactly these things, in any order and any number of times.
   *
   * @param subjects paths, globs, registry keys, commands with single blanks between their words,
   *     URLs, or {@code tcp://host:port}
   * @return this guest
   * @throws AssertionError if one was not asked, or something else was
   */
  public FakeGuest expectAskedOnly(String... subjects) {
    TreeSet<String> expected = new TreeSet<>(List.of(subjects));
    TreeSet<String> found = new TreeSet<>();
    asked().forEach(question -> found.add(FakeAnswers.subject(question)));
    if (!found.equals(expected)) {
      throw Wording.mismatch(name(), "asked only for " + expected, "asked for " + found, "");
    }
    return this;
  }

  @SuppressWarnings("unchecked")
  private static Question<Object> anyQuestion(Question<?> question) {
    return (Question<Object>) question;
  }
}
