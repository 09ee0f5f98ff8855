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
import io.github.backupdiag.guestaccess.PathEntry;
import io.github.backupdiag.guestaccess.Question;
import io.github.backupdiag.internal.parse.KernelLog;
import io.github.backupdiag.internal.parse.TimeZoneLink;
import io.github.backupdiag.probe.GuestProbe;
import io.github.backupdiag.probe.Observations;
import io.github.backupdiag.probe.ProbeContext;
import io.github.backupdiag.probe.ProbeDescriptor;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the kernel's lines in the text files of the system log (guest.linux.kernel.storage-errors).
 * The journal is binary and not read.
 */
public final class KernelLogProbe implements GuestProbe {

  private static final List<Question<FileContent>> LOGS =
      List.of(
          Question.tail("/var/log/kern.log", 2 << 20),
          Question.tail("/var/log/syslog", 2 << 20),
          Question.tail("/var/log/messages", 2 << 20));
  private static final Question<PathEntry> LOCALTIME = Question.stat("/etc/localtime");
  private static final Question<FileContent> TIMEZONE = Question.file("/etc/timezone");
  private static final List<Question<?>> QUESTIONS =
      Questions.all(LOGS, List.of(LOCALTIME, TIMEZONE));
  private static final Set<String> SEVERITIES = Set.of("error", "warning");

  private static final ProbeDescriptor DESCRIPTOR =
      ProbeDescriptor.of("guest.linux.log.kernel", SnapshotFacts.KERNEL_LOG)
          .withNeeds(GuestFacts.NEWEST_TIME)
          .withConnections(GuestConnection.class, Catalog.class)
          .withChecks("guest.linux.kernel.storage-errors")
          .withAccessNeeds(Questions.needs(QUESTIONS));

  /** Made by {@code ServiceLoader}. */
  public KernelLogProbe() {}

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
    List<FileContent> files =
        LOGS.stream().map(log -> Seen.value(answers, log)).filter(Objects::nonNull).toList();
    if (files.isEmpty()) {
      return Seen.nothing(SnapshotFacts.KERNEL_LOG, answers, LOGS, "/var/log");
    }
    LogEvents events =
        new KernelLog(
                signatures(context.connection(Catalog.class)),
                zone(answers, WholeSystem.isLive(context)),
                latest(files, context))
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
