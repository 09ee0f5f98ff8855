package io.github.backupdiag.internal.parse;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.backupdiag.fuzz.Places;
import io.github.backupdiag.fuzz.Samples;
import io.github.backupdiag.guestaccess.FileContent;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

class NetworkFilesFuzzTest {

  static Stream<byte[]> files() {
    return Samples.of(
        "Iface\tDestination\tGateway\tFlags\tRefCnt\tUse\tMetric\tMask\n"
            + "eth0\t00000000\t0100000A\t0003\t0\t0\t100\t00000000\n",
        "network:\n  ethernets:\n    eth0:\n      dhcp4: false\n      addresses: [10.0.0.4/24]\n",
        "DEVICE=eth0\nBOOTPROTO=static\nIPADDR=10.0.0.4\n",
        "iface eth0 inet static\n  address 10.0.0.4\n",
        "[ipv4]\nmethod=manual\naddress1=10.0.0.4/24\n[Match]\nName=eth0\n[Network]\nDHCP=no\n",
        "lease {\n  interface \"eth0\";\n  option unknown-245 a8:3f:81:10;\n"
            + "  renew 6 2026/03/14 02:15:52;\n}\n",
        "*filter\n:OUTPUT DROP [0:0]\n-A OUTPUT -d 168.63.129.16/32 -p tcp -m tcp --dport 80"
            + " -j ACCEPT\nCOMMIT\n",
        "<direct><rule ipv=\"ipv4\" table=\"filter\" chain=\"OUTPUT\" priority=\"0\">-d"
            + " 168.63.129.16 -j DROP</rule></direct>",
        "table ip t {\n chain o {\n  type filter hook output priority 0; policy drop;\n"
            + "  ip daddr 168.63.129.16 tcp dport { 80, 32526 } drop\n }\n}\n",
        "http_proxy=http://u:p@proxy:3128\nEnvironment=\"https_proxy=x\"\nEnvironmentFile=-/e\n");
  }

  /** Routes, addresses, leases, packet filters and proxies as each tool writes them. */
  @MethodSource("files")
  @FuzzTest
  void parse(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    FileContent file = new FileContent("/a", bytes, 0, bytes.length, null);
    Places.check(() -> RouteTable.parse("/r", text), text);
    Places.check(() -> AddressSetups.netplan("/n", text), text);
    Places.check(() -> AddressSetups.ifcfg("/etc/ifcfg-eth0", text, true), text);
    Places.check(() -> AddressSetups.interfaces("/i", text), text);
    Places.check(() -> AddressSetups.keyfile("/k", text), text);
    Places.check(() -> AddressSetups.networkd("/d", text), text);
    Places.check(() -> DhcpLeases.read(file), text);
    Places.check(() -> BootpPacket.lease(file), text);
    Places.check(() -> FirewallRules.iptables("/r", text), text);
    Places.check(() -> FirewallRules.firewalld("/d", text), text);
    Places.check(() -> FirewallRules.nft("/n", text), text);
    Places.check(() -> ProxySettings.environment("/e", text), text);
    Places.check(() -> ProxySettings.variables("/v", text), text);
    Places.check(() -> ProxySettings.unit("/u", text, "Environment", List.of()), text);
    Places.check(() -> ProxySettings.environmentFiles(text), text);
    Places.check(() -> ProcessRights.isRoot(text, text), text);
  }
}
