package io.github.backupdiag.internal.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class SmbiosTableTest {

  private static final String HEAD = "0003020000000000";
  private static final String CHASSIS = "0309000001000000" + "02" + "4D0041005800" + "00";

  @Test
  void findsTheTagBehindOtherStructures() {
    assertThat(SmbiosTable.chassisAssetTag(HEAD + "010400000000" + CHASSIS)).isEqualTo("A");
  }

  @Test
  void findsNoneWhereThereIsNone() {
    assertThat(SmbiosTable.chassisAssetTag("")).isEmpty();
    assertThat(SmbiosTable.chassisAssetTag("no hex")).isEmpty();
    assertThat(SmbiosTable.chassisAssetTag(HEAD + "7F0400000000" + CHASSIS)).isEmpty();
    assertThat(SmbiosTable.chassisAssetTag(HEAD + "030900000100000004" + "4D0000")).isEmpty();
    assertThat(SmbiosTable.chassisAssetTag(HEAD + "0304000000")).isEmpty();
  }

  @Property
  void givesATextForAnyBytes(@ForAll byte[] bytes) {
    String hex = HexFormat.of().formatHex(bytes);

    assertThat(SmbiosTable.chassisAssetTag(hex)).doesNotContain("\0");
    assertThat(SmbiosTable.chassisAssetTag(HEAD + "03" + hex)).doesNotContain("\0");
  }
}
