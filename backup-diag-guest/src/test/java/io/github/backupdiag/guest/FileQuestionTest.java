package io.github.backupdiag.guest;

import static io.github.backupdiag.guest.Asking.ask;
import static io.github.backupdiag.guest.Asking.assertUnavailable;
import static io.github.backupdiag.guest.Asking.link;
import static io.github.backupdiag.guest.Asking.value;
import static io.github.backupdiag.guest.Asking.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.backupdiag.fact.Absent;
import io.github.backupdiag.fact.UnavailableReason;
import io.github.backupdiag.guestaccess.FileContent;
import io.github.backupdiag.guestaccess.Question;
import io.github.backupdiag.guestaccess.Question.Part;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How a file of the running machine is read. */
class FileQuestionTest {

  private final LocalGuest guest = LocalGuest.open();
  @TempDir Path directory;

  @Test
  void aShortFileIsReadCompletely() throws Exception {
    FileContent content = value(guest, Question.file(write(path("a"), "hello").toString()));

    assertThat(content.text()).isEqualTo("hello");
    assertThat(content.size()).isEqualTo(5);
    assertThat(content.isComplete()).isTrue();
  }

  @Test
  void theAnswerNamesThePathThatWasAsked() throws Exception {
    String asked = write(path("a"), "").toString();

    assertThat(value(guest, Question.file(asked)).path()).isEqualTo(asked);
  }

  @Test
  void theTimeOfTheLastChangeIsGiven() throws Exception {
    Path file = write(path("a"), "x");
    Instant changed = Instant.parse("2024-05-06T07:08:09Z");
    Files.setLastModifiedTime(file, FileTime.from(changed));

    assertThat(value(guest, Question.file(file.toString())).modified()).isEqualTo(changed);
  }

  @Test
  void ofALongFileTheBeginningIsRead() throws Exception {
    FileContent content = value(guest, head(write(path("a"), "0123456789"), 4));

    assertThat(content.text()).isEqualTo("0123");
    assertThat(content.size()).isEqualTo(10);
    assertThat(content.isComplete()).isFalse();
  }

  @Test
  void ofALongLogTheEndIsRead() throws Exception {
    FileContent content = value(guest, Question.tail(write(path("a"), "0123456789").toString(), 4));

    assertThat(content.text()).isEqualTo("6789");
    assertThat(content.offset()).isEqualTo(6);
    assertThat(content.size()).isEqualTo(10);
    assertThat(content.isComplete()).isFalse();
  }

  @Test
  void aLimitOfJustTheSizeCutsNothing() throws Exception {
    assertThat(value(guest, head(write(path("a"), "0123"), 4)).isComplete()).isTrue();
  }

  @Test
  void anEmptyFileIsSeenAndNotAbsent() throws Exception {
    FileContent content = value(guest, Question.file(write(path("a"), "").toString()));

    assertThat(content.bytes()).isEmpty();
    assertThat(content.isComplete()).isTrue();
  }

  @Property(tries = 50)
  void anyBytesComeBackUnchanged(
      @ForAll @Size(max = 64) byte[] bytes, @ForAll @IntRange(max = 80) int limit)
      throws Exception {
    Path file = Files.createTempFile("guest", ".bin");
    try {
      Files.write(file, bytes);
      byte[] head = value(guest, head(file, limit)).bytes();
      byte[] tail = value(guest, Question.tail(file.toString(), limit)).bytes();

      int length = Math.min(limit, bytes.length);
      assertThat(head).isEqualTo(Arrays.copyOf(bytes, length));
      assertThat(tail).isEqualTo(Arrays.copyOfRange(bytes, bytes.length - length, bytes.length));
    } finally {
      Files.delete(file);
    }
  }

  @Test
  void aSparseFileOfATerabyteIsReadAtItsEndsOnly() throws Exception {
    Path file = path("sparse");
    try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
      sparse.setLength(1L << 40);
    } catch (IOException e) {
      assumeTrue(false, "skipped: needs a file system with sparse files");
    }

