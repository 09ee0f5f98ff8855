package io.github.backupdiag.guest;

import static io.github.backupdiag.guest.Asking.assertUnavailable;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.backupdiag.fact.Observation;
import io.github.backupdiag.fact.UnavailableReason;
import io.github.backupdiag.guestaccess.FileContents;
import io.github.backupdiag.guestaccess.Question;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an error of the system says of the thing that was asked for. */
class RefusalTest {

  @TempDir Path directory;

  @Test
  void aDeniedAccessIsNotPermittedWithThePathOfTheGuest() {
    assertUnavailable(
            Refusal.of(new AccessDeniedException("/copy/etc/shadow"), "/etc/shadow"),
            UnavailableReason.NOT_PERMITTED)
        .isEqualTo("/etc/shadow");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Operation not permitted", "Permission denied"})
  void aDenialInOtherWordsIsNotPermittedAsWell(String words) {
    assertUnavailable(
        Refusal.of(new FileSystemException("/x", null, words), "/x"),
        UnavailableReason.NOT_PERMITTED);
    assertUnavailable(Refusal.of(new IOException(words), "/x"), UnavailableReason.NOT_PERMITTED);
  }

  @Test
  void aProcessThatEndedIsNotThere() {
    assertThat(Refusal.isMissing(new IOException("No such process"))).isTrue();
  }

  @Test
  void anythingElseIsAFailureWithTheErrorInShort() {
    assertUnavailable(
            Refusal.of(new IOException("Input/output error"), "/x"), UnavailableReason.FAILED)
        .isEqualTo("/x: IOException Input/output error");
    assertUnavailable(Refusal.of(new IOException("x".repeat(5000)), "/x"), UnavailableReason.FAILED)
        .hasSizeLessThan(250);
    assertUnavailable(Refusal.of(new OutOfMemoryError(), "/x"), UnavailableReason.FAILED)
        .startsWith("/x: OutOfMemoryError");
  }

  @Test
  void aFileThatMayNotBeReadIsNotPermitted() throws Exception {
    Path secret = closed(Asking.write(directory.resolve("secret"), "x"));

    assertUnavailable(ask(Question.file(secret.toString())), UnavailableReason.NOT_PERMITTED)
        .isEqualTo(secret.toString());
  }

  @Test
  void aDirectoryThatMayNotBeListedIsNotAbsence() throws Exception {
    Path closed = closed(Files.createDirectory(directory.resolve("closed")));

    assertUnavailable(ask(Question.listing(closed + "/*")), UnavailableReason.NOT_PERMITTED)
        .isEqualTo(closed.toString());
    assertUnavailable(ask(new Question.Newest(closed + "/*", 9)), UnavailableReason.NOT_PERMITTED);
  }

  @Test
  void aClosedFileAmongOthersMakesThemIncomplete() throws Exception {
    Asking.write(directory.resolve("a.conf"), "open");
    closed(Asking.write(directory.resolve("b.conf"), "closed"));

    FileContents contents =
        Asking.value(LocalGuest.open(), new Question.Files(directory + "/*.conf", 9, 9));

    assertThat(contents.files()).hasSize(1);
    assertThat(contents.complete()).isFalse();
  }

  private static Observation<?> ask(Question<?> question) throws InterruptedException {
    return Asking.ask(LocalGuest.open(), question);
  }

  private static Path closed(Path path) throws IOException {
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("---------"));
    assumeTrue(!Files.isReadable(path), "skipped: needs an ordinary user");
    return path;
  }
}
