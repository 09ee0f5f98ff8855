package io.github.backupdiag.guest;

import io.github.backupdiag.fact.Observation;
import io.github.backupdiag.fact.Observed;
import io.github.backupdiag.fact.Unavailable;
import io.github.backupdiag.fact.UnavailableReason;
import io.github.backupdiag.guestaccess.HttpAnswer;
import io.github.backupdiag.guestaccess.NetworkOutcome;
import io.github.backupdiag.guestaccess.Question;
import io.github.backupdiag.guestaccess.TcpAnswer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the tools of a guest said of a try to reach an address: an exit status for TCP, and for HTTP
 * the answer behind a plus sign that says that the connection came about. A try that did not come
 * about is told by the words of the system, which the script asks for in English.
 */
final class CollectedNetwork {

  private static final int KILLED = 137;
  private static final int OUT_OF_TIME = 124;

  private static final Map<String, NetworkOutcome> WORDS =
      Map.of(
          "refused", NetworkOutcome.REFUSED,
          "timed out", NetworkOutcome.TIMED_OUT,
          "unreachable", NetworkOutcome.UNREACHABLE,
          "no route to host", NetworkOutcome.UNREACHABLE,
          "not permitted", NetworkOutcome.FORBIDDEN,
          "permission denied", NetworkOutcome.FORBIDDEN,
          "name or service not known", NetworkOutcome.UNKNOWN_HOST,
          "name resolution", NetworkOutcome.UNKNOWN_HOST,
          "invalid host", NetworkOutcome.UNKNOWN_HOST,
          "not known", NetworkOutcome.UNKNOWN_HOST);

  private CollectedNetwork() {}

  static Observation<TcpAnswer> tcp(Question.Tcp asked, CollectedOutput output, String subject) {
    String words = new String(output.bytes(), StandardCharsets.UTF_8).strip();
    long status = CollectedRecords.number(output.head().split(" ", 2)[0]);
    if (isNoTool(words)) {
      return noTool(subject);
    }
    boolean late = status == KILLED || status == OUT_OF_TIME;
    NetworkOutcome told = told(words);
    NetworkOutcome outcome =
        status == 0 ? NetworkOutcome.ANSWERED : late ? NetworkOutcome.TIMED_OUT : told;
    return new Observed<>(
        new TcpAnswer(outcome == null ? NetworkOutcome.BROKEN : outcome, line(words)),
        subject,
        null);
  }

  static Observation<HttpAnswer> http(Question.Http asked, CollectedOutput output, String subject) {
    byte[] bytes = output.bytes();
    boolean connected = bytes.length > 0 && bytes[0] == '+';
    byte[] answer = connected ? Arrays.copyOfRange(bytes, 1, bytes.length) : new byte[0];
    HttpAnswer read = connected ? answer(asked, answer, received(output)) : null;
    if (read != null) {
      return new Observed<>(read, subject, null);
    }
    String words = new String(connected ? answer : bytes, StandardCharsets.UTF_8).strip();
    if (isNoTool(words)) {
      return noTool(subject);
    }
    NetworkOutcome told = told(words);
    boolean silent = told == null && (words.isEmpty() || words.contains("Killed"));
    NetworkOutcome outcome =
        silent ? NetworkOutcome.TIMED_OUT : told == null ? NetworkOutcome.BROKEN : told;
    return new Observed<>(HttpAnswer.none(outcome, connected, line(words)), subject, null);
  }

  private static @Nullable HttpAnswer answer(Question.Http asked, byte[] bytes, Instant received) {
    int end = HttpHead.end(bytes, bytes.length);
    HttpHead head = HttpHead.parse(bytes, end < 0 ? bytes.length : end);
    if (head == null) {
      return null;
    }
    int from = end < 0 ? bytes.length : end;
    int length = Math.min(bytes.length - from, asked.maxBytes());
    boolean complete = head.length() == length;
    return HttpAnswer.of(
        head.status(),
        head.date(),
        received,
        Arrays.copyOfRange(bytes, from, from + length),
        complete);
  }

  private static Instant received(CollectedOutput output) {
    String[] words = output.head().split(" ", 2);
    Instant time = words.length < 2 ? null : CollectedRecords.instant(words[1]);
    return time == null ? Instant.EPOCH : time;
  }

  private static @Nullable NetworkOutcome told(String words) {
    String text = words.toLowerCase(Locale.ROOT);
    return WORDS.entrySet().stream()
        .filter(word -> text.contains(word.getKey()))
        .map(Map.Entry::getValue)
        .sorted()
        .findFirst()
        .orElse(null);
  }

  /** A bash that was built without sockets looks for a file. */
  private static boolean isNoTool(String words) {
    return words.contains("/dev/tcp/") && words.contains("No such file or directory");
  }

  private static <A> Observation<A> noTool(String subject) {
    return new Unavailable<>(
        UnavailableReason.NOT_RECORDED, subject + ": the guest has no tool to ask it");
  }

  private static String line(String words) {
    String line = words.lines().reduce((first, last) -> last).orElse("");
    return line.length() <= 200 ? line : line.substring(0, 200);
  }
}
