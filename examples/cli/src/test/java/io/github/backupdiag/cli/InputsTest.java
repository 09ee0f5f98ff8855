package io.github.backupdiag.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class InputsTest {

  @Test
  void givesBackTheWordsThatJavaLost() throws Exception {
    byte[] bytes = "java\0Main\0explain\0백업 실패\0\0".getBytes(UTF_8);
    assertThat(CommandLineWords.split(bytes))
        .containsExactly("java", "Main", "explain", "백업 실패", "");
  }

  @Test
  void leavesWordsOfAnotherCharset() {
    assertThatThrownBy(() -> CommandLineWords.split(new byte[] {(byte) 0xB9, (byte) 0xE9, 0}))
        .isInstanceOf(java.nio.charset.CharacterCodingException.class);
  }
}
