package io.github.backupdiag.internal.parse;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.fact.guest.AgentServiceLog;
import io.github.backupdiag.guestaccess.FileContent;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ServiceLogTest {

  @Test
  void readsTheLastWordOfSystemd() {
    AgentServiceLog last =
        ServiceLog.parse(
            log(
                """
                2026-03-14T02:00:00.000001+01:00 vm systemd[1]: Started walinuxagent.service - Azure Linux Agent.
                2026-03-14T03:00:00.000001+01:00 vm systemd[1]: Stopped walinuxagent.service - Azure Linux Agent.
                2026-03-14T05:00:00.000001+01:00 vm cron[8]: tick
                """));
    assertThat(last.stopped()).isTrue();
    assertThat(last.line()).isEqualTo(2);
    assertThat(last.at()).isEqualTo(Instant.parse("2026-03-14T02:00:00.000001Z"));
    assertThat(last.after()).isEqualTo(Duration.ofHours(2));
  }

  @Test
  void measuresLinesWithoutAYear() {
    AgentServiceLog last =
        ServiceLog.parse(
            log(
                """
                Mar  4 02:00:00 vm systemd[1]: Stopped Azure Linux Agent.
                Mar  4 02:50:00 vm cron[8]: tick
                """));
    assertThat(last.at()).isNull();
    assertThat(last.after()).isEqualTo(Duration.ofMinutes(50));
  }

  @Test
  void countsAfterAShutdownFromTheNextStartOfTheSystem() {
    AgentServiceLog last =
        ServiceLog.parse(
            log(
                """
                Mar  4 02:00:00 vm systemd[1]: Stopped Azure Linux Agent.
                Mar  4 12:00:00 vm kernel: [    0.000000] Linux version 5.15.0
                Mar  4 12:00:09 vm cron[8]: tick
                """));
    assertThat(last.after()).isEqualTo(Duration.ofSeconds(9));
  }

  @Test
  void ignoresOtherUnitsAndOtherPrograms() {
    assertThat(
            ServiceLog.parse(
                log(
                    """
                    Mar  4 02:00:00 vm systemd[1]: Stopped Azure Linux Agent Slice.
                    Mar  4 02:00:00 vm app[7]: Stopped Azure Linux Agent.
                    """)))
        .isNull();
  }

  @Test
  void tellsWhatALogWithoutYearsReachedAtLeast() {
    Instant known = Instant.parse("2025-12-31T20:00:00Z");
    assertThat(ServiceLog.reached(log("Jan  2 20:00:00 vm x: y\n"), known))
        .isEqualTo(Instant.parse("2026-01-02T06:00:00Z"));
    assertThat(ServiceLog.reached(log("Dec 31 22:00:00 vm x: y\n"), known)).isNull();
    assertThat(ServiceLog.reached(log("nothing"), known)).isNull();
  }

  @Test
  void findsTheFarewellOnlyAtTheEnd() {
    String farewell =
        "2026-03-14T02:15:09Z INFO Daemon Daemon Agent WALinuxAgent-2.9.1.1 forwarding signal 15 to"
            + " WALinuxAgent-2.9.1.1\n";
    assertThat(ServiceLog.farewell(log("a\n" + farewell)).line()).isEqualTo(2);
    assertThat(ServiceLog.farewell(log(farewell + "b\n".repeat(9)))).isNull();
  }

  private static FileContent log(String text) {
    return FileContent.of("/var/log/syslog", text);
  }
}
