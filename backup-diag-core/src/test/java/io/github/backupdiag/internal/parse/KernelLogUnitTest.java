package io.github.backupdiag.internal.parse;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.catalog.LogSignature;
import io.github.backupdiag.catalog.Os;
import io.github.backupdiag.fact.backup.LogEvent;
import io.github.backupdiag.guestaccess.FileContent;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a system log says of the agent's service, beside the kernel's lines. */
class KernelLogUnitTest {

  private static final String EXITED = "waagent.service: Main process exited, code=exited";

  @Test
  void findsWhatSystemdSaysOfTheAgent() {
    List<LogEvent> events =
        read(
            """
            Mar 14 02:15:20 vm systemd[1]: waagent.service: Main process exited, code=exited, status=1/FAILURE
            2026-03-14T02:15:25.1+00:00 vm systemd[1]: waagent.service: Main process exited, code=exited, status=1/FAILURE
            """);
    assertThat(events)
        .extracting(LogEvent::time)
        .containsExactly(
            Instant.parse("2026-03-14T02:15:20Z"), Instant.parse("2026-03-14T02:15:25.100Z"));
    assertThat(events).extracting(LogEvent::signature).containsOnly("unit");
  }

  @Test
  void passesOverWhatOthersSay() {
    assertThat(
            read(
                """
                Mar 14 02:15:20 vm logger: waagent.service: Main process exited, code=exited, status=1/FAILURE
                Mar 14 02:15:20 vm systemd[1]: app.service: I/O error, dev sdc, sector 9
                Mar 14 02:15:20 vm sudo: root : COMMAND=/bin/journalctl -u waagent.service
                """))
        .isEmpty();
  }

  private static List<LogEvent> read(String text) {
    return new KernelLog(
            List.of(signature("unit", EXITED), signature("disk", "I/O error, dev")),
            ZoneOffset.UTC,
            Instant.parse("2026-03-14T04:00:00Z"))
        .read(List.of(FileContent.of("/var/log/syslog", text)))
        .events();
  }

  private static LogSignature signature(String id, String literal) {
    return new LogSignature(
        id, "kernel", Set.of(Os.LINUX), literal, null, "error", List.of(), false, 0);
  }
}