    assertThat(value(guest, head(file, 100)).bytes()).hasSize(100);
    assertThat(value(guest, Question.tail(file.toString(), 100)).offset())
        .isEqualTo((1L << 40) - 100);
  }

  @Test
  void aFileOfProcIsReadAlthoughItsSizeSaysZero() throws Exception {
    assumeTrue(Files.exists(Path.of("/proc/self/status")), "skipped: needs /proc");

    FileContent content = value(guest, Question.file("/proc/self/status"));

    assertThat(content.text()).startsWith("Name:");
    assertThat(content.size()).isEqualTo(content.bytes().length);
    assertThat(content.isComplete()).isTrue();
  }

  @Test
  void aCutFileOfProcIsNotTakenForComplete() throws Exception {
    assumeTrue(Files.exists(Path.of("/proc/self/status")), "skipped: needs /proc");

    assertThat(value(guest, head(Path.of("/proc/self/status"), 3)).isComplete()).isFalse();
  }

  @Test
  void aLinkIsFollowed() throws Exception {
    write(path("target"), "hello");
    Path link = link(path("link"), "target");

    assertThat(value(guest, Question.file(link.toString())).text()).isEqualTo("hello");
  }

  @Test
  void aLinkToNothingIsAbsent() throws Exception {
    Path link = link(path("link"), "nowhere");

    assertThat(ask(guest, Question.file(link.toString()))).isInstanceOf(Absent.class);
  }

  @Test
  void aLinkLoopIsNamed() throws Exception {
    Path link = link(path("loop"), "loop");

    assertUnavailable(ask(guest, Question.file(link.toString())), UnavailableReason.FAILED)
        .isEqualTo("link loop at " + link);
  }

  @Test
  void aMissingFileIsAbsent() throws Exception {
    String missing = path("missing").toString();

    assertThat(ask(guest, Question.file(missing))).isEqualTo(new Absent<>(missing));
  }

  @Test
  void aFileBelowAFileIsAbsent() throws Exception {
    write(path("a"), "");

    assertThat(ask(guest, Question.file(path("a/b").toString()))).isInstanceOf(Absent.class);
  }

  @Test
  void aDirectoryIsNoFile() throws Exception {
    assertUnavailable(ask(guest, Question.file(directory.toString())), UnavailableReason.FAILED)
        .isEqualTo("not a regular file: " + directory);
  }

  @Test
  void aDeviceIsNotOpened() throws Exception {
    assumeTrue(Files.exists(Path.of("/dev/zero")), "skipped: needs /dev/zero");
    assertUnavailable(ask(guest, Question.file("/dev/zero")), UnavailableReason.FAILED)
        .startsWith("not a regular file");
  }

  @Test
  void aPipeIsNotOpened() throws Exception {
    Path pipe = pipe(path("pipe"));

    assertTimeoutPreemptively(
        Asking.AMPLE,
        () ->
            assertUnavailable(ask(guest, Question.file(pipe.toString())), UnavailableReason.FAILED)
                .startsWith("not a regular file"));
  }

  @Test
  void aRelativePathIsRefusedInsteadOfReadFromTheWorkingDirectory() throws Exception {
    assertUnavailable(ask(guest, Question.file("pom.xml")), UnavailableReason.FAILED)
        .isEqualTo("not an absolute path: pom.xml");
  }

  @Test
  void aPathThatTheSystemRefusesIsAFailureOfThatQuestion() throws Exception {
    assertUnavailable(ask(guest, Question.file("/a\0b")), UnavailableReason.FAILED).isNotEmpty();
  }

  @Test
  void aNegativeLimitIsAFailureOfThatQuestion() throws Exception {
    assertUnavailable(ask(guest, head(write(path("a"), "x"), -1)), UnavailableReason.FAILED)
        .isNotEmpty();
  }

  @Test
  void aPathOfWindowsIsAbsentOnAnotherSystem() throws Exception {
    assumeTrue(directory.toString().startsWith("/"), "skipped: needs a Unix machine");

    assertThat(ask(guest, Question.file("C:/WindowsAzure/a.log"))).isInstanceOf(Absent.class);
  }

  static Path pipe(Path pipe) throws Exception {
    try {
      Process mkfifo = new ProcessBuilder("mkfifo", pipe.toString()).start();
      assumeTrue(mkfifo.waitFor() == 0, "skipped: needs mkfifo");
    } catch (IOException e) {
      assumeTrue(false, "skipped: needs mkfifo");
    }
    return pipe;
  }

  private Path path(String name) {
    return directory.resolve(name);
  }

  private static Question.File head(Path file, int maxBytes) {
    return new Question.File(file.toString(), maxBytes, Part.HEAD);
  }
}
