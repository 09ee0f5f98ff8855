package io.github.backupdiag.internal.parse;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.fact.guest.AgentSelfReport;
import io.github.backupdiag.fact.guest.MachineConfig;
import io.github.backupdiag.fact.guest.TenantCertificate;
import io.github.backupdiag.fact.guest.WindowsBackupExtension;
import io.github.backupdiag.fact.guest.WindowsInterface;
import io.github.backupdiag.fact.guest.WindowsProxy;
import io.github.backupdiag.guestaccess.RegistryKey;
import io.github.backupdiag.guestaccess.RegistryValue;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the settings of Windows tell; samples made after the real formats. */
class WindowsSettingsTest {

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

  @Test
  void machineConfigIsSoundWithCommentsAndSelfClosingElements() {
    assertThat(
            config(
                "<?xml version='1.0'?><!-- <a> Microsoft.VisualStudio.Diagnostics"
                    + ".ServiceModelSink -->\n<configuration><a b='>' c=\"'\"/></configuration>\n"))
        .isEqualTo(MachineConfig.State.SOUND);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "<configuration>", "<a><b></a></b>", "<a></a></b>", "<a", "<!-- "})
  void machineConfigIsBroken(String text) {
    assertThat(config(text)).isEqualTo(MachineConfig.State.BROKEN);
  }

  @Test
  void machineConfigTellsTheLineOfADebugger() {
    MachineConfig config =
        MachineConfigFile.parse(
            "m",
            "<configuration>\n"
                + "<add type='Microsoft.VisualStudio.Diagnostics.ServiceModelSink.B'/>\n",
            false);

    assertThat(config.state()).isEqualTo(MachineConfig.State.DEBUGGED);
    assertThat(config.line()).isEqualTo(2);
  }

  @Test
  void machineConfigIsNotJudgedByItsBeginningNorInAnotherEncoding() {
    assertThat(MachineConfigFile.parse("m", "<configuration>", false)).isNull();
    assertThat(MachineConfigFile.parse("m", "<\0c\0", true)).isNull();
    assertThat(MachineConfigFile.parse("m", "\ufffd\ufffd<a>", true)).isNull();
  }

  @Test
  void certificatesTellTheirTimesAndTheirKey() {
    String property = "0200000001000000020000004100";
    String blob = String.format("20000000010000%s", "00") + length(CERTIFICATE) + CERTIFICATE;

    TenantCertificate certificate = CertificateBlob.parse("k", property + blob);

    assertThat(certificate.subject()).contains(TenantCertificate.SUBJECT);
    assertThat(certificate.key()).isTrue();
    assertThat(certificate.isValidAt(Instant.parse("2026-06-01T00:00:00Z"))).isTrue();
    assertThat(certificate.isValidAt(Instant.parse("2027-06-01T00:00:00Z"))).isFalse();
    assertThat(CertificateBlob.parse("k", blob).key()).isFalse();
    assertThat(CertificateBlob.parse("k", blob.substring(0, 200))).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-14T02:00:00Z, 2026-03-14T02:00:00Z",
    "2026-03-14T02:00:00.5+01:00, 2026-03-14T01:00:00.5Z",
    "2026-03-14 02:00:00, 2026-03-14T02:00:00Z",
    "3/4/2026 2:00:00 AM,",
    "14.03.2026 02:00,",
  })
  void heartbeatsCountInFormsThatAreTheSameEverywhere(String text, Instant time) {
    RegistryKey agent = key("GuestAgent", text("HeartbeatLastStatusUpdateTime", text));
    RegistryKey guest =
        new RegistryKey(
            "Guest", List.of(text("GuestAgentVersion", "2.7.4 ")), List.of(agent), true);

    AgentSelfReport report = AgentRegistry.report("place", guest);

    assertThat(report.heartbeat()).isEqualTo(time);
    assertThat(report.version()).isEqualTo("2.7.4");
  }

  @Test
  void statesOfTheBackupExtensionAreThoseOfItsVersions() {
    RegistryKey handlers =
        new RegistryKey(
            "HandlerState",
            List.of(),
            List.of(
                key("Microsoft.Azure.RecoveryServices.VMSnapshot_1.0.0.5", text("s", "Enabled")),
                key("Microsoft.Azure.RecoveryServices.VMSnapshot_1.0.0.4", text("s", "?")),
                key("Other_1.0", text("s", "Enabled"))),
            true);

    assertThat(AgentRegistry.states("p", handlers))
        .extracting(WindowsBackupExtension.State::version)
        .containsExactly("1.0.0.5");
  }

  @ParameterizedTest
  @CsvSource({
    "'\"C:\\WindowsAzure\\A b\\WaAppAgent.exe\" -x', C:/WindowsAzure/A b/WaAppAgent.exe",
    "C:\\WindowsAzure\\Packages\\WaAppAgent.exe -x, C:/WindowsAzure/Packages/WaAppAgent.exe",
    "%SystemRoot%\\System32\\svchost.exe -k a, C:/Windows/System32/svchost.exe",
    "\\\\server\\share\\a.exe, ''",
    "'\"C:\\open', ''",
    "'', ''",
  })
  void servicesNameTheirProgram(String image, String program) {
    assertThat(ServiceProgram.path(image)).isEqualTo(program);
  }

  @Test
  void interfacesTellTheirAddressAndOption245() {
    String option =
        "0600000000000000040000000000000000000000A83F8110"
            + "F500000000000000040000000000000000000000A83F8110";
    RegistryKey dhcp =
        key(
            "{1}",
            number("EnableDHCP", 1),
            text("DhcpIPAddress", "10.1.0.4"),
            text("DhcpServer", "168.63.129.16"),
            text("IPAddress", "10.1.0.4\n10.1.0.7"),
            text("DhcpDefaultGateway", "10.1.0.1"),
            new RegistryValue("DhcpInterfaceOptions", "REG_BINARY", option));
    RegistryKey fixed =
        key(
            "{2}",
            number("EnableDHCP", 0),
            text("IPAddress", "10.1.0.5\n10.1.0.6"),
            text("DhcpIPAddress", "10.9.0.5"),
            text("DhcpServer", "10.9.0.1"),
            text("DefaultGateway", ""));
    RegistryKey idle = key("{3}", number("EnableDHCP", 1), text("DhcpIPAddress", "0.0.0.0"));

    assertThat(
            WindowsInterfaces.parse(
                "k", new RegistryKey("I", List.of(), List.of(dhcp, fixed, idle), true)))
        .containsExactly(
            new WindowsInterface(
                "{1}",
                true,
                List.of("10.1.0.4", "10.1.0.7"),
                "10.1.0.4",
                List.of("10.1.0.1"),
                "168.63.129.16",
                "k\\{1}"),
            new WindowsInterface(
                "{2}", false, List.of("10.1.0.5", "10.1.0.6"), null, List.of(), null, "k\\{2}"));
  }

  @ParameterizedTest
  @CsvSource({
    "v2.30|Action=Block|Active=TRUE|Dir=Out|RA4=168.63.129.16|Name=x|, true",
    "v2.30|Action=Block|Active=TRUE|Dir=Out|Protocol=6|RPort=80|, true",
    "v2.30|Action=Block|Active=TRUE|Dir=Out|App=C:\\WindowsAzure\\WaAppAgent.exe|, true",
    "v2.30|Action=Block|Active=FALSE|Dir=Out|RA4=168.63.129.16|, false",
    "v2.30|Action=Allow|Active=TRUE|Dir=Out|RA4=168.63.129.16|, false",
    "v2.30|Action=Block|Active=TRUE|Dir=In|RA4=168.63.129.16|, false",
    "v2.30|Action=Block|Active=TRUE|Dir=Out|RA4=168.63.129.16|Protocol=17|, false",
    "v2.30|Action=Block|Active=TRUE|Dir=Out|RPort=443|, false",
    "v2.30|Action=Block|Active=TRUE|Dir=Out|RA4=10.0.0.1|, false",
    "v2.30|Action=Block|Active=TRUE|Dir=Out|App=C:\\other.exe|, false",
    "v2.30|Action=Block|Active=TRUE|Dir=Out|Svc=x|RA4=168.63.129.16|, false",
    "v2.30|Action=Block|Active=TRUE|Dir=Out|RA4=LocalSubnet|, false",
  })
  void firewallRulesBlockTheHostOrNot(String rule, boolean blocks) {
    assertThat(WindowsFirewallRule.blocks("k", key("FirewallRules", text("{1}", rule))))
        .hasSize(blocks ? 1 : 0);
  }

  @Test
  void proxiesComeFromTheMachineTheAccountAndTheEnvironment() {
    String direct = "1800000000000000010000000000000000000000";
    String set =
        "280000000000000003000000" + counted("user:pw@proxy:8080") + counted("168.63.129.16");

    assertThat(WindowsProxies.machine("k", direct)).isNull();
    assertThat(WindowsProxies.machine("k", set))
        .isEqualTo(new WindowsProxy("proxy:8080", "168.63.129.16", "k"));
    assertThat(
            WindowsProxies.account(
                "k", key("S", number("ProxyEnable", 0), text("ProxyServer", "p:1"))))
        .isEmpty();
    assertThat(
            WindowsProxies.account(
                "k",
                key(
                    "S",
                    number("ProxyEnable", 1),
                    text("ProxyServer", "p:1"),
                    text("AutoConfigURL", "http://p/x.pac"))))
        .hasSize(2);
    assertThat(
            WindowsProxies.environment(
                "k", key("E", text("https_proxy", "http://p:1"), text("NO_PROXY", "*"))))
        .containsExactly(new WindowsProxy("http://p:1", "*", "k\\https_proxy"));
  }

  @ParameterizedTest
  @CsvSource({
    "SID Found: C:\\Packages., true",
    "SID gefunden: c:\\packages., true",
    "No files with a matching SID was found., false",
    "'', false",
  })
  void accountsAreFoundWhereThePathIsPrinted(String out, boolean found) {
    assertThat(FoundSid.in("C:\\Packages", out.getBytes(StandardCharsets.ISO_8859_1)))
        .isEqualTo(found);
  }

  @Property
  void anyTextGivesValues(@ForAll String text, @ForAll byte[] bytes) {
    String hex = hex(bytes);
    RegistryKey key =
        key("k", text("EnableDHCP", text), text("DhcpInterfaceOptions", hex), text("x", text));
    RegistryKey tree = new RegistryKey("t", key.values(), List.of(key), true);

    assertThat(List.of(tree)).hasSize(1);
    MachineConfigFile.parse("m", text, true);
    MachineConfigFile.parse("m", "<a><!--" + text, false);
    CertificateBlob.parse("k", hex);
    CertificateBlob.parse("k", text + hex);
    CertificateBlob.parse("k", "2000000001000000" + length(hex) + hex);
    AgentRegistry.report("k", tree);
    AgentRegistry.states("k", tree);
    ServiceProgram.path(text);
    ServiceProgram.path("\"" + text + ".exe");
    WindowsInterfaces.parse(
        "k",
        new RegistryKey(
            "i",
            List.of(),
            List.of(
                key(
                    "1",
                    number("EnableDHCP", 1),
                    text("DhcpIPAddress", "10.0.0.1"),
                    text("DhcpInterfaceOptions", hex))),
            true));
    WindowsFirewallRule.blocks("k", key("r", text("1", "Action=Block|" + text)));
    WindowsProxies.machine("k", hex);
    WindowsProxies.machine("k", "280000000000000003000000" + hex);
    WindowsProxies.account("k", tree);
    WindowsProxies.environment("k", key("e", text("HTTP_PROXY", text)));
    FoundSid.in("C:\\", bytes);
  }

  private static MachineConfig.State config(String text) {
    return MachineConfigFile.parse("machine.config", text, true).state();
  }

  private static RegistryKey key(String name, RegistryValue... values) {
    return new RegistryKey(name, Arrays.asList(values), List.of(), true);
  }

  private static RegistryValue text(String name, String data) {
    return new RegistryValue(name, "REG_SZ", data);
  }

  private static RegistryValue number(String name, long data) {
    return new RegistryValue(name, "REG_DWORD", String.valueOf(data));
  }

  private static String counted(String text) {
    String hex = hex(text.getBytes(StandardCharsets.ISO_8859_1));
    return length(hex) + hex;
  }

  private static String hex(byte[] bytes) {
    return java.util.HexFormat.of().formatHex(bytes);
  }

  private static String length(String hex) {
    int bytes = hex.length() / 2;
    return String.format("%02X%02X0000", bytes & 255, bytes >> 8);
  }
}
