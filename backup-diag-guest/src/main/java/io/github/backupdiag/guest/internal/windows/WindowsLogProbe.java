package io.github.backupdiag.guest.internal.windows;

import io.github.backupdiag.catalog.Catalog;
import io.github.backupdiag.catalog.LogSignature;
import io.github.backupdiag.catalog.Os;
import io.github.backupdiag.fact.FactKey;
import io.github.backupdiag.fact.backup.LogEvents;
import io.github.backupdiag.guest.internal.Questions;
import io.github.backupdiag.guest.internal.Seen;
import io.github.backupdiag.guestaccess.Answers;
import io.github.backupdiag.guestaccess.FileContent;
import io.github.backupdiag.guestaccess.GuestConnection;
import io.github.backupdiag.guestaccess.PathEntries;
import io.github.backupdiag.guestaccess.PathEntry;
import io.github.backupdiag.guestaccess.Question;
import io.github.backupdiag.internal.parse.LogSpan;
import io.github.backupdiag.internal.parse.LogTime;
import io.github.backupdiag.internal.parse.PackedLog;
import io.github.backupdiag.internal.parse.PerCatalog;
import io.github.backupdiag.internal.parse.RunStart;
import io.github.backupdiag.internal.parse.SignatureLog;
import io.github.backupdiag.internal.parse.WindowsBytes;
import io.github.backupdiag.probe.Observations;
import io.github.backupdiag.probe.ProbeContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the catalog's signatures in the newest files of one log. How Windows agents name the older
 * parts is not documented, so that all files of a kind are looked for and put in the order of their
 * first lines.
 */
abstract class WindowsLogProbe extends WindowsProbe {

  private static final int END = 4 << 20;
  private static final int MOST_FILES = 4;
  private static final Set<String> SEVERITIES =
      Set.of("error", "warning", "info", "milestone", "benign");
  private static final Comparator<PathEntry> NEWEST_FIRST =
      Comparator.comparing(
              PathEntry::modified, Comparator.nullsLast(Comparator.<Instant>reverseOrder()))
          .thenComparing(PathEntry::path, Comparator.reverseOrder());

  private final FactKey<LogEvents> key;
  private final String log;
  private final PerCatalog<SignatureLog> reader;
  private final List<Question<PathEntries>> listings;

  WindowsLogProbe(
      FactKey<LogEvents> key, String log, RunStart start, List<String> globs, String... checks) {
    super(
        describe("guest.windows.log." + log, key)
            .withConnections(GuestConnection.class, Catalog.class)
            .withChecks(checks)
            .withAccessNeeds(Questions.needs(List.of(), globs)));
    this.key = key;
    this.log = log;
    this.reader =
        new PerCatalog<>(
            catalog -> new SignatureLog(signatures(catalog), LogTime.Style.WINDOWS, start));
    this.listings = globs.stream().map(Question::listing).toList();
  }

  @Override
  final List<? extends Question<?>> questions(Answers soFar, ProbeContext context) {
    return soFar.questions().isEmpty() ? listings : files(soFar);
  }

  /** The newest of each kind, since one kind of file may be written far more often. */
  private List<Question<FileContent>> files(Answers answers) {
    List<Question<FileContent>> files = new ArrayList<>();
    for (Question<PathEntries> listing : listings) {
      PathEntries entries = Seen.value(answers, listing);
      if (entries != null) {
        entries.entries().stream()
            .filter(entry -> entry.type() == PathEntry.Type.FILE)
            .sorted(NEWEST_FIRST)
            .limit(MOST_FILES)
            .map(entry -> Question.tail(entry.path(), END))
            .forEach(files::add);
      }
    }
    return files;
  }

  @Override
  final Observations look(Answers answers, ProbeContext context) {
    List<Question<FileContent>> asked = files(answers);
    List<FileContent> read =
        asked.stream()
            .map(file -> Seen.value(answers, file))
            .filter(Objects::nonNull)
            .map(part -> WindowsBytes.utf8(PackedLog.inflated(part, END)))
            .sorted(
                Comparator.comparing(
                    WindowsLogProbe::firstTime, Comparator.nullsFirst(Comparator.naturalOrder())))
            .toList();
    if (read.isEmpty()) {
      return Seen.nothing(
          key,
          answers,
          Questions.all(listings, asked),
          ((Question.Listing) listings.get(0)).glob());
    }
    LogEvents events = reader.of(context.connection(Catalog.class)).read(read);
    return Observations.builder()
        .observed(key, events, read.get(read.size() - 1).path(), events.newest())
        .build();
  }

  private static @Nullable Instant firstTime(FileContent file) {
    return LogSpan.first(file, LogTime.Style.WINDOWS);
  }

  private List<LogSignature> signatures(Catalog catalog) {
    return catalog.signatures().stream()
        .filter(signature -> signature.log().equals(log))
        .filter(signature -> signature.os().contains(Os.WINDOWS))
        .filter(signature -> SEVERITIES.contains(signature.severity()))
        .filter(signature -> !signature.literal().isEmpty())
        .toList();
  }
}
