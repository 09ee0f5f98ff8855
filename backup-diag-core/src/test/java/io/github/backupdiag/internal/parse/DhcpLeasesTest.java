package io.github.backupdiag.internal.parse;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.fact.guest.DhcpLease;
import io.github.backupdiag.guestaccess.FileContent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DhcpLeasesTest {

  private static final String HOST = "168.63.129.16";
  private static final Instant WRITTEN = Instant.parse("2026-03-13T01:00:00Z");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "unknown-245 a8:3f:81:10",
        "private-245 a8:3f:81:10",
        "unknown-245 0xa83f8110",
        "private-245 a83f8110",
        "unknown-245 168.63.129.16",
        "private-245 \"168.63.129.16\"",
      })
  void readsDhclient(String option) {
    DhcpLease lease =
        only(
            "/var/lib/dhcp/dhclient.leases",
            "default-duid \"x\";\nlease {\n  interface \"eth0\";\n  fixed-address 10.0.0.4;\n"
                + ("  option " + option + ";\n  expire 4 2026/04/20 08:37:08;\n}\n"));

    assertThat(lease.hostEndpoint()).isEqualTo(HOST);
    assertThat(lease.device()).isEqualTo("eth0");
    assertThat(lease.line()).isEqualTo(5);
    assertThat(lease.ends()).isEqualTo("2026-04-20T08:37:08Z");
  }

  @ParameterizedTest
  @CsvSource({"never, ", "epoch 1773454509; # x, 2026-03-14T02:15:09Z", "4 2026/13/99 1:2:3, "})
  void readsWhenALeaseOfDhclientEnds(String expire, Instant ends) {
    assertThat(only("/a.leases", "lease {\n expire " + expire + ";\n}\n").ends()).isEqualTo(ends);
  }

  @Test
  void keepsTheOrderOfDhclientAndWhatHasNoOption() {
    List<DhcpLease> leases =
        DhcpLeases.read(
            FileContent.of(
                "/a.leases",
                "lease {\n option unknown-245 a:9:8:7;\n}\nlease {\n option routers 10.0.0.1;\n}\n"));

    assertThat(leases).extracting(DhcpLease::hostEndpoint).containsExactly("10.9.8.7", null);
  }

  @Test
  void readsNetworkd() {
    DhcpLease lease =
        only(
            "/run/systemd/netif/leases/2",
            """
            # This is private data. Do not parse.
            ADDRESS=10.0.0.4
            LIFETIME=3600
            SERVER_ADDRESS=168.63.129.16
            OPTION_245=a83f8110
            """);

    assertThat(lease.hostEndpoint()).isEqualTo(HOST);
    assertThat(lease.line()).isEqualTo(5);
    assertThat(lease.begins()).isEqualTo(WRITTEN);
    assertThat(lease.ends()).isEqualTo(WRITTEN.plusSeconds(3600));
  }

  @Test
  void readsNetworkManager() {
    DhcpLease lease =
        only(
            "/var/lib/NetworkManager/internal-5fb06bd0-0bb0-7ffb-45f1-d6edd65f3e03-eth0.lease",
            "ADDRESS=10.0.0.4\nLIFETIME=4294967295\nprivate_245=a8:3f:81:10\n");

    assertThat(lease.hostEndpoint()).isEqualTo(HOST);
    assertThat(lease.device()).isEqualTo("eth0");
    assertThat(lease.ends()).isNull();
  }

  @Test
  void readsTheHooksOfCloudInit() {
    assertThat(
            only(
                    "/run/cloud-init/dhclient.hooks/eth0.json",
                    "{\n \"ip_address\": \"10.0.0.4\",\n \"unknown_245\": \"a8:3f:81:10\"\n}\n")
                .hostEndpoint())
        .isEqualTo(HOST);
    assertThat(
            only("/x/eth0.json", "{\"interface\": \"eth0\", \"private_245\": \"a8:3f:81:10\"}")
                .hostEndpoint())
        .isEqualTo(HOST);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<options><option><code>245</code><data>a8:3f:81:10</data></option></options>",
        "<options><unknown-245>168.63.129.16</unknown-245></options>",
        "<option code=\"245\">a83f8110</option>"
      })
  void readsWicked(String options) {
    DhcpLease lease =
        only(
            "/var/lib/wicked/lease-eth0-dhcp-ipv4.xml",
            "<lease>\n<ipv4:dhcp><lease-time>60</lease-time>\n" + options + "</ipv4:dhcp></lease>");

    assertThat(lease.hostEndpoint()).isEqualTo(HOST);
    assertThat(lease.device()).isEqualTo("eth0");
    assertThat(lease.line()).isEqualTo(3);
    assertThat(lease.ends()).isEqualTo(WRITTEN.plusSeconds(60));
  }

  @Test
  void readsThePacketThatDhcpcdKeeps() {
    byte[] packet = Arrays.copyOf(new byte[0], 260);
    byte[] options = {
      0x63,
      (byte) 0x82,
      0x53,
      0x63,
      53,
      1,
      5,
      0,
      (byte) 245,
      4,
      (byte) 0xa8,
      0x3f,
      (byte) 0x81,
      0x10,
      51,
      4,
      0,
      0,
      0,
      60,
      (byte) 255
    };
    System.arraycopy(options, 0, packet, 236, options.length);
    DhcpLease lease =
        DhcpLeases.read(
                new FileContent("/var/lib/dhcpcd/eth0.lease", packet, 0, packet.length, WRITTEN))
            .get(0);

    assertThat(lease.hostEndpoint()).isEqualTo(HOST);
    assertThat(lease.device()).isEqualTo("eth0");
    assertThat(lease.ends()).isEqualTo(WRITTEN.plusSeconds(60));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "hello\n", "[device]\nmanaged=true\n", "<html></html>"})
  void findsNoLeaseInOtherFiles(String text) {
    assertThat(DhcpLeases.read(FileContent.of("/a", text))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"a8:3f:81, a8:3f:81", "300.1.1.1, 300.1.1.1", "zz:3f:81:10, zz:3f:81:10", "'', ''"})
  void keepsWhatIsNoAddressAsItStands(String written, String value) {
    assertThat(HostOption.value(written)).isEqualTo(value);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1245", "routers-245", "unknown-2450", "245", "x245"})
  void knowsNamesThatAreOthers(String name) {
    assertThat(HostOption.isName(name)).isFalse();
  }

  private static DhcpLease only(String path, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    List<DhcpLease> leases =
        DhcpLeases.read(new FileContent(path, bytes, 0, bytes.length, WRITTEN));
    assertThat(leases).hasSize(1);
    return leases.get(0);
  }
}
