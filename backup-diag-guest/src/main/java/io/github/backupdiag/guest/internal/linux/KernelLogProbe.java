package io.github.backupdiag.guest.internal.linux;

import io.github.backupdiag.catalog.Catalog;
import io.github.backupdiag.catalog.LogSignature;
import io.github.backupdiag.catalog.Os;
import io.github.backupdiag.fact.Absent;
import io.github.backupdiag.fact.Observed;
import io.github.backupdiag.fact.backup.LogEvents;
import io.github.backupdiag.fact.guest.GuestFacts;
import io.github.backupdiag.fact.guest.SnapshotFacts;
import io.github.backupdiag.guest.internal.Questions;
import io.github.backupdiag.guest.internal.Seen;
import io.github.backupdiag.guestaccess.Answers;
import io.github.backupdiag.guestaccess.FileContent;
import io.github.backupdiag.guestaccess.GuestConnection;
import io.github.backupdiag.guestaccess.PathEntries;
import io.github.backupdiag.guestaccess.PathEntry;
import io.github.backupdiag.guestaccess.Question;
import io.github.backupdiag.internal.parse.KernelLog;
import io.github.backupdiag.internal.parse.PerCatalog;
import io.github.backupdiag.internal.parse.TimeZoneLink;
import io.github.backupdiag.probe.GuestProbe;
import io.github.backupdiag.probe.Observations;
import io.github.backupdiag.probe.ProbeContext;
import io.github.backupdiag.probe.ProbeDescriptor;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the kernel's lines in the text files of the system log (guest.linux.kernel.storage-errors),
 * and in those before the last rotation where the new ones begin after it. The journal is binary
 * and not read.
 */
public final class KernelLogProbe implements GuestProbe {

  private static final int END = 2 << 20;
  private static final List<Question<FileContent>> LOGS =
      List.of(
          Question.tail("/var/log/kern.log", END),
          Question.tail("/var/log/syslog", END),
          Question.tail("/var/log/messages", END));

  /** The journal as text, where sosreport collected it. */
  private static final Question<FileContent> JOURNAL =
      Question.tail("/sos_commands/logs/journalctl_--no-pager", 16 << 20);

  private static final Question<PathEntries> DATED = Question.listing("/var/log/messages-*");
  private static final String OLDER = ".1";
  private static final Question<PathEntry> LOCALTIME = Question.stat("/etc/localtime");
  private static final Question<FileContent> TIMEZONE = Question.file("/etc/timezone");
  private static final List<Question<?>> QUESTIONS =
      Questions.all(LOGS, List.of(JOURNAL, DATED, LOCALTIME, TIMEZONE));
  private static final Set<String> SEVERITIES = Set.of("error", "warning");

  private static final ProbeDescriptor DESCRIPTOR =
      ProbeDescriptor.of("guest.linux.log.kernel", SnapshotFacts.KERNEL_LOG)
          .withNeeds(GuestFacts.NEWEST_TIME)
          .withConnections(GuestConnection.class, Catalog.class)
          .withChecks("guest.linux.kernel.storage-errors", "guest.linux.freeze.fs-state")
          .withAccessNeeds(
              Questions.needs(
                  QUESTIONS,
                  LOGS.stream().map(log -> ((Question.File) log).path() + OLDER).toList()));

  private final PerCatalog<KernelLog> reader =
      new PerCatalog<>(catalog -> new KernelLog(signatures(catalog), null, null));

  /** Made by {@code ServiceLoader}. */
  public KernelLogProbe() {}

  @Override
  public ProbeDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public List<Question<?>> next(Answers soFar) {
    return soFar.questions().isEmpty() ? QUESTIONS : Questions.open(older(soFar), soFar);
  }

  /** What was written before a log that was read from its first line. */
  private static List<Question<FileContent>> older(Answers answers) {
    List<Question<FileContent>> older = new ArrayList<>();
    for (Question<FileContent> log : LOGS) {
      FileContent newest = Seen.value(answers, log);
      if (newest != null && newest.offset() == 0) {
        older.add(Question.tail(((Question.File) log).path() + OLDER, END));
      }
    }
    List<String> dated =
        Seen.paths(answers, DATED).stream().filter(path -> path.matches(".*-\\d{8}")).toList();
    FileContent messages = Seen.value(answers, LOGS.get(2));
    if (!dated.isEmpty() && messages != null && messages.offset() == 0) {
      older.add(Question.tail(dated.get(dated.size() - 1), END));
    }
    return older;
  }

  @Override
  public Observations read(Answers answers, ProbeContext context) {
    List<FileContent> files =
        Stream.of(older(answers), LOGS, List.of(JOURNAL))
            .flatMap(List::stream)
            .map(log -> Seen.value(answers, log))
            .filter(Objects::nonNull)
            .toList();
    if (files.isEmpty()) {
      return Seen.nothing(SnapshotFacts.KERNEL_LOG, answers, LOGS, "/var/log");
    }
    LogEvents events =
        reader
            .of(context.connection(Catalog.class))
            .in(zone(answers, WholeSystem.isLive(context)), latest(files, context))
            .read(files);
    return Observations.builder()
        .observed(SnapshotFacts.KERNEL_LOG, events, files.get(0).path(), events.newest())
        .build();
  }

  private static List<LogSignature> signatures(Catalog catalog) {
    return catalog.signatures().stream()
        .filter(signature -> signature.log().equals("kernel"))
        .filter(signature -> signature.os().contains(Os.LINUX))
        .filter(signature -> SEVERITIES.contains(signature.severity()))
        .filter(signature -> !signature.literal().isEmpty())
        .toList();
  }

  /** Without the link the zone is UTC (localtime(5)), but a copy may have left it out. */
  private static @Nullable ZoneId zone(Answers answers, boolean live) {
    PathEntry link = Seen.value(answers, LOCALTIME);
    if (link != null && link.linkTarget() != null) {
      return TimeZoneLink.zone(link.linkTarget());
    }
    FileContent named = Seen.value(answers, TIMEZONE);
    if (named != null) {
      return TimeZoneLink.zone(named.text());
    }
    return live && answers.to(LOCALTIME) instanceof Absent<PathEntry> ? ZoneOffset.UTC : null;
  }

  private static @Nullable Instant latest(List<FileContent> files, ProbeContext context) {
    if (context.get(GuestFacts.NEWEST_TIME) instanceof Observed<Instant> inside) {
      return inside.value();
    }
    return files.stream()
        .map(FileContent::modified)
        .filter(Objects::nonNull)
        .max(java.util.Comparator.naturalOrder())
        .orElse(null);
  }
}
