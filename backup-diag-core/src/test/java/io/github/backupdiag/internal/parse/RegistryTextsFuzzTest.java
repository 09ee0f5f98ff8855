package io.github.backupdiag.internal.parse;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.backupdiag.guestaccess.RegistryKey;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

class RegistryTextsFuzzTest {

  private static final String KEY = "HKLM\\A";

  static Stream<byte[]> files() {
    return Stream.of(
            "\r\nHKEY_LOCAL_MACHINE\\A\r\n    (x)    REG_SZ    y\r\n    n    REG_DWORD    0x2\r\n",
            "REGEDIT4\n[HKEY_LOCAL_MACHINE\\A\\b]\n\"x\"=hex(7):61,00,\\\n  00\n@=dword:1\n",
            "SERVICE_NAME: VSS\n TYPE : 10  WIN32\n STATE : 4  RUNNING\n")
        .map(text -> text.getBytes(StandardCharsets.UTF_8));
  }

  /** What programs of Windows and exports say of registry and services. */
  @MethodSource("files")
  @FuzzTest
  void parse(byte[] bytes) {
    String text = ConsoleText.decode(bytes, Charset.forName("IBM850"));
    RegistryKey key = RegQuery.parse(text, KEY, 3, 50, true);
    assertThat(key == null ? 0 : key.values().size()).isLessThanOrEqualTo(50);
    RegExport export = RegExport.of(text);
    if (export != null) {
      export.covers(KEY);
      export.key(KEY, 3, 50);
    }
    ScQuery.state(text);
    SmbiosTable.chassisAssetTag(HexFormat.of().formatHex(bytes));
    assertThat(RegistryData.value("x", bytes.length, bytes).name()).isEqualTo("x");
  }
}
