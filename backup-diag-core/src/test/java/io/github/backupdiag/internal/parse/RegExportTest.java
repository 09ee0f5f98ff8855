package io.github.backupdiag.internal.parse;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.guestaccess.RegistryKey;
import io.github.backupdiag.guestaccess.RegistryValue;
import java.util.Objects;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class RegExportTest {

  private static final String TEXT =
      """
      Windows Registry Editor Version 5.00

      [HKEY_LOCAL_MACHINE\\SOFTWARE\\A]
      @="default"
      "Number"=dword:0000ffff
      "Quo\\"ted\\\\"="C:\\\\x \\"y\\""
      "Raw"=hex:01,0a,\\
        ff
      "Many"=hex(7):61,00,00,00,62,00,00,00,00,00
      "Quad"=hex(b):02,00,00,00,00,00,00,00
      "None"=hex(0):
      "Bad"=hex:zz
      "Gone"=-

      [HKEY_LOCAL_MACHINE\\SOFTWARE\\A\\B]
      "x"="1"
      """
          .replace("\n", "\r\n");

  private final RegExport export = Objects.requireNonNull(RegExport.of(TEXT));

  @Test
  void readsValuesOfEachType() {
    RegistryKey key = Objects.requireNonNull(export.key("HKLM\\software\\a", 1, 99));

    assertThat(key.values())
        .containsExactly(
            new RegistryValue("", "REG_SZ", "default"),
            new RegistryValue("Number", "REG_DWORD", "65535"),
            new RegistryValue("Quo\"ted\\", "REG_SZ", "C:\\x \"y\""),
            new RegistryValue("Raw", "REG_BINARY", "010AFF"),
            new RegistryValue("Many", "REG_MULTI_SZ", "a\nb"),
            new RegistryValue("Quad", "REG_QWORD", "2"),
            new RegistryValue("None", "REG_NONE", ""));
    assertThat(key.key("b").orElseThrow().text("x")).contains("1");
  }

  @Test
  void coversTheKeyItWasMadeOfAndAllBelow() {
    assertThat(export.covers("HKLM\\SOFTWARE\\a")).isTrue();
    assertThat(export.covers("HKLM\\SOFTWARE\\A\\C\\D")).isTrue();
    assertThat(export.covers("HKLM\\SOFTWARE\\AB")).isFalse();
    assertThat(export.covers("HKLM\\SOFTWARE")).isFalse();
    assertThat(export.key("HKLM\\SOFTWARE\\A\\C", 0, 9)).isNull();
  }

  @Test
  void isNoneWithoutItsHead() {
    assertThat(RegExport.of("")).isNull();
    assertThat(RegExport.of("[HKEY_LOCAL_MACHINE\\A]")).isNull();
    assertThat(RegExport.of("REGEDIT4\n[HKEY_LOCAL_MACHINE\\A]")).isNotNull();
  }

  @Property
  void readsAnyText(@ForAll String text, @ForAll String more) {
    RegExport any =
        Objects.requireNonNull(
            RegExport.of(
                "REGEDIT4\n[HKEY_LOCAL_MACHINE\\A]\n\"x\"=hex:" + text + "\n\"" + more + "\"="));
    any.covers("HKLM\\A");

    assertThat(any.key("HKLM\\A", 1, 9)).isNotNull();
    RegExport.of(text);
  }
}
