package io.github.backupdiag.guest;

import static io.github.backupdiag.guest.Asking.ask;
import static io.github.backupdiag.guest.Asking.paths;
import static io.github.backupdiag.guest.Asking.value;
import static io.github.backupdiag.guest.Asking.write;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import io.github.backupdiag.fact.Absent;
import io.github.backupdiag.guestaccess.PathEntry;
import io.github.backupdiag.guestaccess.Question;
import java.nio.file.FileSystem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Paths of a running Windows, asked with slashes and their drive. */
class LiveWindowsPathsTest {

  private final FileSystem files = Jimfs.newFileSystem(Configuration.windows());
  private final LocalGuest guest = Asking.machineWith(files);

  @BeforeEach
  void makeFiles() throws Exception {
    write(files.getPath("C:\\WindowsAzure\\Logs\\WaAppAgent.log"), "started");
    write(files.getPath("C:\\Packages\\Plugins\\a\\1.2\\HandlerManifest.json"), "[]");
    write(files.getPath("C:\\Packages\\Plugins\\a\\1.10\\HandlerManifest.json"), "{}");
  }

  @AfterEach
  void close() throws Exception {
    files.close();
  }

  @Test
  void areReadWithTheirDriveInAnyCase() throws Exception {
    assertThat(value(guest, Question.file("C:/WindowsAzure/Logs/WaAppAgent.log")).text())
        .isEqualTo("started");
    assertThat(value(guest, Question.file("c:/windowsazure/LOGS/waappagent.log")).text())
        .isEqualTo("started");
    assertThat(value(guest, Question.stat("C:/Packages")).type())
        .isEqualTo(PathEntry.Type.DIRECTORY);
  }

  @Test
  void areListedWithSlashes() throws Exception {
    assertThat(paths(value(guest, Question.listing("C:/Packages/Plugins/*/*/*.json"))))
        .containsExactly(
            "C:/Packages/Plugins/a/1.10/HandlerManifest.json",
            "C:/Packages/Plugins/a/1.2/HandlerManifest.json");
  }

  @Test
  void areNotThereWithoutTheirDrive() throws Exception {
    assertThat(ask(guest, Question.file("/WindowsAzure/Logs/WaAppAgent.log")))
        .isInstanceOf(Absent.class);
    assertThat(ask(guest, Question.stat("D:/pagefile.sys"))).isInstanceOf(Absent.class);
  }
}
