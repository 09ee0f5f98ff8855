package io.github.backupdiag.guest.internal.windows;

import io.github.backupdiag.fact.Observation;
import io.github.backupdiag.fact.Observed;
import io.github.backupdiag.fact.Unavailable;
import io.github.backupdiag.fact.UnavailableReason;
import io.github.backupdiag.fact.backup.BackupFacts;
import io.github.backupdiag.fact.guest.GuestFacts;
import io.github.backupdiag.fact.guest.WindowsEvent;
import io.github.backupdiag.fact.guest.WindowsEvents;
import io.github.backupdiag.fact.guest.WindowsFacts;
import io.github.backupdiag.guest.internal.Questions;
import io.github.backupdiag.guest.internal.Seen;
import io.github.backupdiag.guestaccess.Answers;
import io.github.backupdiag.guestaccess.CommandOutput;
import io.github.backupdiag.guestaccess.Question;
import io.github.backupdiag.internal.parse.WindowsEventXml;
import io.github.backupdiag.probe.AccessNeed;
import io.github.backupdiag.probe.Observations;
import io.github.backupdiag.probe.ProbeContext;
import io.github.backupdiag.probe.ProbeDescriptor;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads the entries of the event logs that mean something ({@code guest.windows.event.*}), of the
 * time of the failure or else of the last day: of a running guest with {@code wevtutil}, of a
 * copied disk from the files. What a running guest does not give in time is not known, not clean;
 * and no output is no evidence.
 */
public final class EventsProbe extends WindowsProbe {

  private static final int MOST = 2000;
  private static final int NOT_PERMITTED = 5;
  private static final Duration TIMEOUT = Duration.ofSeconds(70);
  private static final String SOURCE = "wevtutil";

  /** Made by {@code ServiceLoader}. */
  public EventsProbe() {
    super(
        describe("guest.windows.events", WindowsFacts.EVENTS)
            .withNeeds(GuestFacts.OS, BackupFacts.FAILED_AT)
            .withAccessNeeds(commands())
            .withCost(ProbeDescriptor.Cost.EXPENSIVE)
            .withTimeout(TIMEOUT));
  }

  private static AccessNeed[] commands() {
    Stream<AccessNeed> commands =
        EventQuery.ALL.stream().map(EventQuery::line).distinct().map(AccessNeed::guestCommand);
    Stream<AccessNeed> rest =
        Stream.of(needs(Questions.all(EventFiles.QUESTIONS, List.of(Console.CODE_PAGE))));
    return Stream.concat(commands, rest).toArray(AccessNeed[]::new);
  }

  @Override
  List<? extends Question<?>> questions(Answers soFar, ProbeContext context) {
    if (!isLive(context)) {
      return EventFiles.QUESTIONS;
    }
    List<Question<?>> questions = new ArrayList<>();
    Instant failedAt = failedAt(context);
    EventQuery.ALL.forEach(query -> questions.add(query.question(failedAt)));
    questions.add(Console.CODE_PAGE);
    return questions;
  }

  @Override
  Observations look(Answers answers, ProbeContext context) {
    return isLive(context) ? asked(answers, context) : read(answers, failedAt(context));
  }

  private static Observations read(Answers answers, @Nullable Instant failedAt) {
    EventFiles files = EventFiles.open(answers, failedAt);
    if (files.isEmpty()) {
      return Seen.unavailable(WindowsFacts.EVENTS, EventFiles.refusal(answers));
    }
    List<WindowsEvent> events = files.events();
    return observed(inOrder(events, files.isWhole()), "winevt");
  }

  private static Observations asked(Answers answers, ProbeContext context) {
    Reading reading = new Reading(answers);
    Instant failedAt = failedAt(context);
    EventQuery.ALL.forEach(query -> reading.take(query, query.question(failedAt)));
    Unavailable<?> refusal = reading.refusal;
    if (refusal != null && reading.events.isEmpty()) {
      return Observations.builder()
          .unavailable(WindowsFacts.EVENTS, refusal.reason(), refusal.detail())
          .build();
    }
    return observed(inOrder(reading.events, reading.complete), SOURCE);
  }

  private static Observations observed(WindowsEvents events, String source) {
    return Observations.builder()
        .observed(WindowsFacts.EVENTS, events, source, events.newest())
        .build();
  }

  private static @Nullable Instant failedAt(ProbeContext context) {
    return context.get(BackupFacts.FAILED_AT) instanceof Observed<Instant> failed
        ? failed.value()
        : null;
  }

  private static WindowsEvents inOrder(List<WindowsEvent> events, boolean complete) {
    List<WindowsEvent> inOrder =
        events.stream()
            .sorted(
                Comparator.comparing(
                    WindowsEvent::time, Comparator.nullsFirst(Comparator.naturalOrder())))
            .toList();
    List<WindowsEvent> newest = inOrder.subList(Math.max(0, inOrder.size() - MOST), inOrder.size());
    return new WindowsEvents(
        newest,
        newest.stream()
            .map(WindowsEvent::time)
            .filter(Objects::nonNull)
            .max(Comparator.naturalOrder())
            .orElse(null),
        complete && !newest.isEmpty() && newest.size() == inOrder.size());
  }

  /** One pass over the answers. */
  private static final class Reading {

    final Answers answers;
    final List<WindowsEvent> events = new ArrayList<>();
    boolean complete = true;
    @Nullable Unavailable<?> refusal;

    Reading(Answers answers) {
      this.answers = answers;
    }

    void take(EventQuery query, Question<CommandOutput> question) {
      Observation<CommandOutput> answer = answers.to(question);
      if (answer instanceof Observed<CommandOutput> seen && seen.value().exitStatus() == 0) {
        List<WindowsEvent> found =
            WindowsEventXml.parse(
                Console.text(seen.value(), answers), SOURCE + " " + query.channel());
        complete &= seen.value().isComplete() && found.size() < EventQuery.MOST;
        events.addAll(found);
      } else if (query.isOfEveryGuest()) {
        complete = false;
        refusal = worse(refusal, reason(query, answer));
      }
    }

    private static Unavailable<?> reason(EventQuery query, Observation<CommandOutput> answer) {
      if (answer instanceof Unavailable<CommandOutput> why) {
        return why;
      }
      int status = answer instanceof Observed<CommandOutput> seen ? seen.value().exitStatus() : -1;
      return new Unavailable<>(
          status == NOT_PERMITTED ? UnavailableReason.NOT_PERMITTED : UnavailableReason.FAILED,
          status < 0
              ? "wevtutil.exe is not there"
              : "wevtutil.exe ended with " + status + " for " + query.channel());
    }

    private static Unavailable<?> worse(@Nullable Unavailable<?> before, Unavailable<?> now) {
      return before == null || now.reason() == UnavailableReason.NOT_PERMITTED ? now : before;
    }
  }
}
