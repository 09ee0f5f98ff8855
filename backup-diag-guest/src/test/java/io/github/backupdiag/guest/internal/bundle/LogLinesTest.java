package io.github.backupdiag.guest.internal.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.guest.internal.archive.Archives;
import io.github.backupdiag.guest.internal.archive.Budget;
import io.github.backupdiag.guest.internal.archive.Entry;
import io.github.backupdiag.guest.internal.archive.Limitations;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogLinesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2026-03-14T02:15:09.123456Z INFO ExtHandler ExtHandler hello|var/log/waagent.log",
        "2021/03/30 19:35:35.971742 INFO Daemon text|var/log/waagent.log",
        "2026-03-14T02:15:09.123456Z INFO [Microsoft.Azure.RecoveryServices.VMSnapshotLinux-1.0.1]"
            + " x|var/log/waagent.log",
        "2026-03-14 02:15:41.204118 [Microsoft.Azure.RecoveryServices.VMSnapshotLinux-1.0]message"
            + "|var/log/azure/Microsoft.Azure.RecoveryServices.VMSnapshotLinux/extension.log",
        "2017/11/14 03:06:52 [Microsoft.Azure.RecoveryServices.VMSnapshotLinux-1.0]message"
            + "|var/log/azure/Microsoft.Azure.RecoveryServices.VMSnapshotLinux/extension.log",
        "Sat Mar 14 02:15:40 UTC 2026- start"
            + "|var/log/azure/Microsoft.Azure.RecoveryServices.VMSnapshotLinux/shell.log",
        "[00000014] 2026-03-14T02:15:09.123Z [INFO]  text|WindowsAzure/Logs/WaAppAgent.log",
        "[00000011] [12/11/2018 06:27:55.66] [WARN]  text|WindowsAzure/Logs/WaAppAgent.log",
        "Mar 14 02:17:53 vm kernel: text|var/log/syslog",
        "2026-03-14T02:17:53.123456+01:00 vm systemd[1]: text|var/log/syslog"
      })
  void tellsALogByItsLines(String line, String place) throws Exception {
    assertThat(place(line + "\n  and more\n" + line + "\n")).isEqualTo(place);
    assertThat(place(line + "\r\n")).isEqualTo(place);
  }

  @Test
  void tellsALogOfWindowsInItsOwnEncoding() throws Exception {
    String line = "\uFEFF2018-12-04T07:52:28.8611188Z [Error]: text\r\n";
    assertThat(place(line.getBytes(StandardCharsets.UTF_16LE)))
        .endsWith("VMSnapshot/0.0.0.0/IaaSBcdrExtension0.log");
  }

  @Test
  void doesNotKnowOtherTexts() throws Exception {
    assertThat(place("")).isNull();
    assertThat(place("{\"a\": 1}\n")).isNull();
    assertThat(place("Dear all,\nthe backup fails.\n")).isNull();
  }

  private static @Nullable String place(String text) throws IOException {
    return place(text.getBytes(StandardCharsets.UTF_8));
  }

  private static @Nullable String place(byte[] bytes) throws IOException {
    Archives archives = new Archives(Budget.ofThisProcess(), new Limitations());
    Entry entry = archives.stream(new ByteArrayInputStream(bytes), "x").get(0);
    KnownFiles.Place place = LogLines.of(entry.content());
    return place == null ? null : place.path();
  }
}
