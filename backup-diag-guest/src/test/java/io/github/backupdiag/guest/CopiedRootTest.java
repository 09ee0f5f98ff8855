package io.github.backupdiag.guest;

import static io.github.backupdiag.guest.Asking.ask;
import static io.github.backupdiag.guest.Asking.assertUnavailable;
import static io.github.backupdiag.guest.Asking.link;
import static io.github.backupdiag.guest.Asking.paths;
import static io.github.backupdiag.guest.Asking.value;
import static io.github.backupdiag.guest.Asking.write;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import io.github.backupdiag.fact.Absent;
import io.github.backupdiag.fact.UnavailableReason;
import io.github.backupdiag.guestaccess.GuestConnection;
import io.github.backupdiag.guestaccess.PathEntry;
import io.github.backupdiag.guestaccess.Question;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the copy of a guest answers, and what it cannot know. */
class CopiedRootTest {

  private final FileSystem files = Jimfs.newFileSystem(Configuration.unix());
  private final Path root = files.getPath("/copies/vm1");
  private CopiedRoot guest;

  @BeforeEach
  void open() throws Exception {
    write(root.resolve("etc/os-release"), "ID=debian");
    guest = CopiedRoot.open(root);
  }

  @AfterEach
  void close() throws Exception {
    files.close();
  }

  @Test
  void isACopyNamedByItsDirectoryAndTakenForAnAzureVm() {
    assertThat(guest.nature()).isEqualTo(GuestConnection.Nature.COPY);
    assertThat(guest.name()).isEqualTo("/copies/vm1");
    assertThat(guest.assumedAzureVm()).isTrue();
  }

  @Test
  void pathsBeginInTheCopy() throws Exception {
    assertThat(text("/etc/os-release")).isEqualTo("ID=debian");
    assertThat(paths(value(guest, Question.listing("/etc/*")))).containsExactly("/etc/os-release");
  }

