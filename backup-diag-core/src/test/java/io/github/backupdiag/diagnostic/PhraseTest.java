package io.github.backupdiag.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.util.Map;
import org.junit.jupiter.api.Test;

class PhraseTest {

  @Test
  void carriesItsTextByIdAndItsValuesInOrder() {
    Phrase phrase = Phrase.of("evidence.x", "unit", "waagent", "path", "/");

    assertThat(phrase.id()).isEqualTo("evidence.x");
    assertThat(phrase.isLiteral()).isFalse();
    assertThat(phrase.sentence()).isEmpty();
    assertThat(phrase.arguments())
        .containsExactly(Map.entry("unit", "waagent"), Map.entry("path", "/"))
        .isUnmodifiable();
    assertThat(phrase).hasToString("evidence.x{unit=waagent, path=/}");
    assertThat(Phrase.of("evidence.x").arguments()).isEmpty();
  }

  @Test
  void carriesASentenceThatIsInNoCatalog() {
    Phrase phrase = Phrase.literal("It is so.");

    assertThat(phrase.isLiteral()).isTrue();
    assertThat(phrase.id()).isEmpty();
    assertThat(phrase.sentence()).isEqualTo("It is so.");
    assertThat(phrase).hasToString("It is so.");
  }

  @Test
  void isEqualByIdAndValues() {
    Phrase phrase = Phrase.of("a", "b", "c");

    assertThat(phrase)
        .isEqualTo(Phrase.of("a", "b", "c"))
        .hasSameHashCodeAs(Phrase.of("a", "b", "c"));
    assertThat(phrase)
        .isNotEqualTo(Phrase.of("a", "b", "d"))
        .isNotEqualTo(Phrase.of("x", "b", "c"))
        .isNotEqualTo("a");
  }

  @Test
  void refusesAPlaceholderWithoutAValue() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Phrase.of("a", "unit"))
        .withMessage("phrase a has a placeholder without a value");
    assertThatNullPointerException().isThrownBy(() -> Phrase.of("a", "unit", null));
    assertThatNullPointerException().isThrownBy(() -> Phrase.of(null));
  }
}
