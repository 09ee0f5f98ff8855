package io.github.backupdiag.internal.parse;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.fact.backup.LogEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What single lines of the logs of agent and extension tell. */
class LinesOfLogsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[1.0.9]PreSnapshot: Status Code: 500 | 500",
        "Status Code: 409, retry | 409",
        "Status Code: 190 | 190",
        "Status Code: 50 | 0",
        "Status Code: 5000 | 0",
        "Status Code: | 0",
        "Status Code: x500 | 0",
        "Status: 500 | 0",
        "500 | 0"
      })
  void readsHowTheHostAnswered(String line, int status) {
    assertThat(HostAnswerLine.status(line)).isEqualTo(status);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "No space left on device: '/var/lib/waagent/x' | true",
        "[Errno 28] No space left on device: '/sys/fs/cgroup/x' | false",
        "[Errno 28] No space left on device: '/proc/x' | false",
        "[Errno 28] No space left on device: '/dev/x' | false",
        "[Errno 28] No space left on device: '/run/x' | false",
        "'/proc/x' was read, then: No space left on device: '/var/x' | true",
        "write failed: No space left on device | true",
        "IOError: [Errno 28] '/run/x' | false",
        "IOError: [Errno 28] | true",
        "disk full | false"
      })
  void tellsADiskWithoutRoomFromAKernelThatRefuses(String line, boolean full) {
    assertThat(LackOfRoom.isTold(new LogEvent("wa-other", "/l", 1, null, line))).isEqualTo(full);
  }

  @Test
  void takesTheSignatureWhereTheLineDoesNotSayIt() {
    assertThat(LackOfRoom.isTold(new LogEvent("wa-errno-28", "/l", 1, null, "cut off"))).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Event: name=Microsoft.Azure.Monitor.Agent, op=Enable | Microsoft.Azure.Monitor.Agent",
        "ExtHandler [Corp.Scanner-1.2.3.4] Enable failed | Corp.Scanner",
        "Command: /var/lib/waagent/Corp.Scanner-1.2.3/bin/run.sh | Corp.Scanner",
        "the agent itself | ''"
      })
  void findsTheExtensionThatALineSpeaksOf(String line, String name) {
    assertThat(HandlerName.in(line)).isEqualTo(name);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "wa-nonzero-exit | [Corp.Scanner-1.2.3.4] | true",
        "wa-timeout | [Corp.Scanner-1.2.3.4] | true",
        "wa-timeouts | [Corp.Scanner-1.2.3.4] | false",
        "wa-crash | [Corp.Scanner-1.2.3.4] | false",
        "wa-timeout | [Microsoft.Azure.RecoveryServices.VMSnapshotLinux-1.0.9.1] | false",
        "wa-timeout | [Microsoft.Azure.RecoveryServices.VMSnapshot-1.0.9.1] | false",
        "wa-timeout | nobody | false"
      })
  void tellsTheExitOfANeighbourFromOurOwn(String signature, String line, boolean neighbour) {
    assertThat(HandlerName.isExitOfNeighbour(signature, line)).isEqualTo(neighbour);
  }
}
