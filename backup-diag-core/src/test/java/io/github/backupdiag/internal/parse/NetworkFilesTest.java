package io.github.backupdiag.internal.parse;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.fact.guest.AgentProxies.Kind;
import io.github.backupdiag.fact.guest.AgentProxies.Setting;
import io.github.backupdiag.fact.guest.ClockOffset;
import io.github.backupdiag.fact.guest.RoutingTable;
import io.github.backupdiag.guestaccess.FileContent;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Routes, proxies, rights of a process, storage names and lines about the clock. */
class NetworkFilesTest {

  private static final String ROUTES =
      """
      Iface\tDestination\tGateway \tFlags\tRefCnt\tUse\tMetric\tMask\t\tMTU\tWindow\tIRTT
      eth0\t00000000\t0100000A\t0003\t0\t0\t100\t00000000\t0\t0\t0
      eth0\t0000000A\t00000000\t0001\t0\t0\t0\t00FFFFFF\t0\t0\t0
      eth0\t10813FA8\t0100000A\t0007\t0\t0\t100\tFFFFFFFF\t0\t0\t0
      eth2\t00000000\t00000000\t0000\t0\t0\t0\t00000000\t0\t0\t0
      """;

  @Test
  void knowABlackholeByItsMissingDevice() {
    String blackhole = "*\t10813FA8\t00000000\t0005\t0\t0\t0\tFFFFFFFF\t0\t0\t0\n";
    RoutingTable table =
        RouteTable.parse("/r", ROUTES.lines().findFirst().orElseThrow() + "\n" + blackhole);
    assertThat(table.routes().get(0).rejects()).isTrue();
    assertThat(table.to(0xA83F8110L).rejects()).isTrue();
  }

  @Test
  void readsRoutes() {
    RoutingTable table = RouteTable.parse("/r", ROUTES);

    assertThat(table.routes()).hasSize(3);
    assertThat(table.to(0xA83F8110L).line()).isEqualTo(4);
    assertThat(table.to(0x0A000005L).line()).isEqualTo(3);
    assertThat(table.to(0x01010101L).gateway()).isEqualTo("10.0.0.1");
  }

  @Test
  void knowsAnEmptyTableFromNone() {
    assertThat(RouteTable.parse("/r", ROUTES.lines().findFirst().orElseThrow()).routes()).isEmpty();
    assertThat(RouteTable.parse("/r", "")).isNull();
    assertThat(RouteTable.parse("/r", ROUTES.replace("0100000A", "zz")).routes()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "http://bob:pa@ss@proxy:3128, http://proxy:3128",
    "bob:pw@proxy, proxy",
    "http://proxy, http://proxy",
    "proxy:80, proxy:80",
  })
  void leavesOutCredentials(String proxy, String shown) {
    assertThat(ProxySettings.environment("/e", "A=b\0HTTP_PROXY=" + proxy + "\0"))
        .containsExactly(new Setting(Kind.ENVIRONMENT, "HTTP_PROXY", shown, "/e", 0));
  }

  @Test
  void readsTheConfigurationOfTheAgent() {
    assertThat(
            ProxySettings.configured(
                AgentConfigFile.parse("/c", "HttpProxy.Host=p\nHttpProxy.Port=80\n")))
        .isEqualTo(new Setting(Kind.CONFIGURED, "HttpProxy.Host", "p:80", "/c", 1));
    assertThat(ProxySettings.configured(AgentConfigFile.parse("/c", "HttpProxy.Host=None\n")))
        .isNull();
  }

  @Test
  void readsUnitsAndTheirFiles() {
    String unit =
        """
        [Service]
        #Environment=http_proxy=x
        Environment="https_proxy=http://p" no_proxy=a,b
        EnvironmentFile=-/etc/default/x
        """;
    List<Setting> settings = ProxySettings.unit("/u", unit, "Environment", List.of());

    assertThat(settings)
        .containsExactly(
            new Setting(Kind.ENVIRONMENT_HTTPS, "https_proxy", "http://p", "/u", 3),
            new Setting(Kind.EXCEPTIONS, "no_proxy", "a,b", "/u", 3));
    assertThat(ProxySettings.unit("/v", "Environment=\n", "Environment", settings)).isEmpty();
    assertThat(ProxySettings.environmentFiles(unit)).containsExactly("/etc/default/x");
    assertThat(ProxySettings.variables("/f", "# x\nexport all_proxy='p:1'\n"))
        .containsExactly(new Setting(Kind.ENVIRONMENT, "all_proxy", "p:1", "/f", 2));
  }

