package io.github.backupdiag.guest;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.fact.Observation;
import io.github.backupdiag.fact.Observed;
import io.github.backupdiag.fact.Unavailable;
import io.github.backupdiag.fact.UnavailableReason;
import io.github.backupdiag.guestaccess.GuestConnection;
import io.github.backupdiag.guestaccess.PathEntries;
import io.github.backupdiag.guestaccess.PathEntry;
import io.github.backupdiag.guestaccess.Question;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.assertj.core.api.AbstractStringAssert;

/** Asks one question with time enough, and looks at the kind of the answer. */
final class Asking {

  static final Duration AMPLE = Duration.ofMinutes(2);

  private Asking() {}

  static <A> Observation<A> ask(GuestConnection guest, Question<A> question)
      throws InterruptedException {
    return guest.ask(List.of(question), AMPLE).to(question);
  }

  static <A> A value(GuestConnection guest, Question<A> question) throws InterruptedException {
    Observation<A> answer = ask(guest, question);
    assertThat(answer).isInstanceOf(Observed.class);
    return ((Observed<A>) answer).value();
  }

  static AbstractStringAssert<?> assertUnavailable(
      Observation<?> answer, UnavailableReason expected) {
    assertThat(answer).isInstanceOf(Unavailable.class);
    Unavailable<?> unavailable = (Unavailable<?>) answer;
    assertThat(unavailable.reason()).as(unavailable.detail()).isEqualTo(expected);
    return assertThat(unavailable.detail());
  }

  static List<String> paths(PathEntries entries) {
    return entries.entries().stream().map(PathEntry::path).toList();
  }

  static LocalGuest machineWith(FileSystem files) {
    return new LocalGuest(files, new Programs(List.of()), false);
  }

  /** Writes a file with its directories. */
  static Path write(Path file, String text) throws IOException {
    Path directory = file.getParent();
    if (directory != null) {
      Files.createDirectories(directory);
    }
    return Files.writeString(file, text);
  }

  static Path link(Path link, String target) throws IOException {
    Path directory = link.getParent();
    if (directory != null) {
      Files.createDirectories(directory);
    }
    return Files.createSymbolicLink(link, link.getFileSystem().getPath(target));
  }
}
