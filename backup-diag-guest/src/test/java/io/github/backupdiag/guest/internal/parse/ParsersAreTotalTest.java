package io.github.backupdiag.guest.internal.parse;

import io.github.backupdiag.catalog.LogSignature;
import io.github.backupdiag.catalog.Os;
import io.github.backupdiag.guestaccess.FileContent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Any bytes give values, never an exception. */
class ParsersAreTotalTest {

  private static final SignatureLog LOG =
      new SignatureLog(
          List.of(
              new LogSignature(
                  "x", "waagent", Set.of(Os.LINUX), "Err", null, "error", List.of(), false, 0)),
          LogTime.Style.EXTENSION,
          RunStart.EXTENSION);

  @Property
  void osRelease(@ForAll("texts") byte[] bytes) {
    OsRelease.parse(content(bytes).text());
  }

  @Property
  void agentConfigFile(@ForAll("texts") byte[] bytes) {
    AgentConfigFile.folder(AgentConfigFile.parse("/etc/waagent.conf", content(bytes).text()));
  }

  @Property
  void mountTables(@ForAll("texts") byte[] bytes) {
    String text = content(bytes).text();
    MountTable.mountInfo(text);
    MountTable.mounts(text);
    MountTable.fstab(text);
    MountTable.unescape(text);
  }

  @Property
  void processes(@ForAll("texts") byte[] bytes) {
    String text = content(bytes).text();
    AgentCommandLine.of(ProcessTable.arguments(text));
    ProcessTable.processId("/proc/" + text);
    ProcessTable.ps("USER PID COMMAND\n" + text);
    ProcessTable.ps(text);
  }

  @Property
  void agentVersions(@ForAll("texts") byte[] bytes) {
    String text = content(bytes).text();
    AgentVersion.newest(List.of(text, "WALinuxAgent-1.2.3"));
    AgentVersion.running(text);
    AgentVersion.installedPackage(text);
  }

  @Property
  void signatureLogs(@ForAll("texts") byte[] bytes) {
    LOG.read(List.of(content(bytes), new FileContent("/b", bytes, 7, bytes.length + 7L, null)));
  }

  @Property
  void serviceLogs(@ForAll("texts") byte[] bytes) {
    ServiceLog.parse(content(bytes));
    ServiceLog.newest(content(bytes));
    ServiceLog.reached(content(bytes), Instant.parse("2026-02-28T23:00:00Z"));
    ServiceLog.farewell(content(bytes));
  }

  @Property
  void agentStatus(@ForAll("texts") byte[] bytes) {
    AgentStatusTime.parse(content(bytes).text());
  }

  @Property
  void systemFiles(@ForAll("texts") byte[] bytes) {
    String text = content(bytes).text();
    AgentHeartbeats.parse(content(bytes), null);
    AuditLog.parse(content(bytes));
    InlineComments.parse("/a", text);
    SelinuxConfig.enforce("/a", text);
    SelinuxConfig.config("/a", text);
    KernelArguments.fips("/a", text);
    LoadFiles.load(text);
    LoadFiles.processors(text);
    LoadFiles.pressure(text);
    LoadFiles.bytes("MemTotal:" + text, "MemTotal");
    CgroupTable.parse(text);
    ElfClass.bits(bytes);
    RecordHead.of(text);
    Versions.compare(text, "1.2");
  }

  @Provide
  Arbitrary<byte[]> texts() {
    Arbitrary<String> pieces =
        Arbitraries.of(
            "ID=\"x",
            "Lib.Dir=",
            "\\040",
            "\\9",
            " - ",
            "/",
            "\n",
            "\r\n",
            "\0",
            "\"",
            "'",
            "#",
            "36 35 98:0 / /var rw,noexec shared:1 - ext4 /dev/sda1 rw\n",
            "python3",
            "waagent",
            "-daemon",
            " 12 ",
            "WALinuxAgent-999999999.0",
            " is running on",
            "Package: waagent\n",
            "Status: install ok installed",
            "2026-13-99 25:61:61.1",
            "2026-02-29 01:02:03",
            "2026/03/14 02:15:52.529104  Info  ",
            "2026-03-14T02:15:52.5Z ",
            "Err",
            "taskId: ",
            "starting enable",
            "Feb 30 02:17:53 ",
            "Feb 29 02:17:53 vm systemd[1]: Stopped Azure" + " Linux Agent.\n",
            "2026-03-14T02:17:53+00:00 vm systemd[1]: Started Azure Linux" + " Agent.\n",
            "forwarding signal 15 to",
            "[HEARTBEAT] HeartbeatCounter: 999999999",
            "type=AVC msg=audit(99999999999.999:1): avc:  denied  { x } for comm=\"waagent\" path=",
            "SELINUX=",
            "some avg10=0 avg300=999.9",
            "fips=1",
            " WARNING ExtHandler ExtHandler ",
            "\"timestampUTC\": \"2026-99-14T02Z\"");
    Arbitrary<String> noise = Arbitraries.strings().ofMaxLength(20);
    return Arbitraries.oneOf(pieces, pieces, noise)
        .list()
        .ofMaxSize(25)
        .map(parts -> String.join("", parts).getBytes(StandardCharsets.UTF_8));
  }

  private static FileContent content(byte[] bytes) {
    return new FileContent("/a", bytes, 0, bytes.length, null);
  }
}
