package io.github.backupdiag.internal.parse;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.fact.guest.RoutingTable;
import io.github.backupdiag.internal.parse.PacketRule.Fit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoutesAndNetworksTest {

  private static final String HEAD =
      "Iface\tDestination\tGateway\tFlags\tRefCnt\tUse\tMetric\tMask\n";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "168.63.129.16 | YES",
        "168.63.129.17 | NO",
        " 168.63.129.16/32 | YES",
        "168.63.129.18/31 | NO",
        "168.63.129.17/30 | YES",
        "168.63.129.0/24 | YES",
        "168.63.0.0/255.255.0.0 | YES",
        "168.62.0.0/255.255.0.0 | NO",
        "0.0.0.0/0 | YES",
        "10.0.0.0/8 | NO",
        "168.63.129.16-168.63.129.16 | YES",
        "168.63.129.1 - 168.63.129.15 | NO",
        "168.63.129.17-168.63.129.20 | NO",
        "0.0.0.0-255.255.255.255 | YES",
        "168.63.129.16/33 | PERHAPS",
        "168.63.129.16/x | PERHAPS",
        "168.63.129.16/255.255.0 | PERHAPS",
        "168.63.129.256 | PERHAPS",
        "168.63.129 | PERHAPS",
        "168.63.129.1x | PERHAPS",
        "1-168.63.129.20 | PERHAPS",
        "168.63.129.1-x | PERHAPS",
        "fe80::1 | PERHAPS"
      })
  void tellsWhetherTheHostLiesInANetwork(String network, Fit fit) {
    assertThat(HostNetwork.any(new String[] {network})).isEqualTo(fit);
    assertThat(HostNetwork.any(new String[] {"10.0.0.1", network})).isEqualTo(fit);
  }

  @Test
  void liesInNoneOfNoNetworks() {
    assertThat(HostNetwork.any(new String[0])).isEqualTo(Fit.NO);
  }

  @Test
  void readsAddressesFromTheirLastByte() {
    RoutingTable table =
        RouteTable.parse("/r", HEAD + "eth0\t00000080\tFE0102C0\t0003\t0\t0\t7\t000000FF\n");

    assertThat(table.routes()).hasSize(1);
    assertThat(table.routes().get(0).gateway()).isEqualTo("192.2.1.254");
    assertThat(table.to(0x80FFFFFFL)).isNotNull();
    assertThat(table.to(0x81000000L)).isNull();
  }

  @ParameterizedTest
  @CsvSource({"0003, false, 1", "0201, true, 1", "0200, false, 0", "0002, false, 0", "x, false, 0"})
  void takesRoutesThatAreUp(String flags, boolean rejects, int routes) {
    RoutingTable table =
        RouteTable.parse(
            "/r", HEAD + "eth0\t00000000\t00000000\t" + flags + "\t0\t0\t0\t00000000\n");

    assertThat(table.routes()).hasSize(routes).allMatch(route -> route.rejects() == rejects);
  }

  @Test
  void leavesOutLinesThatAreShort() {
    assertThat(
            RouteTable.parse("/r", HEAD + "eth0\t0\t0\t3\t0\t0\t0\n\neth0\t0\t0\t3\t0\t0\t0\t0\n")
                .routes())
        .isEmpty();
    assertThat(RouteTable.parse("/r", HEAD + "eth0 00000000 0100000A 1 0 0 0 00000000").routes())
        .hasSize(1);
  }
}