  @Test
  void whatTheCopyDoesNotHoldIsAbsent() throws Exception {
    assertThat(ask(guest, Question.file("/etc/waagent.conf"))).isInstanceOf(Absent.class);
    assertThat(ask(guest, Question.stat("/var/lib/waagent"))).isInstanceOf(Absent.class);
    assertThat(ask(guest, Question.listing("/var/log/*.log"))).isInstanceOf(Absent.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/proc/self/status", "/sys/block/sda", "/run/lock/x", "/dev/sda", "/proc"})
  void runningStateThatTheCopyDoesNotHoldWasNotRecorded(String path) throws Exception {
    assertNotRecorded(Question.file(path));
    assertNotRecorded(Question.stat(path));
    assertNotRecorded(Question.listing(path + "/*"));
  }

  @Test
  void runningStateThatTheCopyHoldsIsAnswered() throws Exception {
    write(root.resolve("proc/mounts"), "/dev/sda1 / ext4 rw 0 0");

    assertThat(text("/proc/mounts")).startsWith("/dev/sda1");
    assertThat(paths(value(guest, Question.listing("/proc/*")))).containsExactly("/proc/mounts");
    assertNotRecorded(Question.file("/proc/swaps"));
  }

  @Test
  void anEmptyMountPointRecordedNothing() throws Exception {
    Files.createDirectory(root.resolve("proc"));

    assertNotRecorded(Question.stat("/proc"));
    assertNotRecorded(Question.listing("/proc/*"));
  }

  @Test
  void aLinkToRunningStateWasNotRecordedEither() throws Exception {
    link(root.resolve("etc/resolv.conf"), "../run/systemd/resolve/stub-resolv.conf");
    link(root.resolve("var/run"), "/run");

    assertNotRecorded(Question.file("/etc/resolv.conf"));
    assertNotRecorded(Question.listing("/var/run/*.pid"));
  }

  @Test
  void roomAndCommandsWereNotRecorded() throws Exception {
    assertNotRecorded(new Question.Space("/"));
    assertNotRecorded(new Question.Command(List.of("uname"), Duration.ofSeconds(1)));
  }

  @Test
  void timesOfFilesAreNotTrusted() throws Exception {
    assertThat(value(guest, Question.file("/etc/os-release")).modified()).isNull();
    assertThat(value(guest, Question.stat("/etc/os-release")).modified()).isNull();
  }

  @Test
  void anAbsoluteLinkBeginsAtTheRootOfTheCopy() throws Exception {
    write(files.getPath("/secret"), "of the examining host");
    write(root.resolve("secret"), "of the guest");
    link(root.resolve("etc/link"), "/secret");

    assertThat(text("/etc/link")).isEqualTo("of the guest");
  }

  @Test
  void noLinkLeavesTheCopy() throws Exception {
    write(files.getPath("/secret"), "of the examining host");
    link(root.resolve("etc/up"), "../../../../../../secret");
    link(root.resolve("top"), "../../..");

    assertThat(ask(guest, Question.file("/etc/up"))).isInstanceOf(Absent.class);
    assertThat(ask(guest, Question.file("/top/secret"))).isInstanceOf(Absent.class);
    assertThat(ask(guest, Question.file("/../../secret"))).isInstanceOf(Absent.class);
    assertThat(ask(guest, Question.listing("/top/secret*"))).isInstanceOf(Absent.class);
  }

  @Test
  void linksToDirectoriesAreFollowedOnTheWay() throws Exception {
    link(root.resolve("bin"), "usr/bin");
    link(root.resolve("var"), "private/var");
    write(root.resolve("usr/bin/python3"), "elf");
    write(root.resolve("private/var/log/waagent.log"), "log");

    assertThat(text("/bin/python3")).isEqualTo("elf");
    assertThat(text("/var/log/../log/./waagent.log")).isEqualTo("log");
    assertThat(paths(value(guest, Question.listing("/v*/log/*"))))
        .containsExactly("/var/log/waagent.log");
  }

  @Test
  void aListingShowsTheLinkItself() throws Exception {
    link(root.resolve("etc/mtab"), "/proc/self/mounts");

    PathEntry entry = value(guest, Question.stat("/etc/mtab"));

    assertThat(entry.type()).isEqualTo(PathEntry.Type.LINK);
    assertThat(entry.linkTarget()).isEqualTo("/proc/self/mounts");
  }

  @Test
  void aLinkLoopIsNamed() throws Exception {
    link(root.resolve("etc/a"), "b");
    link(root.resolve("etc/b"), "/etc/a");

    assertUnavailable(ask(guest, Question.file("/etc/a")), UnavailableReason.FAILED)
        .startsWith("link loop at /etc/");
    assertUnavailable(ask(guest, Question.listing("/etc/a/*")), UnavailableReason.FAILED)
        .startsWith("link loop at /etc/");
  }

  @Test
  void aLinkLoopAmongNumberedFilesIsPassedOver() throws Exception {
    write(root.resolve("s/1.status"), "one");
    link(root.resolve("s/2.status"), "2.status");

    assertThat(value(guest, new Question.Newest("/s/*.status", 9)).text()).isEqualTo("one");
  }

  @Test
  void theRootItselfCanBeAskedFor() throws Exception {
    assertThat(value(guest, Question.stat("/")).type()).isEqualTo(PathEntry.Type.DIRECTORY);
    assertThat(paths(value(guest, Question.listing("/*")))).containsExactly("/etc");
  }

  @Test
  void aPathOfWindowsIsAbsentInACopyOfLinux() throws Exception {
    assertThat(ask(guest, Question.file("C:/etc/os-release"))).isInstanceOf(Absent.class);
  }

  private String text(String path) throws InterruptedException {
    return value(guest, Question.file(path)).text();
  }

  private void assertNotRecorded(Question<?> question) throws InterruptedException {
    assertUnavailable(ask(guest, question), UnavailableReason.NOT_RECORDED).isNotEmpty();
  }
}
