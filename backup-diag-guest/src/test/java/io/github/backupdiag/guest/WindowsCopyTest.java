package io.github.backupdiag.guest;

import static io.github.backupdiag.guest.Asking.ask;
import static io.github.backupdiag.guest.Asking.assertUnavailable;
import static io.github.backupdiag.guest.Asking.paths;
import static io.github.backupdiag.guest.Asking.value;
import static io.github.backupdiag.guest.Asking.write;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import io.github.backupdiag.fact.Absent;
import io.github.backupdiag.fact.UnavailableReason;
import io.github.backupdiag.guestaccess.Question;
import java.nio.file.FileSystem;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The copy of a Windows guest on a Linux machine. */
class WindowsCopyTest {

  private final FileSystem files = Jimfs.newFileSystem(Configuration.unix());
  private CopiedRoot guest;

  @BeforeEach
  void open() throws Exception {
    Path root = files.getPath("/copy");
    write(root.resolve("WindowsAzure/Logs/WaAppAgent.log"), "started");
    guest = CopiedRoot.open(root);
  }

  @AfterEach
  void close() throws Exception {
    files.close();
  }

  @Test
  void driveCIsTheRootOfTheCopy() throws Exception {
    assertThat(text("C:/WindowsAzure/Logs/WaAppAgent.log")).isEqualTo("started");
  }

  @Test
  void namesAreFoundInAnyCase() throws Exception {
    assertThat(text("c:/windowsazure/LOGS/waappagent.LOG")).isEqualTo("started");
    assertThat(paths(value(guest, Question.listing("C:/*azure/logs/wa*"))))
        .containsExactly("C:/WindowsAzure/Logs/WaAppAgent.log");
  }

  @Test
  void whatTheDriveDoesNotHoldIsAbsent() throws Exception {
    assertThat(ask(guest, Question.file("C:/Packages/x"))).isInstanceOf(Absent.class);
    assertThat(ask(guest, Question.listing("C:/dev/*"))).isInstanceOf(Absent.class);
  }

  @Test
  void anotherDriveWasNotRecorded() throws Exception {
    assertUnavailable(ask(guest, Question.file("D:/pagefile.sys")), UnavailableReason.NOT_RECORDED)
        .contains("D:/pagefile.sys");
  }

  @Test
  void aCopyCanBeReadOnAWindowsMachine() throws Exception {
    try (FileSystem windows = Jimfs.newFileSystem(Configuration.windows())) {
      Path root = windows.getPath("C:\\copy");
      write(windows.getPath("C:\\secret"), "of the examining host");
      write(root.resolve("etc\\os-release"), "ID=rhel");
      CopiedRoot linux = CopiedRoot.open(root);

      assertThat(value(linux, Question.file("/etc/os-release")).text()).isEqualTo("ID=rhel");
      assertThat(ask(linux, Question.file("/..\\..\\secret"))).isInstanceOf(Absent.class);
    }
  }

  private String text(String path) throws InterruptedException {
    return value(guest, Question.file(path)).text();
  }
}
