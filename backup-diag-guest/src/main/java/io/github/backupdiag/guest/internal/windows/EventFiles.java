package io.github.backupdiag.guest.internal.windows;

import io.github.backupdiag.fact.Unavailable;
import io.github.backupdiag.fact.guest.WindowsEvent;
import io.github.backupdiag.guest.internal.Seen;
import io.github.backupdiag.guest.internal.eventlog.EventLogFile;
import io.github.backupdiag.guest.internal.eventlog.EventRecord;
import io.github.backupdiag.guestaccess.Answers;
import io.github.backupdiag.guestaccess.FileContent;
import io.github.backupdiag.guestaccess.FileContents;
import io.github.backupdiag.guestaccess.Question;
import io.github.backupdiag.internal.parse.WindowsEventXml;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The event logs as they lie on a copied disk. Without a time of failure the day before their
 * newest entry counts: a copy is often looked at long after.
 */
final class EventFiles {

  /** By default a log has 20 MB at the most, and is a ring: its newest entry may lie anywhere. */
  private static final int MOST_BYTES = 24 << 20;

  private static final int MOST_OF_LOG = 5000;

  /** One question for each log. */
  static final List<Question<FileContents>> QUESTIONS =
      EventQuery.ALL.stream().map(EventQuery::file).distinct().map(EventFiles::question).toList();

  private final Map<String, EventLogFile> logs = new LinkedHashMap<>();
  private final @Nullable Instant failedAt;
  private boolean whole = true;

  private EventFiles(@Nullable Instant failedAt) {
    this.failedAt = failedAt;
  }

  private static Question<FileContents> question(String path) {
    return new Question.Files(path, 1, MOST_BYTES);
  }

  static EventFiles open(Answers answers, @Nullable Instant failedAt) {
    EventFiles files = new EventFiles(failedAt);
    for (Question<FileContents> question : QUESTIONS) {
      FileContents found = Seen.value(answers, question);
      for (FileContent file : found == null ? List.<FileContent>of() : found.files()) {
        EventLogFile log = EventLogFile.of(file.bytes());
        files.whole &= log != null && file.isComplete();
        if (log != null) {
          files.logs.put(((Question.Files) question).glob(), log);
        }
      }
    }
    return files;
  }

  /** Whether no log could be read. */
  boolean isEmpty() {
    return logs.isEmpty();
  }

  /** Why nothing can be said. */
  static Unavailable<?> refusal(Answers answers) {
    Unavailable<?> why = Seen.refusal(answers, QUESTIONS);
    return why == null ? WholeWindows.notRecorded("the copy holds no event log") : why;
  }

  /** Whether the logs that every guest has were read, with every entry of the time. */
  boolean isWhole() {
    return whole
        && EventQuery.ALL.stream()
            .filter(EventQuery::isOfEveryGuest)
            .allMatch(query -> logs.containsKey(query.file()));
  }

  /** What the queries ask for. */
  List<WindowsEvent> events() {
    Instant newest =
        logs.values().stream()
            .flatMap(log -> log.records().stream().limit(1))
            .map(EventRecord::written)
            .max(Comparator.naturalOrder())
            .orElse(Instant.EPOCH);
    List<WindowsEvent> events = new ArrayList<>();
    logs.forEach(
        (path, log) -> {
          List<EventRecord> near =
              log.records().stream()
                  .filter(record -> EventQuery.isNear(record.written(), failedAt, newest))
                  .limit(MOST_OF_LOG)
                  .toList();
          whole &= near.size() < MOST_OF_LOG;
          add(path, near, events);
        });
    return events;
  }

  private void add(String path, List<EventRecord> near, List<WindowsEvent> events) {
    List<WindowsEvent> read =
        near.stream().map(record -> event(path, record)).filter(Objects::nonNull).toList();
    for (EventQuery query : EventQuery.ALL) {
      if (query.file().equals(path)) {
        List<WindowsEvent> wanted =
            read.stream().filter(query::wants).limit(EventQuery.MOST).toList();
        whole &= wanted.size() < EventQuery.MOST;
        events.addAll(wanted);
      }
    }
  }

  /** A log has no lines. */
  private static @Nullable WindowsEvent event(String path, EventRecord record) {
    String xml = record.xml();
    List<WindowsEvent> found = xml == null ? List.of() : WindowsEventXml.parse(xml, path);
    if (found.isEmpty()) {
      return null;
    }
    WindowsEvent event = found.get(0);
    return new WindowsEvent(
        event.channel(),
        event.provider(),
        event.id(),
        event.time() == null ? record.written() : event.time(),
        event.data(),
        path,
        0,
        event.text());
  }
}
