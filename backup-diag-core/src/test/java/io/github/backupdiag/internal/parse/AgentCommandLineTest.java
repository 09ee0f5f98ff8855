package io.github.backupdiag.internal.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AgentCommandLineTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/usr/bin/python3 -u /usr/sbin/waagent -daemon",
        "/usr/libexec/platform-python -u /usr/sbin/waagent -daemon",
        "/usr/sbin/waagent -daemon",
        "python2.7 /usr/sbin/waagent -start",
        "/usr/bin/python3 /usr/sbin/waagent2.0 --daemon",
        "/usr/share/oem/python/bin/python /usr/share/oem/bin/waagent -daemon",
        "/usr/local/bin/python3.9 /usr/local/sbin/waagent start",
        "/usr/bin/python3 -X utf8 -W ignore -u /usr/sbin/waagent -daemon",
      })
  void knowsTheDaemon(String line) {
    assertThat(role(line)).isEqualTo(AgentCommandLine.Role.DAEMON);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/usr/bin/python3 -u /usr/sbin/waagent -run-exthandlers",
        "python3 -u bin/WALinuxAgent-2.9.1.1-py3.9.egg -run-exthandlers",
      })
  void knowsTheExtensionHandler(String line) {
    assertThat(role(line)).isEqualTo(AgentCommandLine.Role.EXTENSION_HANDLER);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tail -f /var/log/waagent.log",
        "vi /usr/sbin/waagent",
        "grep -daemon waagent",
        "/usr/sbin/waagent -version",
        "python3 /usr/sbin/waagent -collect-logs",
        "/usr/bin/python3 /opt/monitor.py waagent -daemon",
        "python3",
        "python3 -X",
        "bash -c waagent -daemon",
      })
  void ignoresOthers(String line) {
    assertThat(role(line)).isEqualTo(AgentCommandLine.Role.OTHER);
  }

  @Test
  void readsTheOutputOfPs() {
    Map<Long, List<String>> processes =
        ProcessTable.ps(
            "USER  PID %CPU COMMAND\nroot    1  0.0 /sbin/init splash\nroot  812  0.1"
                + " /usr/bin/python3 -u /usr/sbin/waagent -daemon\n");
    assertThat(processes).containsOnlyKeys(1L, 812L);
    assertThat(AgentCommandLine.of(processes.get(812L))).isEqualTo(AgentCommandLine.Role.DAEMON);
  }

  @Test
  void doesNotReadAnotherTable() {
    assertThat(ProcessTable.ps("LOAD 0.1\n1 2 3\n")).isNull();
  }

  private static AgentCommandLine.Role role(String line) {
    return AgentCommandLine.of(Arrays.asList(line.split(" ", -1)));
  }
}
