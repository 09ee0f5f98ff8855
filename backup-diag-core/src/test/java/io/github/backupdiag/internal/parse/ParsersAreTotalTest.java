package io.github.backupdiag.internal.parse;

import io.github.backupdiag.catalog.LogSignature;
import io.github.backupdiag.catalog.Os;
import io.github.backupdiag.guestaccess.FileContent;
import io.github.backupdiag.guestaccess.PathEntry;
import io.github.backupdiag.internal.catalog.LoadedCatalog;
import io.github.backupdiag.internal.event.KnownEvents;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
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

  private static final KernelLog KERNEL =
      new KernelLog(
          List.of(
              new LogSignature(
                  "x", "kernel", Set.of(Os.LINUX), "Err", null, "error", List.of(), false, 0)),
          ZoneOffset.UTC,
          Instant.parse("2026-03-01T00:00:00Z"));

  private static final WindowsEventReader EVENTS =
      new WindowsEventReader(KnownEvents.all(), "input");

  private static final ErrorNumbers NUMBERS =
      new ErrorNumbers(LoadedCatalog.with(List.of()).errors());

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
  void networkSettings(@ForAll("texts") byte[] bytes) {
    String text = content(bytes).text();
    RouteTable.parse("/r", text);
    RouteTable.parse("/r", "Iface Destination\n" + text);
    AddressSetups.netplan("/n", "ethernets:\n  eth0:\n    addresses:\n" + text);
    AddressSetups.ifcfg("/ifcfg-" + text, text, true);
    AddressSetups.interfaces("/i", "iface eth0 inet static\n" + text);
    AddressSetups.keyfile("/k", "[ipv4]\n" + text);
    AddressSetups.networkd("/d", "[Network]\n" + text);
    StorageHost.find("https:" + text);
    ProcessRights.isRoot("Uid:" + text, text);
  }

  @Property
  void leases(@ForAll("texts") byte[] bytes) {
    String text = content(bytes).text();
    DhcpLeases.read(content(bytes));
    DhcpLeases.read(FileContent.of("/a", "lease {\n option unknown-245 " + text));
    DhcpLeases.read(FileContent.of("/a", "<lease>245<code>245</code>" + text));
    byte[] packet = new byte[240 + bytes.length];
    packet[236] = 0x63;
    packet[237] = (byte) 0x82;
    packet[238] = 0x53;
    packet[239] = 0x63;
    System.arraycopy(bytes, 0, packet, 240, bytes.length);
    DhcpLeases.read(content(packet));
  }

  @Property
  void firewallsAndProxies(@ForAll("texts") byte[] bytes) {
    String text = content(bytes).text();
    FirewallRules.iptables("/r", "*filter\n-A OUTPUT " + text);
    FirewallRules.firewalld("/d", "<rule ipv=\"ipv4\" chain=\"OUTPUT\">" + text + "</rule>");
    FirewallRules.nft("/n", "table ip t {\nchain o {\ntype filter hook output;\n" + text);
    ProxySettings.environment("/e", "http_proxy=" + text);
    ProxySettings.variables("/v", "no_proxy=" + text);
    ProxySettings.unit("/u", "Environment=" + text, "Environment", List.of());
    ProxySettings.environmentFiles("EnvironmentFile=" + text);
  }

  @Property
  void clocks(@ForAll("texts") byte[] bytes) {
    String text = content(bytes).text();
    Instant known = Instant.parse("2026-02-28T23:00:00Z");
    ClockLines.extension(content(bytes));
    ClockLines.extension(
        FileContent.of("/e", "Date and time extracted from pre-snapshot request: " + text));
    ClockLines.system(
        FileContent.of("/s", text + "System clock wrong by " + text), ZoneOffset.UTC, known);
    ClockLines.newest(content(bytes));
  }

  @Property
  void filesOfExtensions(@ForAll("texts") byte[] bytes) {
    FileContent file = content(bytes);
    StatusFile.parse(file, "1.0", 1);
    StatusFile.time(file.text());
    HandlerStatusFiles.one(file);
    HandlerStatusFiles.all(file);
    HandlerStatusFiles.agent(file);
    SettingsFile.thumbprint(file.text());
    PolicyFile.parse(file);
    FailedFlagLine.parse(file);
    JsonValue.read(file.text()).first().get("a", "b").number();
  }

  @Property
  void runsOfTheExtension(@ForAll("texts") byte[] bytes) {
    RunEnd.parse(content(bytes));
    RunEnd.parse(new FileContent("/b", bytes, 7, bytes.length + 7L, null));
    LogTime.of(bytes, 0, bytes.length, LogTime.Style.SHELL, null);
  }

  @Property
  void interpreters(@ForAll("texts") byte[] bytes) {
    String text = content(bytes).text();
    AgentInterpreter.inUnit(text);
    AgentInterpreter.inShebang(text);
    PathEntry link =
        new PathEntry("/usr/bin/python3", PathEntry.Type.LINK, 0, text, null, null, null);
    PythonNames names = new PythonNames(List.of(link), List.of(text));
    names.searched();
    names.others();
    names.at(text);
  }

  @Property
  void snapshotFiles(@ForAll("texts") byte[] bytes) {
    String text = content(bytes).text();
    VmbackupConfFile.parse("/c", bytes).mountsToSkip();
    ConfigSection.parse(text, "pre_post").value("x");
    WorkloadConfFile.parse("/c", "[workload]\nworkload_name=mysql\n" + text);
    WorkloadConfFile.ipcFolder(text);
    ScriptConfigFile.parse(text);
    ScriptConfigFile.parse("{\"preScriptLocation\": \"" + text);
    ElfHeader.architecture(bytes);
    LockTable.writers(text);
    ProcessState.parse("/proc/1/stat", text);
    TimeZoneLink.zone(text);
    FreezeLog.parse(content(bytes));
  }

  @Property
  void kernelLogs(@ForAll("texts") byte[] bytes) {
    KERNEL.read(List.of(content(bytes), new FileContent("/b", bytes, 7, bytes.length + 7L, null)));
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
    LoadFiles.lastMinute(text);
    ProcessState.parse("/proc/1/task/" + text + "/stat", "1 (a) D");
    LoadFiles.processors(text);
    LoadFiles.pressure(text);
    LoadFiles.bytes("MemTotal:" + text, "MemTotal");
    CgroupTable.parse(text);
    ElfClass.bits(bytes);
    RecordHead.of(text);
    Versions.compare(text, "1.2");
  }

  @Property
  void windowsTexts(@ForAll("windowsTexts") String text) {
    VssWriterList.parse(text);
    VssProviderList.parse(text);
    ShadowStorageList.parse(text);
    ShadowStorageList.copies(text);
    PrintedSize.parse(text);
    ImagePaths.judge("a", text);
    EVENTS.read(text);
    WindowsEventReader.outsideXml(text);
    NUMBERS.find(text);
    RegQuery.parse(text, "HKLM\\A", 2, 9, true);
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    LogTime.of(bytes, 0, bytes.length, LogTime.Style.WINDOWS, null);
    LogTime.isRecord(bytes, 0, bytes.length);
    SqlWriterLogFile.read(List.of(WindowsBytes.utf8(content(bytes))), Duration.ofHours(5));
  }

  @Provide
  Arbitrary<String> windowsTexts() {
    Arbitrary<String> pieces =
        Arbitraries.of(
            "Writer name: 'x'",
            "* WRITER \"x\"",
            " {11112222-3333-4444-8555-666677778888}",
            " [99]",
            "[8] Failed\n",
            "8 (VSS_WS_FAILED)",
            "0x800423F2 (S)",
            ": 1.2.3",
            "\n",
            "\r",
            "'",
            ":",
            "\uff1a",
            "(C:)\\\\?\\Volume{11112222-3333-4444-8555-666677778888}\\\n",
            "x: 9,81 GB (9%)\n",
            "x: 99999999999999999999 PB\n",
            "HarddiskVolumeShadowCopy9",
            "[99/99/2026 02:57:03, TID 5a88] hr: 0x80780002\n",
            "<Event ",
            "<Event>",
            "</Event>",
            "&lt;Event",
            "<Provider Name='VSS'/>",
            "<EventID>9999999999</EventID>",
            "<TimeCreated SystemTime='2026-99-01T00:00:00Z'/>",
            "<EventData>",
            "<Data>&#x110000;&#9999999;",
            "</Data>",
            "HKEY_LOCAL_MACHINE\\A\n",
            "\nHKEY_LOCAL_MACHINE\\A\\\\b",
            "    (x)    REG_DWORD    0x",
            "    REG_MULTI_SZ    a\\0b",
            "Log Name: Application\nSource: VSS\nDate: 1\nEvent ID: 8229\n",
            "event id ",
            "VSS ",
            "99999",
            "8229",
            "-2147212529",
            "0x8004 230F",
            "[00000014] 2026-13-14T02:15:09.123Z ",
            "[00000011] [12/11/2018 06:27:55.66] ",
            "Faulting application name: ");
    return Arbitraries.oneOf(pieces, pieces, Arbitraries.strings().ofMaxLength(20))
        .list()
        .ofMaxSize(25)
        .map(parts -> String.join("", parts));
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
            "Feb 30 02:17:53 vm kernel: Err",
            "2026-02-30T02:17:53Z vm kernel: Err\n",
            "[pre_post]\n",
            "{\"a\": [1, ",
            "\\u12",
            "1: POSIX  ADVISORY  WRITE 9999999999 8",
            "1 (a) D ",
            "proceeded for accepting signals\n",
            "Feb 29 02:17:53 vm systemd[1]: Stopped Azure" + " Linux Agent.\n",
            "2026-03-14T02:17:53+00:00 vm systemd[1]: Started Azure Linux" + " Agent.\n",
            "forwarding signal 15 to",
            "-d 168.63.129.16 ",
            "! --dport 80:",
            "-j DROP\n",
            "{ drop }",
            "ip daddr != ",
            "addresses: [10.0.0.4/24]",
            "\"timestampUTC\": \"2026-99-14T02Z\"",
            "{",
            "[",
            "]}",
            ",",
            ":",
            "\\u12",
            "\"status\": {\"code\": 4, ",
            "/Date(999999999999999)/",
            "Sat Mar 14 02:15:40 UTC 2026- ",
            "Traceback (most recent call last)\n",
            "../python3.12",
            "isanysnapshotfailed=",
            "ExecStart=/usr/bin/python",
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
