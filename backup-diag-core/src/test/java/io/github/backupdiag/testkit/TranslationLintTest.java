package io.github.backupdiag.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TranslationLintTest {

  private static final String ENGLISH =
      "DANGER: look at /var/log/waagent.log of {vm} for 1,800 seconds, Extensions.Enabled and the"
          + " word \"No space left on device\":";

  private static List<String> problems(String language, String english, String text) {
    return new TranslationLint(language).problems(english, text);
  }

  @Test
  void aFaithfulTranslationHasNone() {
    assertThat(
            problems(
                "de",
                ENGLISH,
                "GEFAHR: Suchen Sie in /var/log/waagent.log von {vm} über 1.800 Sekunden nach"
                    + " Extensions.Enabled und „No space left on device“:"))
        .isEmpty();
    assertThat(
            problems(
                "ja",
                ENGLISH,
                "危険: {vm} の /var/log/waagent.log で 1800 秒間、Extensions.Enabled と \"No space left on"
                    + " device\" を探します："))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Read /etc/waagent.conf now. | Lesen Sie /etc/waagent.cfg. | lacks '/etc/waagent.conf'",
        "Set Extensions.Enabled to y. | Setzen Sie Extensions.Enable auf y. | Extensions.Enabled",
        "Read SafeFreezeLockFile. | Lesen Sie die Sperrdatei. | SafeFreezeLockFile",
        "Wait 40 minutes. | Warten Sie 30 Minuten. | the number 40",
        "Give --assume-azure here. | Geben Sie --annahme an. | --assume-azure",
        "Error 0x80042302 came. | Fehler 0x8004230 kam. | 0x80042302",
        "Look at {mount} and {mount}. | Prüfen Sie {mount}. | each as often",
        "Look: | Prüfen Sie. | colon",
        "DANGER: it froze. | Es ist eingefroren. | GEFAHR:",
        "The agent does not run. | The agent does not run. | not translated",
      })
  void whatIsLostIsNamed(String english, String text, String problem) {
    assertThat(problems("de", english, text)).anyMatch(found -> found.contains(problem));
  }

  @ParameterizedTest
  @CsvSource({
    "zh-Hant, 检查代理程式, 检",
    "zh-Hant, エージェント, エ",
    "ja, 에이전트, 에",
    "ja, 这是代理, 这",
    "ko, 代理程式, 代",
    "de, Агент, А",
  })
  void aForeignScriptIsNamed(String language, String text, String letter) {
    assertThat(problems(language, "The agent is checked.", text))
        .anyMatch(found -> found.contains("'" + letter + "'"));
  }

  @Test
  void anEnglishSentenceIsFoundUnlessQuoted() {
    assertThat(problems("ko", "Text.", "이것은 the agent does not run now 입니다"))
        .containsExactly("has an English sentence left");
    assertThat(problems("ko", "Text.", "\"No such file or directory\"가 나옵니다")).isEmpty();
  }

  @Test
  void anUnknownLanguageIsCheckedForNamesOnly() {
    assertThat(problems("el", "Read waagent.log.", "Διαβάστε το waagent.log.")).isEmpty();
    assertThat(problems("el", "Read waagent.log.", "Διαβάστε το αρχείο.")).hasSize(1);
  }
}
