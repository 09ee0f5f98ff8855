package io.github.backupdiag.guest.internal.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against the values that the tests of .NET publish for this checksum. */
class MarvinTest {

  private static final long SEED = 0x004FB61A001BDBCCL;

  @ParameterizedTest
  @CsvSource({
    "'', 30ED35C100CD3C7D",
    "AF, 48E73FC77D75DDC1",
    "E70F, B5F6E1FC485DBFF8",
    "37F495, F0B07C789B8CF7E8"
  })
  void hashesAsPublished(String bytes, String hash) {
    byte[] data = HexFormat.of().parseHex(bytes);

    assertThat(Marvin.hash(SEED, data, 0, data.length)).isEqualTo(Long.parseUnsignedLong(hash, 16));
  }
}
