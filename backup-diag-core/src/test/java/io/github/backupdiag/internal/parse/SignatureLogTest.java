package io.github.backupdiag.internal.parse;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.catalog.LogSignature;
import io.github.backupdiag.catalog.Os;
import io.github.backupdiag.fact.backup.LogEvent;
import io.github.backupdiag.fact.backup.LogEvents;
import io.github.backupdiag.guestaccess.FileContent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SignatureLogTest {

  private static final Instant FIRST = Instant.parse("2026-03-14T02:15:09Z");

  private final SignatureLog agent =
      new SignatureLog(
          List.of(
              signature("failed", "Failed to save"),
              signature("failed-status", "Failed to save handler status:"),
              signature("errno", "[Errno 28]")),
          LogTime.Style.AGENT,
          RunStart.AGENT);

  @Test
  void keepsTheLongestOfOverlappingLiteralsAndAllOthers() {
    LogEvents log = read(line("Failed to save handler status: [Errno 28] No space"));
    assertThat(log.events())
        .extracting(LogEvent::signature)
        .containsExactly("failed-status", "errno");
    assertThat(log.events().get(0).time()).isEqualTo(FIRST);
    assertThat(log.events().get(0).line()).isEqualTo(1);
    assertThat(log.complete()).isTrue();
  }

  @Test
  void givesALineWithoutTimeThatOfItsRecord() {
    LogEvents log = read(line("Command failed") + "[stderr]\nOSError: [Errno 28] x\r\n");
    assertThat(log.events().get(0).line()).isEqualTo(3);
    assertThat(log.events().get(0).time()).isEqualTo(FIRST);
    assertThat(log.events().get(0).text()).isEqualTo("OSError: [Errno 28] x");
  }

  @Test
  void countsNoLinesWhenOnlyTheEndWasRead() {
    byte[] bytes = ("rest [Errno 28]\n" + line("[Errno 28]")).getBytes(StandardCharsets.UTF_8);
    LogEvents log =
        agent.read(List.of(new FileContent("/log", bytes, 100, 100 + bytes.length, null)));
    assertThat(log.events()).hasSize(1);
    assertThat(log.events().get(0).line()).isZero();
    assertThat(log.complete()).isFalse();
  }

  @Test
  void keepsTheNewestOfTooManyEvents() {
    LogEvents log = read(line("[Errno 28]").repeat(SignatureLog.MAX_EVENTS + 5));
    assertThat(log.events()).hasSize(SignatureLog.MAX_EVENTS);
    assertThat(log.events().get(0).line()).isEqualTo(6);
    assertThat(log.complete()).isFalse();
  }

  @Test
  void cutsLongLines() {
    assertThat(read(line("[Errno 28]" + "가".repeat(900))).events().get(0).text()).hasSize(500);
  }

  @Test
  void findsTheNewestRunOfTheAgent() {
    LogEvents log =
        read(
            line(
                    "[Microsoft.Azure.RecoveryServices.VMSnapshotLinux-1] Target handler state: enabled")
                + "2026-03-14T05:00:00Z INFO [Other-1] Target handler state: enabled\n");
    assertThat(log.newestRun()).isEqualTo(FIRST);
    assertThat(log.newest()).isEqualTo(Instant.parse("2026-03-14T05:00:00Z"));
  }

  @Test
  void doesNotTakeALookForWorkForARun() {
    String text =
        """
        2026-03-14 02:15:09 [x]starting enable
        2026-03-14 02:15:10 [x]taskId: 1
        2026-03-14 03:15:09 [x]starting enable
        2026-03-14 03:15:10 [x]nothing to do
        """;
    assertThat(extension(text).newestRun()).isEqualTo(FIRST);
  }

  @Test
  void takesAFailedBeginningForARun() {
    String text =
        """
        2026-03-13 02:15:09 [x]starting enable
        2026-03-13 02:15:10 [x]taskId: 1
        2026-03-14 02:15:09 [x]starting enable
        2026-03-14 02:15:10 [x][Errno 28]
        """;
    assertThat(extension(text).newestRun()).isEqualTo(FIRST);
  }

  @Test
  void readsAnEmptyLog() {
    assertThat(read("")).isEqualTo(new LogEvents(List.of(), null, null, true));
  }

  private LogEvents read(String text) {
    return agent.read(List.of(FileContent.of("/log", text)));
  }

  private static LogEvents extension(String text) {
    return new SignatureLog(
            List.of(signature("errno", "[Errno 28]")), LogTime.Style.EXTENSION, RunStart.EXTENSION)
        .read(List.of(FileContent.of("/log", text)));
  }

  private static String line(String text) {
    return "2026-03-14T02:15:09Z ERROR ExtHandler ExtHandler " + text + "\n";
  }

  private static LogSignature signature(String id, String literal) {
    return new LogSignature(
        id, "waagent", Set.of(Os.LINUX), literal, null, "error", List.of(), false, 0);
  }
}
