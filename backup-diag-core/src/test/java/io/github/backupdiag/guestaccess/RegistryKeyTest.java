package io.github.backupdiag.guestaccess;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RegistryKeyTest {

  private final RegistryKey key =
      new RegistryKey(
          "VSS",
          List.of(
              new RegistryValue("Start", "REG_DWORD", "4294967295"),
              new RegistryValue("", "REG_SZ", "7"),
              new RegistryValue("Big", "REG_QWORD", "18446744073709551615")),
          List.of(
              new RegistryKey(
                  "Providers",
                  List.of(),
                  List.of(new RegistryKey("{A}", List.of(), List.of(), true)),
                  true)),
          true);

  @Test
  void findsValuesInAnyCase() {
    assertThat(key.text("START")).contains("4294967295");
    assertThat(key.text("")).contains("7");
    assertThat(key.value("x")).isEmpty();
  }

  @Test
  void readsNumbersOfNumberTypesOnly() {
    assertThat(key.number("start")).hasValue(4294967295L);
    assertThat(key.number("")).isEmpty();
    assertThat(key.number("Big")).isEmpty();
    assertThat(key.number("x")).isEmpty();
  }

  @Test
  void findsKeysFurtherDown() {
    assertThat(key.key("providers\\{a}")).isPresent();
    assertThat(key.key("{a}")).isEmpty();
    assertThat(key.key("providers\\x\\y")).isEmpty();
  }
}
