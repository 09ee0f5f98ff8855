package io.github.backupdiag.guest.samples;

import static io.github.backupdiag.guest.samples.SampleWindows.CONTROL;
import static io.github.backupdiag.guest.samples.SampleWindows.HANDLER;
import static io.github.backupdiag.guest.samples.SampleWindows.SERVICES;
import static io.github.backupdiag.guest.samples.SampleWindows.SOFTWARE;
import static io.github.backupdiag.guest.samples.SampleWindows.VERSION;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * The registry of a healthy Windows Server 2022 in Azure that is backed up, with much that is odd
 * but common: providers of other products, files to be renamed, a rule of the firewall that blocks
 * something else.
 */
final class SampleSettings {

  private static final String AGENT = "C:\\WindowsAzure\\GuestAgent_2.7.41491.1172\\";
  private static final String SHARED = "%SystemRoot%\\system32\\svchost.exe -k ";
  private static final String SYSTEM = "LocalSystem";
  private static final String NETWORK = "NT AUTHORITY\\NetworkService";
  private static final String LOCAL = "NT AUTHORITY\\LocalService";

  /** {@code MY\Certificates}: a certificate of 2026 to 2027 whose key is only named. */
  private static final String CERTIFICATE =
      "308201893082012FA00302010202084D65506155684CE9300A06082A8648CE3D040302"
          + "303931373035060A0992268993F22C640119162757696E646F777320417A7572652043"
          + "52502043657274696669636174652047656E657261746F72301E170D32363033303130"
          + "30303030305A170D3237303330313030303030305A303931373035060A0992268993F2"
          + "2C640119162757696E646F777320417A75726520435250204365727469666963617465"
          + "2047656E657261746F723059301306072A8648CE3D020106082A8648CE3D0301070342"
          + "00046F7CF2B025E51C510AF2982457F2D59B4F019D54EFF8BE6579D4FA6C526A939FCB"
          + "7C20A70D3BE3658051F212F51FD7BB941FF7DA827E226E9A8D9464FE069206A321301F"
          + "301D0603551D0E041604147433316A6B024C4F02F7A867DEA90D23167F6A9F300A0608"
          + "2A8648CE3D0403020348003045022100948ECCE3037ED2CD94966AFEBC2A0501398666"
          + "1209851E126DF97F85A38D8AD2022004B6ECA081318E13DAA0591CCC6379B869357CCA"
          + "FF9595DAE48FA1EA2D5331B8";

  private SampleSettings() {}

  static SampleRegistry healthy() {
    SampleRegistry registry = new SampleRegistry();
    services(registry);
    snapshots(registry);
    system(registry);
    network(registry);
    software(registry);
    agent(registry);
    return registry;
  }

  private static void services(SampleRegistry registry) {
    service(registry, "VSS", 2, "%systemroot%\\system32\\vssvc.exe", SYSTEM);
    service(registry, "swprv", 3, SHARED + "swprv", SYSTEM);
    service(registry, "COMSysApp", 3, "%SystemRoot%\\system32\\dllhost.exe", SYSTEM);
    service(registry, "EventSystem", 2, SHARED + "LocalService -p", LOCAL);
    service(registry, "SENS", 2, SHARED + "netsvcs -p", SYSTEM);
    service(registry, "MSDTC", 2, "%SystemRoot%\\System32\\msdtc.exe", NETWORK);
    service(registry, "CryptSvc", 2, SHARED + "NetworkService -p", NETWORK);
    service(registry, "Winmgmt", 2, SHARED + "netsvcs -p", SYSTEM);
    service(registry, "Dhcp", 2, SHARED + "LocalServiceNetworkRestricted -p", LOCAL);
    service(registry, "KeyIso", 3, "%SystemRoot%\\system32\\lsass.exe", SYSTEM);
    service(registry, "msiserver", 3, "%systemroot%\\system32\\msiexec.exe /V", SYSTEM);
    service(registry, "WindowsAzureGuestAgent", 2, AGENT + "WindowsAzureGuestAgent.exe", SYSTEM);
    service(registry, "RdAgent", 2, AGENT + "WaAppAgent.exe", SYSTEM);
    service(registry, "IaaSVmProvider", 3, "%SystemRoot%\\system32\\dllhost.exe", SYSTEM);
    registry
        .number(SERVICES + "Tcpip", "Start", 0)
        .expanded(SERVICES + "Tcpip", "ImagePath", "System32\\drivers\\tcpip.sys")
        .number(SERVICES + "disk", "Start", 0)
        .expanded(SERVICES + "disk", "ImagePath", "System32\\drivers\\disk.sys")
        .number(SERVICES + "MsLldp", "Start", 2)
        .expanded(SERVICES + "MsLldp", "ImagePath", "system32\\drivers\\mslldp.sys");
  }

  private static void service(
      SampleRegistry registry, String name, int start, String program, String account) {
    registry
        .number(SERVICES + name, "Start", start)
        .number(SERVICES + name, "Type", 16)
        .expanded(SERVICES + name, "ImagePath", program)
        .text(SERVICES + name, "ObjectName", account);
  }

