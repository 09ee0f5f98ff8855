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
 * time of the failure or else of the last day. What a running guest does not give in time is not
 * known, not clean; and no output is no evidence.
 */
public final class EventsProbe extends WindowsProbe {

  private static final int MOST = 2000;
  private static final int NOT_PERMITTED = 5;
  private static final Duration TIMEOUT = Duration.ofSeconds(70);
  private static final String SOURCE = "wevtutil";

  private static final String[] CHECKS = {
    "guest.windows.event.backup-517",
    "guest.windows.event.capi2-513",
    "guest.windows.event.com-4689",
    "guest.windows.event.disk-errors",
    "guest.windows.event.dotnet-1026",
    "guest.windows.event.extension-crash",
    "guest.windows.event.msdtc",
    "guest.windows.event.msi-1401",
    "guest.windows.event.sql-writer",
    "guest.windows.event.volsnap",
    "guest.windows.event.vss-8193",
    "guest.windows.event.vss-8213",
    "guest.windows.event.vss-8229",
    "guest.windows.event.vss-components",
    "guest.windows.event.vss-flush",
    "guest.windows.event.vss-timeout",
    "guest.windows.event.win32k-243"
  };

  /** Made by {@code ServiceLoader}. */
  public EventsProbe() {
    super(
        describe("guest.windows.events", WindowsFacts.EVENTS)
            .withNeeds(GuestFacts.OS, BackupFacts.FAILED_AT)
            .withChecks(CHECKS)
            .withAccessNeeds(commands())
            .withCost(ProbeDescriptor.Cost.EXPENSIVE)
            .withTimeout(TIMEOUT));
  }

  private static AccessNeed[] commands() {
    Stream<AccessNeed> commands =
        EventQuery.ALL.stream().map(EventQuery::line).distinct().map(AccessNeed::guestCommand);
    return Stream.concat(commands, Stream.of(needs(List.of(Console.CODE_PAGE))))
        .toArray(AccessNeed[]::new);
  }

  @Override
  List<Question<?>> questions(Answers soFar, ProbeContext context) {
    List<Question<?>> questions = new ArrayList<>();
    Instant failedAt = failedAt(context);
    EventQuery.ALL.forEach(query -> questions.add(query.question(failedAt)));
    questions.add(Console.CODE_PAGE);
    return questions;
  }

  @Override
  Observations look(Answers answers, ProbeContext context) {
    Reading reading = new Reading(answers);
    Instant failedAt = failedAt(context);
    EventQuery.ALL.forEach(query -> reading.take(query, query.question(failedAt)));
    Unavailable<?> refusal = reading.refusal;
    if (refusal != null && reading.events.isEmpty()) {
      return Observations.builder()
          .unavailable(WindowsFacts.EVENTS, refusal.reason(), refusal.detail())
          .build();
    }
    WindowsEvents events = reading.found();
    return Observations.builder()
        .observed(WindowsFacts.EVENTS, events, SOURCE, events.newest())
        .build();
  }

  private static @Nullable Instant failedAt(ProbeContext context) {
    return context.get(BackupFacts.FAILED_AT) instanceof Observed<Instant> failed
        ? failed.value()
        : null;
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

    WindowsEvents found() {
      List<WindowsEvent> inOrder =
          events.stream()
              .sorted(
                  Comparator.comparing(
                      WindowsEvent::time, Comparator.nullsFirst(Comparator.naturalOrder())))
              .toList();
      List<WindowsEvent> newest =
          inOrder.subList(Math.max(0, inOrder.size() - MOST), inOrder.size());
      return new WindowsEvents(
          newest,
          newest.stream()
              .map(WindowsEvent::time)
              .filter(Objects::nonNull)
              .max(Comparator.naturalOrder())
              .orElse(null),
          complete && !newest.isEmpty() && newest.size() == inOrder.size());
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
