package io.github.backupdiag.internal.parse;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.backupdiag.fuzz.Places;
import io.github.backupdiag.fuzz.Samples;
import io.github.backupdiag.guestaccess.FileContent;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

class AgentFilesFuzzTest {

  static Stream<byte[]> files() {
    return Samples.of(
        "Lib.Dir=/var/lib/waagent # x\nHttpProxy.Host=None\n",
        "ExecStart=/usr/bin/python3 -u /usr/sbin/waagent -daemon\n#!/usr/bin/env python3\n",
        "Package: walinuxagent\nStatus: install ok installed\nVersion: 2.2.46-0ubuntu1\n",
        "2026-03-14T02:15:52.529104Z INFO ExtHandler [HEARTBEAT] Agent WALinuxAgent-2.9.1.1 is"
            + " running as the goal state agent [HeartbeatCounter: 1]\n",
        "{\"timestampUTC\": \"2026-03-14T02:15:52Z\", \"aggregateStatus\": {}}");
  }

  /** What the agent is, runs on and is told, from any bytes. */
  @MethodSource("files")
  @FuzzTest
  void parse(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    FileContent file = new FileContent("/a", bytes, 0, bytes.length, null);
    Places.check(() -> AgentConfigFile.folder(AgentConfigFile.parse("/c", text)), text);
    Places.check(() -> InlineComments.parse("/c", text), text);
    Places.check(() -> AgentInterpreter.inUnit(text), text);
    Places.check(() -> AgentInterpreter.inShebang(text), text);
    Places.check(() -> AgentVersion.all(text.lines().toList()), text);
    Places.check(() -> AgentVersion.newest(text.lines().toList()), text);
    Places.check(() -> AgentVersion.running(text), text);
    Places.check(() -> PackageStatus.agentVersion(bytes), text);
    Places.check(() -> AgentStatusTime.parse(text), text);
    Places.check(() -> AgentHeartbeats.parse(file, null), text);
    Places.check(() -> AgentCommandLine.of(ProcessTable.arguments(text)), text);
    Places.check(() -> ProcessTable.ps(text), text);
  }
}
