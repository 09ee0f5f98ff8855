package io.github.backupdiag.internal.parse;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.guestaccess.RegistryKey;
import io.github.backupdiag.guestaccess.RegistryValue;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConsoleTextTest {

  @ParameterizedTest
  @CsvSource({
    "437, é",
    "850, für",
    "852, Usługa",
    "866, Служба",
    "932, サービス",
    "936, 服务",
    "949, 서비스",
    "950, 服務"
  })
  void usesTheCodePageOfTheConsole(String page, String word) {
    Charset charset = charset(page);

    assertThat(charset).isNotEqualTo(StandardCharsets.UTF_8);
    assertThat(ConsoleText.decode(word.getBytes(charset), charset)).isEqualTo(word);
  }

  @ParameterizedTest
  @CsvSource({"65001", "''", "0", "99999", "x"})
  void takesAnUnknownPageForUtf8(String page) {
    assertThat(charset(page)).isEqualTo(StandardCharsets.UTF_8);
    assertThat(ConsoleText.charset(new RegistryKey("CodePage", List.of(), List.of(), true)))
        .isEqualTo(StandardCharsets.UTF_8);
  }

  @Test
  void prefersAMarkAndWholeUtf8() {
    Charset console = charset("850");

    assertThat(ConsoleText.decode("\uFEFFé".getBytes(StandardCharsets.UTF_8), console))
        .isEqualTo("é");
    assertThat(ConsoleText.decode("\uFEFFé".getBytes(StandardCharsets.UTF_16LE), console))
        .isEqualTo("é");
    assertThat(ConsoleText.decode("\uFEFFé".getBytes(StandardCharsets.UTF_16BE), console))
        .isEqualTo("é");
    assertThat(ConsoleText.decode("サービス".getBytes(StandardCharsets.UTF_8), console))
        .isEqualTo("サービス");
    assertThat(ConsoleText.decode("<Event/>".getBytes(StandardCharsets.UTF_16LE), console))
        .isEqualTo("<Event/>");
  }

  @Property
  void givesTextForAnyBytes(@ForAll byte[] bytes) {
    assertThat(ConsoleText.decode(bytes, charset("932"))).isNotNull();
    if (ConsoleText.isPlain(bytes)) {
      assertThat(ConsoleText.decode(bytes, charset("932"))).hasSize(bytes.length);
    }
  }

  private static Charset charset(String page) {
    return ConsoleText.charset(
        new RegistryKey(
            "CodePage", List.of(new RegistryValue("OEMCP", "REG_SZ", page)), List.of(), true));
  }
}