  @ParameterizedTest
  @CsvSource({
    "'Uid:\t0\t0\t0\t0', '0 0 4294967295', true",
    "'Uid:\t1000\t0\t0\t0', '', true",
    "'Uid:\t0\t1000\t0\t0', '', false",
    "'Uid:\t0\t0\t0\t0', '0 1000 1', false",
    "'Name: x', '', false",
  })
  void knowsRoot(String status, String map, boolean root) {
    assertThat(ProcessRights.isRoot(status, map)).isEqualTo(root);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"a\":\"https://md-X1.z9.blob.core.windows.net/c?sig=s\"} | md-x1.z9.blob.core.windows.net",
        "https:\\/\\/acc.blob.core.chinacloudapi.cn\\/c | acc.blob.core.chinacloudapi.cn",
        "https://example.org/ https://b.blob.core.windows.net:443/ | b.blob.core.windows.net",
        "https://example.org/.blob. | ",
      })
  void takesOnlyTheHostOutOfSettings(String settings, String host) {
    assertThat(StorageHost.find(settings)).isEqualTo(host);
  }

  @Test
  void comparesTheTimesInTheLogOfTheExtension() {
    String mark = " [X-1.0]Date and time extracted from pre-snapshot request: ";
    List<ClockOffset> found =
        extension(
            "2026-03-14 02:15:41.204118"
                + mark
                + "2026-03-14 01:55:41\n"
                + ("2026/03/14 04:15:41" + mark + "2026-03-14 02:15:41\n")
                + "2026-03-14 02:15:42.1 [X-1.0]command start time is 2026-03-14 02:35:42 and utcNow"
                + " is 2026-03-14 02:15:42\n2026-03-14 02:15:43.1 [X-1.0]command start time is"
                + " 2026-03-14 00:00:00 and utcNow is 2026-03-14 02:15:43\n");

    assertThat(found)
        .extracting(ClockOffset::ahead)
        .containsExactly(Duration.ofMinutes(20), Duration.ofMinutes(-20));
    assertThat(found).extracting(ClockOffset::line).containsExactly(1L, 3L);
    assertThat(found.get(0).at()).isEqualTo("2026-03-14T02:15:41Z");
  }

  @ParameterizedTest
  @CsvSource({
    "Mar 14 02:15:41 vm, UTC, 2026-03-14T02:15:41Z",
    "Mar 14 03:15:41 vm, Europe/Berlin, 2026-03-14T02:15:41Z",
    "Dec 31 23:00:00 vm, UTC, 2025-12-31T23:00:00Z",
    "2026-03-14T03:15:41+01:00 vm, UTC, 2026-03-14T02:15:41Z",
    "[   12.3], UTC, ",
  })
  void readsTheWordsOfChrony(String stamp, ZoneId zone, Instant at) {
    String line = stamp + " chronyd[7]: System clock wrong by -412.201133 seconds, adjusted\n";
    List<ClockOffset> found =
        ClockLines.system(FileContent.of("/s", line), zone, Instant.parse("2026-03-14T02:16:00Z"));

    assertThat(found).hasSize(1);
    assertThat(found.get(0).ahead()).isEqualTo(Duration.ofMillis(-412_201));
    assertThat(found.get(0).at()).isEqualTo(at);
    assertThat(found.get(0).isSkewed()).isTrue();
  }

  @Test
  void knowsNoYearWithoutANeighbour() {
    String line = "Mar 14 02:15:41 vm chronyd: System clock wrong by 9 seconds\n";
    ClockOffset found = ClockLines.system(FileContent.of("/s", line), ZoneOffset.UTC, null).get(0);

    assertThat(found.at()).isNull();
    assertThat(found.isSkewed()).isFalse();
  }

  private static List<ClockOffset> extension(String text) {
    return ClockLines.extension(FileContent.of("/e", text));
  }
}
