package io.github.backupdiag.internal.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StemTest {

  @ParameterizedTest
  @CsvSource({
    "fail, failed",
    "failing, failed",
    "writer, writers",
    "state, states",
    "time, timed",
    "communicate, communicating",
    "permission, permissions",
    "kommunizieren, kommuniziert",
    "machine, machines",
  })
  void the_forms_of_a_word_share(String one, String other) {
    assertThat(Stem.of(one)).isEqualTo(Stem.of(other));
  }

  @ParameterizedTest
  @CsvSource({"install, instance", "restore, restart", "vm, vss", "point, print", "class, clas"})
  void other_words_do_not(String one, String other) {
    assertThat(Stem.of(one)).isNotEqualTo(Stem.of(other));
  }
}
