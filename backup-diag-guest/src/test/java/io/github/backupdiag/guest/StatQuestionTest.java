package io.github.backupdiag.guest;

import static io.github.backupdiag.guest.Asking.ask;
import static io.github.backupdiag.guest.Asking.link;
import static io.github.backupdiag.guest.Asking.value;
import static io.github.backupdiag.guest.Asking.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.backupdiag.fact.Absent;
import io.github.backupdiag.guestaccess.PathEntry;
import io.github.backupdiag.guestaccess.Question;
import io.github.backupdiag.guestaccess.SpaceLeft;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the running machine says of one path and of the room around it. */
class StatQuestionTest {

  private final LocalGuest guest = LocalGuest.open();
  @TempDir Path directory;

  @Test
  void aFileHasSizeTimeModeAndOwner() throws Exception {
    assumeTrue(isUnix(), "skipped: needs a Unix machine");
    Path file = write(directory.resolve("a"), "hello");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
    Files.setLastModifiedTime(file, FileTime.from(Instant.EPOCH));

    assertThat(value(guest, Question.stat(file.toString())))
        .isEqualTo(
            new PathEntry(
                file.toString(),
                PathEntry.Type.FILE,
                5,
                null,
                (Integer) Files.getAttribute(file, "unix:uid"),
                0640,
                Instant.EPOCH));
  }

  @Test
  void aDirectoryHasNoSize() throws Exception {
    PathEntry entry = value(guest, Question.stat(directory.toString()));

    assertThat(entry.type()).isEqualTo(PathEntry.Type.DIRECTORY);
    assertThat(entry.size()).isZero();
  }

  @Test
  void aLinkIsNotFollowed() throws Exception {
    Path link = link(directory.resolve("loop"), "loop");

    PathEntry entry = value(guest, Question.stat(link.toString()));

    assertThat(entry.type()).isEqualTo(PathEntry.Type.LINK);
    assertThat(entry.linkTarget()).isEqualTo("loop");
  }

  @Test
  void aPipeIsSomethingElse() throws Exception {
    Path pipe = FileQuestionTest.pipe(directory.resolve("pipe"));

    assertThat(value(guest, Question.stat(pipe.toString())).type()).isEqualTo(PathEntry.Type.OTHER);
  }

  @Test
  void whatIsMissingIsAbsent() throws Exception {
    assertThat(ask(guest, Question.stat(directory + "/missing"))).isInstanceOf(Absent.class);
  }

  @Test
  void roomIsGivenInBytes() throws Exception {
    SpaceLeft space = value(guest, new Question.Space(directory.toString()));

    assertThat(space.total()).isPositive();
    assertThat(space.usable()).isBetween(0L, space.total());
  }

  @Test
  void roomTakesNoProgramSoFreeInodesAreUnknown() throws Exception {
    assertThat(value(guest, new Question.Space(directory.toString())).freeInodes()).isNull();
  }

  @Test
  void roomAtAMissingPathIsAbsent() throws Exception {
    assertThat(ask(guest, new Question.Space(directory + "/missing"))).isInstanceOf(Absent.class);
  }

  private boolean isUnix() {
    return directory.getFileSystem().supportedFileAttributeViews().contains("unix");
  }
}
