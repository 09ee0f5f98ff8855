package io.github.backupdiag.internal.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SingleChangeTest {

  @ParameterizedTest
  @CsvSource({
    "vmisnotbackedup, vmisnotbackedup, true",
    "vmweb01isnotbackedup, vmisnotbackedup, true",
    "web01vmisnotbackedup, vmisnotbackedup, true",
    "vmisnotbackedupweb01, vmisnotbackedup, true",
    "vmweb01isnotyetbackedup, vmisnotbackedup, false",
    "vmisnotbackedu, vmisnotbackedup, true",
    "visnotbackedup, vmisnotbackedup, true",
    "visnotbackedp, vmisnotbackedup, false",
    "vmisnotup, vmisnotbackedup, false",
    "vmxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxisnotbackedup, vmisnotbackedup, false",
    "'', vmisnotbackedup, false",
  })
  void separates(String read, String form, boolean expected) {
    assertThat(SingleChange.separates(read, form)).isEqualTo(expected);
  }
}
