package io.github.backupdiag.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.backupdiag.guest.samples.SampleRoot;
import io.github.backupdiag.guest.samples.SampleRoot.Distribution;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** {@code diagnose --root} on copies whose network or clock is wrong, or looks so. */
class NetworkRootsTest {

  private static final List<String> CODES =
      List.of(
          Ailment.Codes.NO_STATUS,
          Ailment.Codes.NO_SNAPSHOT,
          "ExtensionSnapshotFailedNoNetwork",
          "ExtensionOperationFailedForManagedDisks");

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource(NetworkAilment.class)
  void theAilmentIsTheFirstAndOnlyConfirmedCauseOnEachDistribution(NetworkAilment ailment)
      throws Exception {
    for (Distribution distribution : Distribution.values()) {
      SampleRoot root = SampleRoot.of(distribution, folder.resolve(distribution.name()));
      ailment.befall(root, distribution);
      assertBlamed(ailment, root, diagnose(root));
      for (String code : ailment.codes()) {
        assertBlamed(ailment, root, diagnose(root, "--error", code));
      }
    }
  }

  private static void assertBlamed(NetworkAilment ailment, SampleRoot root, Run run)
      throws Exception {
    JsonNode cause = JsonReport.of(run).onlyConfirmed();
    assertThat(cause.get("id").asText()).isEqualTo(ailment.cause());
    assertThat(cause.get("confidence").asText()).isEqualTo("likely");
    assertThat(cause.get("steps")).isNotEmpty();
    JsonNode evidence = cause.get("evidence").get(0);
    Path file = root.directory().resolve(evidence.get("file").asText().substring(1));
    assertThat(evidence.get("line").asInt()).isBetween(1, Files.readAllLines(file).size());
    assertThat(evidence.toString()).contains(ailment.excerpt());
    assertThat(run.out()).doesNotContain("s3cr3t");
    assertThat(run.status()).isEqualTo(ExitStatus.CONFIRMED);
    assertThat(run.err()).isEmpty();
  }

  @Test
  void aFixedAddressAloneConfirmsNothing() {
    assertHealthy(NetworkAilment::fixedAddress);
  }

  @Test
  void aFixedAddressBesideALeaseThatTellsTheHostAddressConfirmsNothing() {
    assertHealthy(
        (root, distribution) -> {
          NetworkAilment.FIXED_ADDRESS.befall(root, distribution);
          root.file(
              "var/lib/wicked/lease-eth0-dhcp-ipv4.xml",
              "<lease><options><option><code>245</code><data>a8:3f:81:10</data></option>"
                  + "</options></lease>\n");
        });
  }

  @Test
  void leasesWithoutTheOptionConfirmNothing() {
    assertHealthy(
        (root, distribution) ->
            root.file(
                    "etc/netplan/50-cloud-init.yaml",
                    """
                    network:
                      ethernets:
                        eth0:
                          dhcp4: true
                    """)
                .file(
                    "var/lib/dhcp/dhclient.eth0.leases",
                    "lease {\n  interface \"eth0\";\n  expire 4 2162/04/20 08:37:08;\n}\n"));
  }

  @Test
  void anExpiredLeaseWithAnotherAddressConfirmsNothing() {
    assertHealthy(
        (root, distribution) -> {
          NetworkAilment.OTHER_HOST_ADDRESS.befall(root, distribution);
          root.file(
              "var/lib/dhcp/dhclient.eth0.leases",
              "lease {\n  option unknown-245 a:9:8:7;\n  expire 4 2024/04/20 08:37:08;\n}\n");
        });
  }

  @Test
  void aProxyThatTheHostAddressGoesPastConfirmsNothing() {
    assertHealthy(
        (root, distribution) -> {
          NetworkAilment.PROXY_IN_UNIT.befall(root, distribution);
          root.file(
              "etc/systemd/system/" + root.unit() + ".service.d/proxy.conf",
              "[Service]\nEnvironment=http_proxy=http://proxy:3128"
                  + " \"no_proxy=localhost,168.63.129.16,169.254.169.254\"\n");
        });
  }

  @Test
  void aClockTwoMinutesOffConfirmsNothing() {
    assertHealthy(
        (root, distribution) ->
            root.file(
                    "var/log/messages",
                    "Mar 14 02:15:30 vm chronyd[700]: System clock wrong by -120.5 seconds\n")
                .append(
                    SampleRoot.EXTENSION_LOG,
                    SampleRoot.extensionLine(
                        12,
                        "Date and time extracted from pre-snapshot request: 2026-03-14 02:13:21")));
  }

  @Test
  void theAgentsOwnFirewallRulesConfirmNothing() {
    assertHealthy(
        (root, distribution) -> {
          NetworkAilment.FIREWALLED.befall(root, distribution);
          root.file(
              "etc/iptables/rules.v4",
              """
              *security
              :OUTPUT ACCEPT [0:0]
              -A OUTPUT -d 168.63.129.16/32 -p tcp -m tcp --dport 53 -j ACCEPT
              -A OUTPUT -d 168.63.129.16/32 -p tcp -m owner --uid-owner 0 -j ACCEPT
              -A OUTPUT -d 168.63.129.16/32 -p tcp -m conntrack --ctstate INVALID,NEW -j DROP
              COMMIT
              """);
        });
  }

  private void assertHealthy(BiConsumer<SampleRoot, Distribution> looks) {
    for (Distribution distribution : Distribution.values()) {
      SampleRoot root = SampleRoot.of(distribution, folder.resolve(distribution.name()));
      looks.accept(root, distribution);
      List<Run> runs = new ArrayList<>(List.of(diagnose(root)));
      CODES.forEach(code -> runs.add(diagnose(root, "--error", code)));
      for (Run run : runs) {
        JsonReport report = JsonReport.of(run);
        assertThat(report.confirmed()).isEmpty();
        assertThat(report.causes("contradictory")).isEmpty();
        assertThat(report.elements("problems")).isEmpty();
        assertThat(report.tree().get("status").asText()).isEqualTo("COMPLETE");
      }
    }
  }

  private static Run diagnose(SampleRoot root, String... more) {
    List<String> words = new ArrayList<>();
    words.addAll(List.of("diagnose", "--root", root.directory().toString(), "--format", "json"));
    words.addAll(List.of(more));
    return Run.of(words.toArray(String[]::new));
  }
}
