package io.github.backupdiag.guest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import io.github.backupdiag.fact.UnavailableReason;
import io.github.backupdiag.guest.samples.Packing;
import io.github.backupdiag.guestaccess.FileContent;
import io.github.backupdiag.guestaccess.GuestConnection.Nature;
import io.github.backupdiag.guestaccess.Question;
import java.io.RandomAccessFile;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Folders of files that somebody brings, with all that a disk may hold. */
@Timeout(60)
class BundleFolderTest {

  private static final String LOG = "var/log/waagent.log";
  private static final Question<FileContent> END = Question.tail("/" + LOG, 1 << 20);

  @TempDir private Path folder;

  @Test
  void readsAFolderAndNothingOutsideIt() throws Exception {
    Asking.write(folder.resolve("vm1").resolve(LOG), "hello\n");
    Path secret = Asking.write(folder.resolve("secret"), "secret\n");
    Asking.link(folder.resolve("vm1/etc/waagent.conf"), secret.toString());
    Asking.link(folder.resolve("vm1/etc/fstab"), "../../secret");
    OfflineBundle bundle = OfflineBundle.open(folder.resolve("vm1"));
    assertThat(bundle.nature()).isEqualTo(Nature.COPY);
    assertThat(Asking.value(bundle, END).text()).isEqualTo("hello\n");
    assertThat(Asking.value(bundle, END).modified()).isNull();
    for (String path : new String[] {"/etc/waagent.conf", "/etc/fstab"}) {
      Asking.assertUnavailable(
          Asking.ask(bundle, Question.file(path)), UnavailableReason.NOT_RECORDED);
    }
  }

  @Test
  void passesOverPipesSocketsAndLinksInACircle() throws Exception {
    Asking.write(folder.resolve(LOG), "hello\n");
    Process mkfifo =
        new ProcessBuilder("mkfifo", folder.resolve("var/log/pipe").toString()).start();
    assumeThat(mkfifo.waitFor()).isZero();
    Asking.link(folder.resolve("var/log/circle"), "circle");
    Asking.link(folder.resolve("var/log/up"), "..");
    Asking.link(folder.resolve("var/log/zero"), "/dev/zero");
    try (ServerSocketChannel socket = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      socket.bind(UnixDomainSocketAddress.of(folder.resolve("var/log/socket")));
      OfflineBundle bundle = OfflineBundle.open(folder);
      assertThat(Asking.value(bundle, END).text()).isEqualTo("hello\n");
      assertThat(bundle.limitations().toString()).contains("pipe", "socket");
      assertThat(Asking.ask(bundle, Question.file("/var/log/zero")).toString())
          .contains("NOT_RECORDED");
      assertThat(Asking.ask(bundle, Question.file("/var/log/circle")).toString())
          .contains("link loop");
      assertThat(Asking.paths(Asking.value(bundle, Question.listing("/var/log/up/*"))))
          .containsExactly("/var/log/up/log");
    }
  }

