package io.github.backupdiag.internal.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProcessTableTest {

  @Test
  void splitsACommandLine() {
    assertThat(ProcessTable.arguments("python3\0-u\0waagent\0"))
        .containsExactly("python3", "-u", "waagent");
    assertThat(ProcessTable.arguments("a\0\0b\0")).containsExactly("a", "", "b");
    assertThat(ProcessTable.arguments("")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "/proc/812/cmdline, 812",
    "/proc/0/x, 0",
    "/proc/9999999999/x, 9999999999",
    "/proc/10000000000/x, -1",
    "/proc/self/cmdline, -1",
    "/proc/8a/cmdline, -1",
    "/proc/:/x, -1",
    "/proc, -1",
    "/proc/, -1",
    "812, -1"
  })
  void findsTheProcessInAPath(String path, long process) {
    assertThat(ProcessTable.processId(path)).isEqualTo(process);
  }

  @ParameterizedTest
  @ValueSource(strings = {"COMMAND", "CMD"})
  void readsWhatPsPrints(String last) {
    String text =
        "USER       PID STAT "
            + last
            + "\nroot         1 Ss   /sbin/init splash\nroot       812 Sl   python3 -u waagent\n"
            + "root 77 S\nroot x S y\n\n";

    assertThat(ProcessTable.ps(text))
        .isEqualTo(
            Map.of(1L, List.of("/sbin/init", "splash"), 812L, List.of("python3", "-u", "waagent")));
  }

  @Test
  void findsTheHeaderBehindOtherLines() {
    assertThat(ProcessTable.ps("$ ps ax\nPID CMD\n7 sh\n")).isEqualTo(Map.of(7L, List.of("sh")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "PID TTY\n1 x\n", "USER CMD\nroot sh\n", "1 sh\n"})
  void needsAHeader(String text) {
    assertThat(ProcessTable.ps(text)).isNull();
  }

  @Test
  void takesNoProcessZero() {
    assertThat(ProcessTable.ps("PID CMD\n0 idle\n1 init\n")).containsOnlyKeys(1L);
  }
}
