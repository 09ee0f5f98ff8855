package io.github.backupdiag.internal.parse;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.internal.catalog.LoadedCatalog;
import java.util.List;
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
}
