package io.github.backupdiag.guest.internal.support;

import io.github.backupdiag.fact.Observation;
import io.github.backupdiag.fact.Observed;
import io.github.backupdiag.fact.Unavailable;
import io.github.backupdiag.fact.UnavailableReason;
import io.github.backupdiag.fact.backup.BackupFacts;
import io.github.backupdiag.guest.internal.Subject;
import io.github.backupdiag.guest.internal.support.Manifest.Promised;
import io.github.backupdiag.guestaccess.Answers;
import io.github.backupdiag.guestaccess.FileContent;
import io.github.backupdiag.guestaccess.GuestConnection;
import io.github.backupdiag.guestaccess.Question;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Answers from the files of a bundle, for probes that the program which made it did not have. Only
 * whole files answer, and only questions for one file: of anything else the bundle does not know
 * what it lacks. They are read when they are asked for.
 */
public final class SupportGuest implements GuestConnection {

  private static final long MOST_BYTES = 64L << 20;

  private final SupportArchive archive;
  private final ZipSource source;
  private @Nullable Map<String, FileContent> files;

  /** Makes a connection to the files of an archive that was read from this source. */
  public SupportGuest(SupportArchive archive, ZipSource source) {
    this.archive = archive;
    this.source = source;
  }

  @Override
  public Nature nature() {
    return archive.manifest().nature();
  }

  @Override
  public String name() {
    return archive.name();
  }

  @Override
  public boolean assumedAzureVm() {
    return archive.manifest().assumedAzureVm();
  }

  @Override
  public @Nullable Instant seenAt() {
    return archive.manifest().seenAt();
  }

  @Override
  public boolean isComplete() {
    return archive.problems().isEmpty();
  }

  /** What is wrong with the bundle, and what was with the guest; the latter alone is recorded. */
  @Override
  public List<String> limitations() {
    List<String> recorded = archive.facts().value(BackupFacts.GUEST_LIMITATIONS);
    if (archive.problems().isEmpty() || recorded == null) {
      return archive.problems();
    }
    return Stream.concat(archive.problems().stream(), recorded.stream()).toList();
  }

  @Override
  public Answers ask(List<Question<?>> questions, Duration timeout) {
    Answers.Builder answers = Answers.builder();
    questions.forEach(question -> put(answers, question));
    return answers.build();
  }

  @SuppressWarnings("unchecked") // a Question<A> is answered with an Observation<A>
  private <A> void put(Answers.Builder answers, Question<A> question) {
    answers.put(question, (Observation<A>) answer(question));
  }

  private Observation<?> answer(Question<?> question) {
    FileContent whole = question instanceof Question.File file ? files().get(file.path()) : null;
    if (whole == null || !(question instanceof Question.File file)) {
      return new Unavailable<>(UnavailableReason.NOT_RECORDED, Subject.of(question));
    }
    return new Observed<>(part(whole, file), file.path(), null);
  }

  private static FileContent part(FileContent whole, Question.File asked) {
    byte[] all = whole.bytes();
    if (all.length <= asked.maxBytes()) {
      return whole;
    }
    int from = asked.part() == Question.Part.HEAD ? 0 : all.length - asked.maxBytes();
    byte[] some = java.util.Arrays.copyOfRange(all, from, from + asked.maxBytes());
    return new FileContent(whole.path(), some, from, all.length, whole.modified());
  }

  private synchronized Map<String, FileContent> files() {
    Map<String, FileContent> read = files;
    if (read == null) {
      read = new HashMap<>();
      try (Entries entries = new Entries(source.open())) {
        readInto(read, entries);
      } catch (IOException e) {
        // What came before the damage is there; the archive has told of it.
      }
      files = read;
    }
    return read;
  }

  private void readInto(Map<String, FileContent> read, Entries entries) throws IOException {
    long room = MOST_BYTES;
    for (String entry = entries.next(); entry != null; entry = entries.next()) {
      Promised promised = archive.manifest().byEntry().get(entry);
      if (promised != null && isWanted(promised) && promised.bytes() <= room) {
        byte[] content = entries.read(promised.bytes());
        if (content != null && Sha256.of(content).equals(promised.sha256())) {
          room -= content.length;
          read.put(
              promised.path(),
              new FileContent(promised.path(), content, 0, content.length, promised.modified()));
        }
      }
    }
  }

  private boolean isWanted(Promised promised) {
    return promised.whole() && !promised.path().isEmpty() && archive.isSound(promised.entry());
  }
}
