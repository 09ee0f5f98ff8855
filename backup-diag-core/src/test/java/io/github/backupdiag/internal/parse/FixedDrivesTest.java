package io.github.backupdiag.internal.parse;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.guestaccess.RegistryKey;
import io.github.backupdiag.guestaccess.RegistryValue;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FixedDrivesTest {

  private static final String MBR = "5C2D8A1F0000100000000000";
  private static final String GPT = "444D494F3A49443A00112233445566778899AABBCCDDEEFF";

  @Test
  void areThoseOfPartitions() {
    assertThat(
            FixedDrives.of(
                key(
                    value("\\DosDevices\\E:", GPT),
                    value("\\DosDevices\\c:", MBR.toLowerCase(java.util.Locale.ROOT)),
                    value(
                        "\\DosDevices\\D:",
                        "5C003F003F005C00530043005300490023004300640052006F006D00"),
                    value("\\??\\Volume{8c1f0c1e-0000-0000-0000-100000000000}", MBR),
                    value("\\DosDevices\\CC:", MBR))))
        .containsExactly('C', 'E');
  }

  @ParameterizedTest
  @CsvSource({"C:\\Windows, C", "d:\\winnt, D", "%SystemRoot%, C", "'', C"})
  void knowTheDriveOfTheSystem(String folder, char drive) {
    assertThat(FixedDrives.system(folder)).isEqualTo(drive);
  }

  @Property(tries = 200)
  void surviveAnything(@ForAll String name, @ForAll String data) {
    assertThat(FixedDrives.of(key(value(name, data)))).hasSizeLessThan(2);
    assertThat(FixedDrives.system(data)).isBetween('A', 'Z');
  }

  private static RegistryKey key(RegistryValue... values) {
    return new RegistryKey("MountedDevices", List.of(values), List.of(), true);
  }

  private static RegistryValue value(String name, String data) {
    return new RegistryValue(name, "REG_BINARY", data);
  }
}