  @Test
  void namesAFolderThatMayNotBeRead() throws Exception {
    Asking.write(folder.resolve(LOG), "hello\n");
    Path closed = Files.createDirectory(folder.resolve("etc"));
    Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("---------"));
    assumeThat(Files.isReadable(closed)).isFalse();
    OfflineBundle bundle = OfflineBundle.open(folder);
    assertThat(bundle.isComplete()).isFalse();
    assertThat(bundle.limitations().toString()).contains("etc may not be read");
  }

  @Test
  void readsTheEndOfAFileOfATerabyte() throws Exception {
    Path log = Asking.write(folder.resolve(LOG), "");
    long size = 1L << 40;
    try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "rw")) {
      file.setLength(size);
      file.seek(size - 6);
      file.write("hello\n".getBytes(StandardCharsets.UTF_8));
    }
    FileContent end = Asking.value(OfflineBundle.open(folder), Question.tail("/" + LOG, 6));
    assertThat(end.text()).isEqualTo("hello\n");
    assertThat(end.size()).isEqualTo(size);
  }

  @Test
  void answersForAFileThatVanishedOrGrew() throws Exception {
    Path log = Asking.write(folder.resolve(LOG), "hello\n");
    Path other = Asking.write(folder.resolve("var/log/waagent.log.1"), "x");
    OfflineBundle bundle = OfflineBundle.open(folder);
    Files.writeString(log, "hello\nworld\n");
    Files.delete(other);
    assertThat(Asking.value(bundle, END).text()).startsWith("hello\n");
    Asking.assertUnavailable(
        Asking.ask(bundle, Question.file("/var/log/waagent.log.1")),
        UnavailableReason.NOT_RECORDED);
  }

  @Test
  void findsArchivesInAFolder() throws Exception {
    byte[] log = "hello\n".getBytes(StandardCharsets.UTF_8);
    Files.write(folder.resolve("logs.zip"), Packing.zip(Map.of(LOG, log)));
    Files.writeString(folder.resolve("mail.txt"), "please help");
    assertThat(Asking.value(OfflineBundle.open(folder), END).bytes()).isEqualTo(log);
  }

  @Test
  void findsTheOutputOfAScriptInAnArchive() throws Exception {
    byte[] output =
        "backup-diag-guest 1 linux\ni clock 1773454510\n-l /x\n.\n"
            .getBytes(StandardCharsets.UTF_8);
    Files.write(
        folder.resolve("mail.zip"), Packing.zip(Map.of("guest.txt.gz", Packing.gzip(output))));
    OfflineBundle bundle = OfflineBundle.open(folder.resolve("mail.zip"));
    assertThat(bundle.nature()).isEqualTo(Nature.LIVE);
    assertThat(bundle.seenAt()).isEqualTo("2026-03-14T02:15:10Z");
  }

  @Test
  void refusesTwoGuestsNamingBoth() throws Exception {
    Asking.write(folder.resolve("vm1").resolve(LOG), "one\n");
    Asking.write(folder.resolve("vm2").resolve(LOG), "two\n");
    assertThatThrownBy(() -> OfflineBundle.open(folder))
        .isInstanceOf(NotAGuestException.class)
        .hasMessage(folder + " holds two guests, vm1/ and vm2/; give one of them");
  }

  @Test
  void takesTheRootWithTheAgentOfTwoDisks() throws Exception {
    Asking.write(folder.resolve("device_0").resolve(LOG), "one\n");
    Asking.write(folder.resolve("device_1/etc/os-release"), "ID=debian\n");
    OfflineBundle bundle = OfflineBundle.open(folder);
    assertThat(Asking.value(bundle, END).text()).isEqualTo("one\n");
    assertThat(bundle.limitations()).containsExactly("device_1/ is another root and was not used");
  }

  @Test
  void answersLikeARootIfItIsAWholeDisk() throws Exception {
    Asking.write(folder.resolve("etc/passwd"), "root:x:0:0::/root:/bin/sh\n");
    Asking.write(folder.resolve("var/lib/dpkg/status"), "Package: bash\n");
    for (int i = 0; i < 120; i++) {
      Asking.write(folder.resolve("usr/bin/program" + i), "");
    }
    for (Packing packing : Packing.values()) {
      Path to = Files.createDirectories(folder.resolve("packed").resolve(packing.name()));
      Path packed = packing.pack(Map.copyOf(files()), to);
      OfflineBundle bundle = OfflineBundle.open(packed);
      assertThat(Asking.ask(bundle, Question.file("/etc/waagent.conf")).toString())
          .as(packing.name())
          .contains("Absent");
    }
  }

  private Map<String, byte[]> files() throws Exception {
    Map<String, byte[]> files = new java.util.TreeMap<>();
    try (var walk = Files.walk(folder)) {
      for (Path each : walk.filter(Files::isRegularFile).toList()) {
        String name = folder.relativize(each).toString();
        if (!name.startsWith("packed")) {
          files.put(name, Files.readAllBytes(each));
        }
      }
    }
    return files;
  }

  @Test
  void readsAFolderOfWindows() throws Exception {
    try (FileSystem windows = Jimfs.newFileSystem(Configuration.windows())) {
      Path root = windows.getPath("C:\\case");
      Asking.write(root.resolve("vm\\windowsazure\\LOGS\\WaAppAgent.log"), "hello\r\n");
      OfflineBundle bundle = OfflineBundle.open(root);
      assertThat(Asking.value(bundle, Question.file("C:/WindowsAzure/Logs/WaAppAgent.log")).text())
          .isEqualTo("hello\r\n");
    }
  }
}
