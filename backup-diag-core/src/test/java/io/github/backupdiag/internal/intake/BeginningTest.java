package io.github.backupdiag.internal.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class BeginningTest {

  @Test
  void is_all_of_an_ordinary_input() {
    String text = "a\r\nb\u0301\n";

    assertThat(Beginning.of(text)).isEqualTo(Beginning.of(text.getBytes(StandardCharsets.UTF_8)));
    assertThat(Beginning.of(text).text()).isSameAs(text);
    assertThat(Beginning.of(text).problems()).isEmpty();
  }

  @Test
  void ends_where_a_letter_may_be_cut_in_two() {
    byte[] bytes = "x한".repeat(3 << 20).getBytes(StandardCharsets.UTF_8);

    Beginning beginning = Beginning.of(bytes);

    assertThat(beginning.text()).hasSizeLessThan(8 << 20).startsWith("x한x한");
    assertThat(beginning.problems())
        .containsExactly("the input is too long: only its first 8388608 bytes were read");
  }

  @Test
  void counts_lines_whichever_way_they_end() {
    Beginning beginning = Beginning.of("\r".repeat(300_000) + "\r\n".repeat(99_999) + "a\nb");

    assertThat(beginning.text()).endsWith("\r\na");
    assertThat(beginning.problems())
        .containsExactly("the input is too long: only its first 400000 lines were read");
  }

  @Test
  void lowers_heaps_of_combining_marks() {
    String heap = "e" + "\u0301".repeat(32);

    assertThat(Beginning.of(heap + "x").text()).isEqualTo(heap + "x");
    assertThat(Beginning.of(heap + "\u0301\u0323x" + heap).text()).isEqualTo(heap + "x" + heap);
  }
}
