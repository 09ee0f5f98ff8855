package io.github.backupdiag.internal.parse;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.catalog.NumericError;
import io.github.backupdiag.internal.catalog.LoadedCatalog;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ErrorNumbersTest {

  private static final ErrorNumbers NUMBERS =
      new ErrorNumbers(LoadedCatalog.with(List.of()).errors());

  @ParameterizedTest
  @CsvSource({
    "hr = 0x8004230F., vss.0x8004230f",
    "'[0X8004230f, ', vss.0x8004230f",
    "0x 8004 230F, vss.0x8004230f",
    "'error -2147212529 (x)', vss.0x8004230f",
    "code=2147754767, vss.0x8004230f",
    "Exception from HRESULT: 0x80110401, hresult.0x80110401",
    "- Returned HRESULT: 80042306, vss.0x80042306",
    "Error text: VSS_E_PROVIDER_VETO, vss.0x80042306",
    "VSS_E_PROVIDER_VETO (0x80042306), vss.0x80042306",
    "HRESULT was 80070005 from line 45, hresult.0x80070005",
  })
  void findsANumberInEveryWriting(String text, String id) {
    assertThat(NUMBERS.find(text)).extracting(hit -> hit.error().id()).containsExactly(id);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "121",
        "320001",
        "0x8004230F1",
        "x0x8004230F",
        "12147754767",
        "2147754767a",
        "0x8004",
        "0xDEADBEEF",
        "HRESULT: 80042306a",
        "the 80042306 th file",
        "VSS_E_PROVIDER_VETOED",
        "MY_VSS_E_PROVIDER_VETO",
        "SOME_E_OTHER_NAME",
        "[8]",
        "exit code 1"
      })
  void findsNoOtherNumber(String text) {
    assertThat(NUMBERS.find(text)).isEmpty();
  }

  @Test
  void findsEachPlaceInTheOrderOfTheText() {
    assertThat(
            NUMBERS.find("VSS_E_PROVIDER_VETO before 0x80042306 and VSS_E_BAD_STATE, -2147212529"))
        .extracting(ErrorNumbers.Hit::written)
        .containsExactly("0x80042306", "VSS_E_BAD_STATE", "-2147212529");
    assertThat(NUMBERS.find("VSS_E_BAD_STATE then 0x80042306"))
        .extracting(ErrorNumbers.Hit::start)
        .containsExactly(0, 21);
  }

  @Test
  void knowsWhatACatalogAdds() {
    ErrorNumbers numbers =
        new ErrorNumbers(
            List.of(
                error("own.one", "hresult", "0x8AAA0001", null, List.of("2326396929")),
                error("own.two", "vss", "0x8AAA0002", "OWN_E_TWO", List.of()),
                error("own.three", "exit-code", "0x8AAA0003", "OWN_E_THREE", List.of())));

    assertThat(numbers.find("0x8aaa0001, 2326396929, 0x8AAA0002, 0x8AAA0003"))
        .extracting(hit -> hit.error().id())
        .containsExactly("own.one", "own.one", "own.two");
    assertThat(numbers.find("OWN_E_TWO and OWN_E_THREE"))
        .extracting(hit -> hit.error().id())
        .containsExactly("own.two");
  }

  private static NumericError error(
      String id, String kind, String value, @Nullable String symbol, List<String> decimals) {
    return new NumericError(
        id, kind, value, symbol, decimals, "unknown", List.of(), List.of(), List.of());
  }
}
