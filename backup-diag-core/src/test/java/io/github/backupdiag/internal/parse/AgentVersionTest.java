package io.github.backupdiag.internal.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgentVersionTest {

  @Test
  void takesTheNewestByItsNumbers() {
    assertThat(
            AgentVersion.newest(
                List.of(
                    "/l/WALinuxAgent-2.9.1.1",
                    "/l/WALinuxAgent-2.11.0.1",
                    "/l/other",
                    "/l/WALinuxAgent-2.10.9")))
        .isEqualTo("2.11.0.1");
    assertThat(AgentVersion.newest(List.of("/l/other"))).isNull();
    assertThat(AgentVersion.newest(List.of("WALinuxAgent-2"))).isNull();
  }

  @ParameterizedTest
  @CsvSource({"2.2, 2.2.0", "2.2.9, 2.2.10", "1.99, 2.0", "9.1, 10.0"})
  void ordersByNumbersAndThenByTheirCount(String older, String newer) {
    List<String> paths =
        List.of("WALinuxAgent-" + older, "WALinuxAgent-" + newer, "WALinuxAgent-" + older);

    assertThat(AgentVersion.all(paths)).containsExactly(newer, older);
    assertThat(AgentVersion.newest(paths)).isEqualTo(newer);
  }

  @Test
  void runsTheOneThatStartedLast() {
    assertThat(
            AgentVersion.running(
                "Agent WALinuxAgent-2.9.1.1 is running as the goal state agent\n"
                    + "WALinuxAgent-2.11.0.1 running on ubuntu 22.04\n"
                    + "Found WALinuxAgent-2.12.0.1 in the folder\n"))
        .isEqualTo("2.11.0.1");
    assertThat(AgentVersion.running("WALinuxAgent-2.12.0.1 is installed")).isNull();
  }
}
