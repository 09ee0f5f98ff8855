package io.github.backupdiag.guest.internal.linux;

import io.github.backupdiag.catalog.Catalog;
import io.github.backupdiag.catalog.LogSignature;
import io.github.backupdiag.catalog.Os;
import io.github.backupdiag.fact.FactKey;
import io.github.backupdiag.fact.Observed;
import io.github.backupdiag.fact.backup.LogEvents;
import io.github.backupdiag.fact.guest.GuestFacts;
import io.github.backupdiag.fact.guest.GuestOs;
import io.github.backupdiag.guest.internal.Questions;
import io.github.backupdiag.guest.internal.Seen;
import io.github.backupdiag.guestaccess.Answers;
import io.github.backupdiag.guestaccess.FileContent;
import io.github.backupdiag.guestaccess.GuestConnection;
import io.github.backupdiag.guestaccess.Question;
import io.github.backupdiag.internal.parse.LogTime;
import io.github.backupdiag.internal.parse.PerCatalog;
import io.github.backupdiag.internal.parse.RunStart;
import io.github.backupdiag.internal.parse.SignatureLog;
import io.github.backupdiag.probe.GuestProbe;
import io.github.backupdiag.probe.Observations;
import io.github.backupdiag.probe.ProbeContext;
import io.github.backupdiag.probe.ProbeDescriptor;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the catalog's signatures in the end of one log. */
abstract class LogProbe implements GuestProbe {

  private static final int END = 8 << 20;

  /** A log that was rotated a moment ago tells too little alone. */
  private static final int SMALL = 64 << 10;

  private static final Set<String> SEVERITIES =
      Set.of("error", "warning", "info", "milestone", "benign");

  private final FactKey<LogEvents> key;
  private final String log;
  private final PerCatalog<SignatureLog> reader;
  private final Question<FileContent> file;
  private final Question<FileContent> rotated;
  private final List<Question<FileContent>> parts;
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
    this.reader = new PerCatalog<>(catalog -> new SignatureLog(signatures(catalog), style, start));
    this.file = Question.tail(path, END);
    this.rotated = Question.tail(path + ".1", END);
    this.parts = List.of(rotated, file);
    this.descriptor =
        ProbeDescriptor.of("guest.linux.log." + log, key)
            .withNeeds(GuestFacts.OS)
            .withConnections(GuestConnection.class, Catalog.class)
            .withChecks(checks)
            .withAccessNeeds(Questions.needs(parts));
  }

  @Override
  public final ProbeDescriptor descriptor() {
    return descriptor;
  }

  @Override
  public final List<Question<?>> next(Answers soFar) {
    if (soFar.questions().isEmpty()) {
      return List.of(file);
    }
    FileContent newest = Seen.value(soFar, file);
    boolean enough = newest != null && newest.size() >= SMALL;
    return enough ? List.of() : Questions.open(List.of(rotated), soFar);
  }

  @Override
  public final Observations read(Answers answers, ProbeContext context) {
    List<FileContent> read = new ArrayList<>();
    for (Question<FileContent> part : parts) {
      FileContent content = Seen.value(answers, part);
      if (content != null) {
        read.add(content);
      }
    }
    if (read.isEmpty() || Seen.refusal(answers, List.of(file)) != null) {
      return Seen.nothing(key, answers, List.of(file), ((Question.File) file).path());
    }
    LogEvents events = reader.of(context.connection(Catalog.class)).of(os(context)).read(read);
    return Observations.builder()
        .observed(key, events, read.get(read.size() - 1).path(), events.newest())
        .build();
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