  private static void snapshots(SampleRegistry registry) {
    String providers = SERVICES + "VSS\\Providers\\";
    String software = providers + "{b5946137-7b9f-4925-af80-51abd60b20d5}";
    String integration = providers + "{74600e39-7dc5-4567-a03b-f091d6c7b092}";
    registry
        .number(SERVICES + "VSS\\VssAccessControl", "NT Authority\\NetworkService", 1)
        .number(SERVICES + "VSS\\VssAccessControl", "CONTOSO\\svc-backup", 1)
        .text(software, "", "Microsoft Software Shadow Copy provider 1.0")
        .number(software, "Type", 1)
        .text(software, "Version", "1.0.0.7")
        .text(integration, "", "Hyper-V IC Software Shadow Copy Provider")
        .number(integration, "Type", 2)
        .expanded(
            SERVICES + "swprv\\Parameters", "ServiceDll", "%Systemroot%\\System32\\swprv.dll");
  }

  private static void system(SampleRegistry registry) {
    registry
        .number(CONTROL + "FileSystem", "DisableDeleteNotification", 0)
        .texts(
            CONTROL + "Session Manager",
            "PendingFileRenameOperations",
            "\\??\\C:\\Windows\\Temp\\x.tmp",
            "")
        .expanded(CONTROL + "Session Manager\\Environment", "Path", "%SystemRoot%\\system32")
        .binary(SERVICES + "mssmbios\\Data", "SMBiosData", firmware());
  }

  /** One chassis whose asset tag is the one of Azure. */
  private static String firmware() {
    String tag = "7783-7084-3265-9085-8269-3286-77";
    return "0003020000000000"
        + "030900000100000001"
        + HexFormat.of().formatHex(tag.getBytes(StandardCharsets.US_ASCII))
        + "0000"
        + "7F0400000000";
  }

  private static void network(SampleRegistry registry) {
    String tcp = SERVICES + "Tcpip\\Parameters\\Interfaces\\{1f2e3d4c-0000-4a5b-8c9d-0a1b2c3d4e5f}";
    String adapters = CONTROL + "Class\\{4d36e972-e325-11ce-bfc1-08002be10318}\\";
    registry
        .number(tcp, "EnableDHCP", 1)
        .text(tcp, "DhcpIPAddress", "10.1.0.4")
        .texts(tcp, "DhcpDefaultGateway", "10.1.0.1")
        .text(adapters + "0000", "DriverDesc", "Microsoft Kernel Debug Network Adapter")
        .text(adapters + "0001", "DriverDesc", "Microsoft Hyper-V Network Adapter")
        .text(
            SERVICES + "SharedAccess\\Parameters\\FirewallPolicy\\FirewallRules",
            "{5a6b7c8d-0000-4a5b-8c9d-112233445566}",
            "v2.31|Action=Block|Active=TRUE|Dir=Out|Protocol=17|RPort=5353|Name=mDNS|")
        .key(SERVICES + "VSS\\Diag");
  }

  private static void software(SampleRegistry registry) {
    String version = SOFTWARE + "Windows NT\\CurrentVersion";
    String setup = SOFTWARE + "NET Framework Setup\\NDP\\v4\\Full";
    registry
        .text(version, "ProductName", "Windows Server 2022 Datacenter")
        .text(version, "CurrentBuildNumber", "20348")
        .text(version, "InstallationType", "Server")
        .number(version, "CurrentMajorVersionNumber", 10)
        .number(version, "CurrentMinorVersionNumber", 0)
        .number(setup, "Release", 528449)
        .text(setup, "Version", "4.8.04161")
        .text(
            SOFTWARE + ".NETFramework", "InstallRoot", "C:\\Windows\\Microsoft.NET\\Framework64\\")
        .key(SOFTWARE + ".NETFramework\\v4.0.30319")
        .key("HKLM\\SOFTWARE\\Wow6432Node\\Microsoft\\.NETFramework\\v4.0.30319")
        .text(SOFTWARE + "VisualStudio\\12.0\\VC\\Runtimes\\x64", "Version", "v12.0.40660.00")
        .key(SOFTWARE + "Windows\\CurrentVersion\\Component Based Servicing")
        .key("HKLM\\SOFTWARE\\Policies\\Microsoft\\Windows");
  }

  private static void agent(SampleRegistry registry) {
    String guest = SOFTWARE + "Virtual Machine\\Guest";
    String certificates = SOFTWARE + "SystemCertificates\\MY\\Certificates\\";
    registry
        .text(guest, "GuestAgentVersion", "2.7.41491.1172")
        .text(guest, "GuestAgentStatus", "Ready")
        .text(guest + "\\GuestAgent", "HeartbeatLastStatusUpdateTime", "2026-03-14T02:40:00.000Z")
        .text(
            SOFTWARE + "Windows Azure\\HandlerState\\" + HANDLER + "_" + VERSION,
            "HandlerState",
            "Enabled")
        .text(SOFTWARE + "BcdrAgent", "IsProviderInstalled", "True")
        .text(SOFTWARE + "BcdrAgentPersistentKeys", "IsCommonProviderInstalled", "True")
        .binary(certificates + "7433316A6B024C4F02F7A867DEA90D23167F6A9F", "Blob", certificate());
  }

  /** The properties of a stored certificate: its key, and itself. */
  private static String certificate() {
    int length = CERTIFICATE.length() / 2;
    return "0200000001000000020000004100"
        + "2000000001000000"
        + String.format("%02X%02X0000", length & 255, length >> 8)
        + CERTIFICATE;
  }
}
