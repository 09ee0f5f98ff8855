package io.github.backupdiag.guest.internal.linux;

import io.github.backupdiag.catalog.Catalog;
import io.github.backupdiag.catalog.LogSignature;
import io.github.backupdiag.catalog.Os;
import io.github.backupdiag.fact.FactKey;
import io.github.backupdiag.fact.Observed;
import io.github.backupdiag.fact.backup.BackupFacts;
import io.github.backupdiag.fact.backup.LogEvents;
import io.github.backupdiag.fact.guest.GuestFacts;
import io.github.backupdiag.fact.guest.GuestOs;
import io.github.backupdiag.guest.internal.Questions;
import io.github.backupdiag.guest.internal.Seen;
import io.github.backupdiag.guestaccess.Answers;
import io.github.backupdiag.guestaccess.FileContent;
import io.github.backupdiag.guestaccess.GuestConnection;
import io.github.backupdiag.guestaccess.PathEntries;
import io.github.backupdiag.guestaccess.Question;
import io.github.backupdiag.internal.parse.LogSpan;
import io.github.backupdiag.internal.parse.LogTime;
import io.github.backupdiag.internal.parse.PackedLog;
import io.github.backupdiag.internal.parse.PerCatalog;
import io.github.backupdiag.internal.parse.RunStart;
import io.github.backupdiag.internal.parse.SignatureLog;
import io.github.backupdiag.probe.GuestProbe;
import io.github.backupdiag.probe.Observations;
import io.github.backupdiag.probe.ProbeContext;
import io.github.backupdiag.probe.ProbeDescriptor;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the catalog's signatures in the end of one log, and in older parts of it where the log
 * itself does not reach back far enough.
 */
abstract class LogProbe implements GuestProbe {

  private static final int END = 8 << 20;

  /** A log without times that was rotated a moment ago tells too little alone. */
  private static final int SMALL = 64 << 10;

  /** A job runs for an hour or two before it is said to have failed. */
  private static final Duration BEFORE_FAILURE = Duration.ofHours(2);

  /** Where it is not known when the backup failed: it is tried once a day. */
  private static final Duration BEFORE_END = Duration.ofDays(1);

  private static final Set<String> SEVERITIES =
      Set.of("error", "warning", "info", "milestone", "benign");

  private final FactKey<LogEvents> key;
  private final String log;
  private final String path;
  private final LogTime.Style style;
  private final PerCatalog<SignatureLog> reader;
  private final Question<FileContent> file;
  private final Question<FileContent> rotated;
  private final Question<PathEntries> names;
  private final ProbeDescriptor descriptor;

  LogProbe(
      FactKey<LogEvents> key,
      String log,
      String path,
      LogTime.Style style,
      RunStart start,
      String... checks) {
    this.key = key;
    this.log = log;
    this.path = path;
    this.style = style;
    this.reader = new PerCatalog<>(catalog -> new SignatureLog(signatures(catalog), style, start));
    this.file = Question.tail(path, END);
    this.rotated = Question.tail(path + ".1", END);
    this.names = Question.listing(path + "*");
    this.descriptor =
        ProbeDescriptor.of("guest.linux.log." + log, key)
            .withNeeds(GuestFacts.OS, BackupFacts.FAILED_AT)
            .withConnections(GuestConnection.class, Catalog.class)
            .withChecks(checks)
            .withAccessNeeds(Questions.needs(List.of(file, names)));
  }

  @Override
  public final ProbeDescriptor descriptor() {
    return descriptor;
  }

  @Override
  public final List<Question<?>> next(Answers soFar) {
    return next(soFar, (Instant) null);
  }

  @Override
  public final List<Question<?>> next(Answers soFar, ProbeContext context) {
    return next(soFar, failedAt(context));
  }

  private List<Question<?>> next(Answers soFar, @Nullable Instant failedAt) {
    if (soFar.questions().isEmpty()) {
      return List.of(file);
    }
    if (reachesBack(soFar, failedAt)) {
      return List.of();
    }
    return Questions.open(
        soFar.questions().contains(names) ? older(soFar, failedAt) : List.of(rotated, names),
        soFar);
  }

  /** True if what was read begins before what is needed, or is as much as is ever read. */
  private boolean reachesBack(Answers answers, @Nullable Instant failedAt) {
    FileContent newest = Seen.value(answers, file);
    FileContent before = Seen.value(answers, rotated);
    FileContent oldest = before == null ? newest : PackedLog.inflated(before, END);
    if (newest == null || oldest == null) {
      return false;
    }
    Instant since = since(answers, failedAt);
    Instant first = LogSpan.first(oldest, style);
    if (since == null || first == null) {
      return newest.size() >= SMALL;
    }
    return newest.offset() > 0 || !first.isAfter(since);
  }

  private @Nullable Instant since(Answers answers, @Nullable Instant failedAt) {
    if (failedAt != null) {
      return failedAt.minus(BEFORE_FAILURE);
    }
    FileContent newest = Seen.value(answers, file);
    Instant last = newest == null ? null : LogSpan.last(newest, style);
    return last == null ? null : last.minus(BEFORE_END);
  }

  private List<Question<FileContent>> older(Answers answers, @Nullable Instant failedAt) {
    PathEntries entries = Seen.value(answers, names);
    return entries == null
        ? List.of()
        : RotatedLogs.needed(entries.entries(), path, since(answers, failedAt)).stream()
            .map(part -> Question.tail(part, END))
            .toList();
  }

  @Override
  public final Observations read(Answers answers, ProbeContext context) {
    List<FileContent> read = parts(answers, failedAt(context));
    if (read.isEmpty() || Seen.refusal(answers, List.of(file)) != null) {
      return Seen.nothing(key, answers, List.of(file), path);
    }
    LogEvents events = reader.of(context.connection(Catalog.class)).of(os(context)).read(read);
    return Observations.builder()
        .observed(key, events, read.get(read.size() - 1).path(), events.newest())
        .build();
  }

  /** All that was read, in the order of first lines; the log itself comes last. */
  private List<FileContent> parts(Answers answers, @Nullable Instant failedAt) {
    Stream<FileContent> before =
        Stream.concat(older(answers, failedAt).stream(), Stream.of(rotated))
            .distinct()
            .map(part -> Seen.value(answers, part))
            .filter(Objects::nonNull)
            .map(part -> PackedLog.inflated(part, END))
            .sorted(
                Comparator.comparing(
                    this::first, Comparator.nullsFirst(Comparator.naturalOrder())));
    return Stream.concat(before, Stream.ofNullable(Seen.value(answers, file))).toList();
  }

  private @Nullable Instant first(FileContent part) {
    return LogSpan.first(part, style);
  }

  private static @Nullable Instant failedAt(ProbeContext context) {
    return context.get(BackupFacts.FAILED_AT) instanceof Observed<Instant> seen
        ? seen.value()
        : null;
  }

  private static @Nullable GuestOs os(ProbeContext context) {
    return context.get(GuestFacts.OS) instanceof Observed<GuestOs> seen ? seen.value() : null;
  }

  private List<LogSignature> signatures(Catalog catalog) {
    return catalog.signatures().stream()
        .filter(signature -> signature.log().equals(log))
        .filter(signature -> signature.os().contains(Os.LINUX))
        .filter(signature -> SEVERITIES.contains(signature.severity()))
        .filter(signature -> !signature.literal().isEmpty())
        .toList();
  }
}
