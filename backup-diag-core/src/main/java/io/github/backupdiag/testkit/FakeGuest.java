package io.github.backupdiag.testkit;

import io.github.backupdiag.fact.Observation;
import io.github.backupdiag.fact.Observed;
import io.github.backupdiag.guestaccess.Answers;
import io.github.backupdiag.guestaccess.CommandOutput;
import io.github.backupdiag.guestaccess.GuestConnection;
import io.github.backupdiag.guestaccess.HttpAnswer;
import io.github.backupdiag.guestaccess.NetworkOutcome;
import io.github.backupdiag.guestaccess.Question;
import io.github.backupdiag.guestaccess.SpaceLeft;
import io.github.backupdiag.guestaccess.TcpAnswer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
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
public final class FakeGuest extends FakeContents<FakeGuest> implements GuestConnection {

  private final Nature nature;
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
  FakeGuest self() {
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
