package io.github.backupdiag.guest.internal.linux;

import io.github.backupdiag.fact.FactKey;
import io.github.backupdiag.fact.Observed;
import io.github.backupdiag.fact.backup.LogEvents;
import io.github.backupdiag.fact.guest.ExtensionFacts;
import io.github.backupdiag.fact.guest.ExtensionStatus;
import io.github.backupdiag.fact.guest.GuestFacts;
import io.github.backupdiag.guest.internal.Questions;
import io.github.backupdiag.guest.internal.Seen;
import io.github.backupdiag.guestaccess.Answers;
import io.github.backupdiag.guestaccess.FileContent;
import io.github.backupdiag.guestaccess.GuestConnection;
import io.github.backupdiag.guestaccess.Question;
import io.github.backupdiag.internal.parse.AgentStatusTime;
import io.github.backupdiag.internal.parse.ServiceLog;
import io.github.backupdiag.probe.GuestProbe;
import io.github.backupdiag.probe.Observations;
import io.github.backupdiag.probe.ProbeContext;
import io.github.backupdiag.probe.ProbeDescriptor;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the newest time inside a copy; file times of a copy are not trusted. */
public final class NewestTimeProbe implements GuestProbe {

  private static final Question<FileContent> STATUS =
      Question.file("/var/lib/waagent/waagent_status.json");
  private static final List<Question<FileContent>> SYSTEM =
      AgentServiceLogProbe.LOGS.stream().map(path -> Question.tail(path, 1 << 16)).toList();
  private static final List<Question<?>> QUESTIONS = Questions.all(List.of(STATUS), SYSTEM);

  private static final ProbeDescriptor DESCRIPTOR =
      ProbeDescriptor.of("guest.linux.newest-time", GuestFacts.NEWEST_TIME)
          .withNeeds(
              GuestFacts.AGENT_LOG,
              GuestFacts.EXTENSION_LOG,
              ExtensionFacts.SHELL_LOG,
              ExtensionFacts.STATUS)
          .withConnections(GuestConnection.class)
          .withAccessNeeds(Questions.needs(QUESTIONS));

  /** Made by {@code ServiceLoader}. */
  public NewestTimeProbe() {}

  @Override
  public ProbeDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public List<Question<?>> next(Answers soFar) {
    return Questions.open(QUESTIONS, soFar);
  }

  @Override
  public Observations read(Answers answers, ProbeContext context) {
    GuestConnection guest = context.connection(GuestConnection.class);
    if (guest.nature() == GuestConnection.Nature.LIVE) {
      return Observations.builder().absent(GuestFacts.NEWEST_TIME, "a running guest").build();
    }
    Instant newest = newest(answers, context);
    if (newest == null) {
      return Observations.builder().absent(GuestFacts.NEWEST_TIME, "logs and status").build();
    }
    for (Question<FileContent> end : SYSTEM) {
      FileContent file = Seen.value(answers, end);
      Instant reached = file == null ? null : ServiceLog.reached(file, newest);
      newest = reached == null ? newest : reached;
    }
    return Observations.builder()
        .observed(GuestFacts.NEWEST_TIME, newest, "logs and status", newest)
        .build();
  }

  private static @Nullable Instant newest(Answers answers, ProbeContext context) {
    FileContent status = Seen.value(answers, STATUS);
    return Stream.concat(
            Stream.of(
                inLog(context, GuestFacts.AGENT_LOG),
                inLog(context, GuestFacts.EXTENSION_LOG),
                inLog(context, ExtensionFacts.SHELL_LOG),
                inStatus(context),
                status == null ? null : AgentStatusTime.parse(status.text())),
            SYSTEM.stream().map(end -> inSystemLog(answers, end)))
        .filter(Objects::nonNull)
        .max(Comparator.naturalOrder())
        .orElse(null);
  }

  private static @Nullable Instant inLog(ProbeContext context, FactKey<LogEvents> key) {
    return context.get(key) instanceof Observed<LogEvents> log ? log.value().newest() : null;
  }

  private static @Nullable Instant inStatus(ProbeContext context) {
    return context.get(ExtensionFacts.STATUS) instanceof Observed<ExtensionStatus> status
        ? status.value().at()
        : null;
  }

  private static @Nullable Instant inSystemLog(Answers answers, Question<FileContent> end) {
    FileContent file = Seen.value(answers, end);
    return file == null ? null : ServiceLog.newest(file);
  }
}
