package io.github.backupdiag.internal.parse;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.backupdiag.catalog.LogSignature;
import io.github.backupdiag.catalog.Os;
import io.github.backupdiag.fuzz.Places;
import io.github.backupdiag.fuzz.Samples;
import io.github.backupdiag.guestaccess.FileContent;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

class LogsFuzzTest {

  private static final List<LogSignature> SIGNATURES =
      List.of(
          new LogSignature(
              "x", "waagent", Set.of(Os.LINUX), "Err", null, "error", List.of(), false, 0));

  private static final SignatureLog LOG =
      new SignatureLog(SIGNATURES, LogTime.Style.EXTENSION, RunStart.EXTENSION);

  private static final KernelLog KERNEL =
      new KernelLog(SIGNATURES, ZoneOffset.UTC, SampleTexts.RUN);

  static Stream<byte[]> files() {
    return Samples.of(
        SampleTexts.extensionLine(4, "starting enable")
            + SampleTexts.extensionLine(5, "taskId: 6f1c2d3e")
            + SampleTexts.extensionLine(6, "Err x")
            + SampleTexts.extensionLine(7, "****** 1. Starting Freeze Binary"),
        "Mar 14 02:17:53 vm kernel: Err\nMar 14 02:17:54 vm systemd[1]: Stopped Azure Linux"
            + " Agent.\n",
        "type=AVC msg=audit(1773454673.123:1): avc:  denied  { read } for pid=1 comm=\"waagent\""
            + " path=\"/var/lib/waagent\" permissive=0\n",
        "Date and time extracted from pre-snapshot request: 2026-03-14T02:15:52Z\nSystem clock"
            + " wrong by 12.3 seconds\n",
        "Sat Mar 14 02:15:40 UTC 2026- 0\nTraceback (most recent call last)\nValueError: x\n");
  }

  /** Lines of logs, from their beginning or cut in front. */
  @MethodSource("files")
  @FuzzTest
  void parse(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    FileContent file = new FileContent("/a", bytes, 0, bytes.length, null);
    FileContent tail = new FileContent("/b", bytes, 7, bytes.length + 7L, null);
    for (FileContent log : List.of(file, tail)) {
      Places.check(() -> LOG.read(List.of(log)), text);
      Places.check(() -> KERNEL.read(List.of(log)), text);
      Places.check(() -> ServiceLog.parse(log), text);
      Places.check(() -> ServiceLog.newest(log), text);
      Places.check(() -> ServiceLog.reached(log, SampleTexts.RUN), text);
      Places.check(() -> ServiceLog.farewell(log), text);
      Places.check(() -> AuditLog.parse(log), text);
      Places.check(() -> FreezeLog.parse(log), text);
      Places.check(() -> RunEnd.parse(log), text);
      Places.check(() -> ClockLines.extension(log), text);
      Places.check(() -> ClockLines.system(log, ZoneOffset.UTC, SampleTexts.RUN), text);
      Places.check(() -> ClockLines.newest(log), text);
    }
    for (LogTime.Style style : LogTime.Style.values()) {
      Places.check(() -> LogTime.of(bytes, 0, bytes.length, style, null), text);
    }
  }
}
