package io.github.backupdiag.guest;

import io.github.backupdiag.fact.Absent;
import io.github.backupdiag.fact.Observation;
import io.github.backupdiag.fact.Observed;
import io.github.backupdiag.fact.Unavailable;
import io.github.backupdiag.fact.UnavailableReason;
import io.github.backupdiag.guest.internal.Subject;
import io.github.backupdiag.guestaccess.Answers;
import io.github.backupdiag.guestaccess.CommandOutput;
import io.github.backupdiag.guestaccess.GuestConnection.Nature;
import io.github.backupdiag.guestaccess.Question;
import io.github.backupdiag.guestaccess.RegistryKey;
import io.github.backupdiag.guestaccess.SpaceLeft;
import io.github.backupdiag.internal.parse.RegExport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** Answers questions from the records of a script. Immutable and thread-safe. */
final class CollectedGuest implements BundledGuest {

  private static final String EXPORT = "Windows Registry Editor Version 5.00\n";

  private final CollectedRecords records;
  private final CollectedFiles files;
  private final CollectedEvents events;

  CollectedGuest(CollectedRecords records) {
    this.records = records;
    this.files = new CollectedFiles(records);
    this.events = new CollectedEvents(records);
  }

  @Override
  public Nature nature() {
    return Nature.LIVE;
  }

  /** When the script asked. */
  @Override
  public Instant seenAt() {
    return records.clock();
  }

  /** Whether the script came to its end and its output is whole. */
  @Override
  public boolean isComplete() {
    return records.isComplete();
  }

  @Override
  public Answers ask(List<Question<?>> questions, Duration timeout) {
    Answers.Builder answers = Answers.builder();
    questions.forEach(question -> put(answers, question));
    return answers.build();
  }

  @SuppressWarnings("unchecked") // a Question<A> is answered with an Observation<A>
  private <A> void put(Answers.Builder answers, Question<A> question) {
    Observation<?> answer;
    try {
      answer = answer(question);
    } catch (IOException e) {
      answer = Refusal.of(e, Subject.of(question));
    }
    answers.put(question, (Observation<A>) answer);
  }

  private Observation<?> answer(Question<?> question) throws IOException {
    if (question instanceof Question.File file) {
      return files.file(file);
    }
    if (question instanceof Question.Stat stat) {
      return files.stat(stat);
    }
    if (question instanceof Question.Listing listing) {
      return files.listing(listing);
    }
    if (question instanceof Question.Files some) {
      return files.files(some);
    }
    if (question instanceof Question.Newest newest) {
      return files.newest(newest);
    }
    return ofTools(question);
  }

  private Observation<?> ofTools(Question<?> question) throws IOException {
    String subject = Subject.of(question);
    if (question instanceof Question.Space space) {
      byte[] printed = records.rooms.get(records.key(space.path()));
      SpaceLeft left = printed == null ? null : CollectedRoom.parse(printed);
      return left == null
          ? printed == null ? files.unseen(subject) : files.notRecorded(subject)
          : new Observed<>(left, subject, null);
    }
    if (question instanceof Question.Registry registry) {
      return registry(registry);
    }
    if (question instanceof Question.Command command) {
      return command(command, subject);
    }
    if (question instanceof Question.Tcp tcp) {
      CollectedOutput output = records.others.get("T " + tcp.host() + " " + tcp.port());
      return output == null
          ? files.notRecorded(subject)
          : CollectedNetwork.tcp(tcp, output, subject);
    }
    Question.Http http = (Question.Http) question;
    CollectedOutput output = records.others.get("H " + withPort(http.url()));
    return output == null
        ? files.notRecorded(subject)
        : CollectedNetwork.http(http, output, subject);
  }

  /** The script names the port always. */
  private static String withPort(String url) {
    java.net.URI uri = java.net.URI.create(url);
    String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
    int port = uri.getPort() < 0 ? 80 : uri.getPort();
    return "http://" + uri.getHost() + ":" + port + uri.getRawPath() + query;
  }

  private Observation<?> registry(Question.Registry asked) {
    String key = asked.key();
    CollectedOutput output = records.others.get("k " + key.toLowerCase(Locale.ROOT));
    if (!records.windows) {
      return new Absent<>(key);
    }
    if (output == null) {
      boolean missing = records.missing.containsKey(records.key(key));
      boolean refused = records.refused.containsKey(records.key(key));
      return missing
          ? new Absent<>(key)
          : refused
              ? new Unavailable<>(UnavailableReason.NOT_PERMITTED, key)
              : files.notRecorded(key);
    }
    String[] head = output.head().split(" ", 2);
    RegExport export = RegExport.of(EXPORT + new String(output.bytes(), StandardCharsets.UTF_8));
    RegistryKey found =
        export == null || CollectedRecords.number(head[1]) < asked.depth()
            ? null
            : export.key(key, asked.depth(), asked.maxValues());
    return found == null
        ? files.notRecorded(key)
        : new Observed<>(
            new RegistryKey(
                found.name(),
                found.values(),
                found.keys(),
                found.complete() && head[0].equals("1")),
            key,
            null);
  }

  private Observation<?> command(Question.Command asked, String subject) {
    boolean ofWindows = asked.argv().get(0).endsWith(".exe");
    if (ofWindows != records.windows) {
      return new Absent<>(asked.argv().get(0));
    }
    CollectedOutput output = records.commands.get(asked.argv());
    output = output == null ? events.covering(asked.argv()) : output;
    if (output == null) {
      return files.notRecorded(subject);
    }
    return switch (output.head()) {
      case "T" -> new Unavailable<>(UnavailableReason.TIMED_OUT, subject);
      case "M" -> new Absent<>(asked.argv().get(0));
      default -> observed(output, subject);
    };
  }

  /** The script puts a plus sign behind the status of output that it cut. */
  private static Observation<CommandOutput> observed(CollectedOutput output, String subject) {
    boolean whole = !output.head().endsWith("+");
    String status = whole ? output.head() : output.head().substring(0, output.head().length() - 1);
    try {
      int exit = Integer.parseInt(status);
      return new Observed<>(
          new CommandOutput(exit, output.bytes(), new byte[0], whole), subject, null);
    } catch (NumberFormatException e) {
      return new Unavailable<>(UnavailableReason.FAILED, subject + ": no exit status");
    }
  }
}
