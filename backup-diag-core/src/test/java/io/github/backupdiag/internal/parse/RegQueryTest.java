package io.github.backupdiag.internal.parse;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.guestaccess.RegistryKey;
import io.github.backupdiag.guestaccess.RegistryValue;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegQueryTest {

  private static final String VSS = "HKLM\\SYSTEM\\CurrentControlSet\\Services\\VSS";

  private static final String OUTPUT =
      """

      HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Services\\VSS
          (Default)    REG_SZ    (value not set)
          Start    REG_DWORD    0x2
          ImagePath    REG_EXPAND_SZ    %systemroot%\\system32\\vssvc.exe
          DependOnService    REG_MULTI_SZ    RPCSS\\0SamSS
          Name with blanks    REG_QWORD    0xffffffffffffffff
          FailureActions    REG_BINARY    80510100ab
          Empty    REG_SZ   \s
          Long    REG_SZ    one
      two

      HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Services\\VSS\\Diag
          (Default)    REG_SZ    Disabled

      HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Services\\VSS\\Diag\\SPP
          Enter    REG_BINARY    00

      HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Services\\VSS\\Providers
      """
          .replace("\n", "\r\n");

  @Test
  void readsValuesOfEachType() {
    RegistryKey key = parse(OUTPUT, VSS, 0);

    assertThat(key.name()).isEqualTo("VSS");
    assertThat(key.values())
        .containsExactly(
            new RegistryValue("Start", "REG_DWORD", "2"),
            new RegistryValue("ImagePath", "REG_EXPAND_SZ", "%systemroot%\\system32\\vssvc.exe"),
            new RegistryValue("DependOnService", "REG_MULTI_SZ", "RPCSS\nSamSS"),
            new RegistryValue("Name with blanks", "REG_QWORD", "18446744073709551615"),
            new RegistryValue("FailureActions", "REG_BINARY", "80510100AB"),
            new RegistryValue("Empty", "REG_SZ", ""),
            new RegistryValue("Long", "REG_SZ", "one\ntwo"));
    assertThat(key.keys()).isEmpty();
    assertThat(key.complete()).isTrue();
  }

  @Test
  void goesDownAsFarAsAsked() {
    RegistryKey key = parse(OUTPUT, VSS.toLowerCase(java.util.Locale.ROOT), 1);

    assertThat(key.keys()).extracting(RegistryKey::name).containsExactly("Diag", "Providers");
    assertThat(key.key("diag").orElseThrow().text("")).contains("Disabled");
    assertThat(key.key("diag\\SPP")).isEmpty();
    assertThat(parse(OUTPUT, VSS, 2).key("diag\\spp").orElseThrow().text("Enter")).contains("00");
  }

  @ParameterizedTest
  @ValueSource(strings = {"(Default)", "(Standard)", "(既定)", "(par défaut)", "（默认）", "(?\ufffd)"})
  void knowsTheDefaultValueInAnyLanguage(String label) {
    String text = "HKEY_LOCAL_MACHINE\\A\n    " + label + "    REG_SZ    x\n";

    assertThat(parse(text, "HKLM\\A", 0).text("")).contains("x");
  }

  @Test
  void leavesOutWhatIsTooMuchAndSaysSo() {
    RegistryKey key = Objects.requireNonNull(RegQuery.parse(OUTPUT, VSS, 1, 2, true));

    assertThat(key.values()).hasSize(2);
    assertThat(key.keys()).isEmpty();
    assertThat(key.complete()).isFalse();
  }

  @Test
  void isNotCompleteWhenTheCommandWasRefusedSomething() {
    assertThat(Objects.requireNonNull(RegQuery.parse(OUTPUT, VSS, 1, 99, false)).complete())
        .isFalse();
  }

  @Test
  void findsNothingInTheListingOfAnotherKey() {
    assertThat(RegQuery.parse(OUTPUT, VSS + "x", 1, 99, true)).isNull();
    assertThat(RegQuery.parse(OUTPUT, "HKLM\\SYSTEM\\CurrentControlSet\\Services\\V", 1, 99, true))
        .isNull();
    assertThat(RegQuery.parse("ERROR: nothing", VSS, 0, 99, true)).isNull();
  }

  private static RegistryKey parse(String text, String key, int depth) {
    return Objects.requireNonNull(RegQuery.parse(text, key, depth, 99, true));
  }
}
