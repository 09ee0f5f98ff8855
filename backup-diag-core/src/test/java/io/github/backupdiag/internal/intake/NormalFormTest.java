package io.github.backupdiag.internal.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NormalFormTest {

  @ParameterizedTest
  @CsvSource({
    "'VM-Agent, kann: NICHT!', vmagentkannnicht",
    "Straße, strasse",
    "İıIi, iiii",
    "ﬁle ½ ①, file121",
    "ﾊﾞｯｸ, バック",
    "㈱, 株",
    "𝐕𝐌, vm",
    "&amp;amp;auml;&Uuml;&#x41;&#67;, äüac",
    "&unknown;&#xZZ;&, unknownxzz",
    "\\\\\\u0041\\n\\tb\\\", ab",
    "\\u00g1, u00g1",
    "a\u00adb\u200bc, abc",
    "&#x1d415;m, vm",
  })
  void of(String text, String form) {
    assertThat(NormalForm.of(text)).isEqualTo(form);
  }

  @Property
  void composed_and_decomposed_are_the_same(@ForAll String text) {
    String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
    // Only what stays apart from its neighbours can be compared: marks may hang on anything.
    if (text.codePoints().noneMatch(c -> c == '\\' || c == '&')) {
      assertThat(NormalForm.of(Normalizer.normalize(text, Normalizer.Form.NFD)))
          .isEqualTo(NormalForm.of(composed));
    }
  }

  @Property
  void places_go_forward_and_stay_inside(@ForAll String text) {
    NormalForm form = new NormalForm(text, text.length());
    int last = 0;
    while (form.next() >= 0) {
      assertThat(form.start()).isBetween(last, text.length());
      assertThat(form.end()).isBetween(form.start(), text.length());
      last = form.start();
    }
  }
}
