package io.github.backupdiag.internal.parse;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.fact.guest.DhcpLease;
import io.github.backupdiag.guestaccess.FileContent;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Packets of dhcpcd, as options behind the cookie. */
class BootpPacketTest {

  private static final Instant WRITTEN = Instant.parse("2026-03-14T02:00:00Z");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "F504A83F8110",
        "F504A83F8110FF",
        "000000F504A83F8110",
        "350105" + "F504A83F8110",
        "F50101" + "F504A83F8110",
        "0C00" + "F504A83F8110",
        "33040000003C" + "F504A83F8110"
      })
  void findsTheHostAmongOtherOptions(String options) {
    assertThat(lease(options).hostEndpoint()).isEqualTo("168.63.129.16");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "FF",
        "FFF504A83F8110",
        "F504A83F81",
        "F5",
        "F503A83F81",
        "0C20F504A83F8110",
        "F505A83F811000"
      })
  void findsNoneWhereTheOptionEndsBefore(String options) {
    assertThat(lease(options).hostEndpoint()).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "33040000003C, 2026-03-14T02:01:00Z",
    "330400000000, 2026-03-14T02:00:00Z",
    "3304FFFFFFFE, 2162-04-20T08:28:14Z",
    "3304FFFFFFFF,",
    "FF,"
  })
  void endsAfterTheTimeOfTheLease(String options, @Nullable Instant ends) {
    assertThat(lease(options).ends()).isEqualTo(ends);
    assertThat(lease(options).begins()).isEqualTo(WRITTEN);
  }

  @Test
  void isAPacketOnlyWithTheWholeCookie() {
    byte[] packet = packet("");
    assertThat(BootpPacket.lease(file(packet))).isNotNull();
    assertThat(BootpPacket.lease(file(Arrays.copyOf(packet, 239)))).isNull();
    for (int i = 236; i < 240; i++) {
      byte[] other = packet.clone();
      other[i]++;
      assertThat(BootpPacket.lease(file(other))).isNull();
    }
  }

  private static DhcpLease lease(String options) {
    return BootpPacket.lease(file(packet(options)));
  }

  private static FileContent file(byte[] bytes) {
    return new FileContent("/var/lib/dhcpcd/eth0.lease", bytes, 0, bytes.length, WRITTEN);
  }

  private static byte[] packet(String options) {
    return HexFormat.of().parseHex("00".repeat(236) + "63825363" + options);
  }
}
