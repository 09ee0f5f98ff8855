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
import io.github.backupdiag.fact.Observation;
import io.github.backupdiag.fact.UnavailableReason;
import io.github.backupdiag.guestaccess.FileContent;
import io.github.backupdiag.guestaccess.FileContents;
import io.github.backupdiag.guestaccess.Question;
import java.io.IOException;
import java.io.OutputStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Things that lie where a file is looked for, and files that change under the reader's hands. */
class OddFileTest {

  private static final int LIMIT = 100_000;
  private static final int MOST_PIECES = 16_384;

  private final LocalGuest guest = LocalGuest.open();
  @TempDir Path directory;

  @Test
  void aSocketIsNotOpened() throws Exception {
    Path socket = directory.resolve("socket");
    try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      server.bind(UnixDomainSocketAddress.of(socket));
      server.configureBlocking(false);

      assertNoRegularFile(socket);
      assertThat(server.accept()).isNull();
    } catch (UnsupportedOperationException e) {
      assumeTrue(false, "skipped: needs sockets of Unix");
    }
  }

  @Test
  void aLinkToADeviceIsNotRead() throws Exception {
    assumeTrue(Files.exists(Path.of("/dev/zero")), "skipped: needs /dev/zero");

    assertNoRegularFile(link(directory.resolve("waagent.log"), "/dev/zero"));
  }

  private void assertNoRegularFile(Path path) {
    assertTimeoutPreemptively(
        Asking.AMPLE,
        () ->
            assertUnavailable(ask(guest, Question.file(path.toString())), UnavailableReason.FAILED)
                .startsWith("not a regular file"));
  }

  @Test
  void oddThingsAmongFilesAreLeftOut() throws Exception {
    write(directory.resolve("a.log"), "a");
    FileQuestionTest.pipe(directory.resolve("b.log"));
    link(directory.resolve("c.log"), "c.log");
    Files.createDirectory(directory.resolve("d.log"));

    FileContents contents = value(guest, new Question.Files(directory + "/*.log", 9, 9));

    assertThat(contents.files()).extracting(FileContent::text).containsExactly("a");
  }

  @Test
  void aFileThatGrowsWithoutEndIsReadToTheLimit() throws Exception {
    Path file = write(directory.resolve("growing"), "x".repeat(LIMIT));
    CountDownLatch grown = new CountDownLatch(1);
    Thread writer = new Thread(() -> append(file, grown));
    writer.start();
    try {
      grown.await();
      FileContent tail = value(guest, Question.tail(file.toString(), LIMIT));

      assertThat(tail.bytes()).hasSize(LIMIT);
      assertThat(tail.offset()).isPositive();
      assertThat(tail.size()).isGreaterThanOrEqualTo(tail.offset() + LIMIT);
    } finally {
      writer.interrupt();
      writer.join();
    }
  }

  private static void append(Path file, CountDownLatch grown) {
    byte[] more = new byte[4096];
    try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.APPEND)) {
      for (int i = 0; i < MOST_PIECES && !Thread.currentThread().isInterrupted(); i++) {
        out.write(more);
        grown.countDown();
      }
    } catch (IOException e) {
      grown.countDown();
    }
  }

  @Test
  void aFileThatComesAndGoesIsSeenOrAbsentButNoFailure() throws Exception {
    Path file = directory.resolve("fleeting");
    Thread other = new Thread(() -> comeAndGo(file));
    other.start();
    try {
      for (int look = 0; look < 300; look++) {
        Observation<FileContent> seen = ask(guest, Question.file(file.toString()));
        assertThat(seen.isSeen() || seen instanceof Absent).as("%s", seen).isTrue();
      }
    } finally {
      other.interrupt();
      other.join();
    }
  }

  private static void comeAndGo(Path file) {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        Files.write(file, new byte[] {'x'});
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      // interrupted while it wrote
    }
  }
}
