package io.github.backupdiag.internal.parse;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.fact.guest.AgentConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgentConfigFileTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "A=n|n",
        "A = n |n",
        "A=\"n\"|n",
        "A=n # off|n",
        "A=n#off|n",
        "A=x=y|x=y",
        "A=None|``",
        "A=|``",
        "A=\t n|n",
      })
  void readsValuesAsTheAgentDoes(String line, String value) {
    assertThat(config(line).find("A").value()).isEqualTo(value);
  }

  @Test
  void takesALineForACommentOnlyIfItBeginsWithTheSign() {
    assertThat(config("#A=n\n").entries()).isEmpty();
    assertThat(config(" #A=n\n").find("A")).isNull();
  }

  @Test
  void letsTheLastLineWinAndKeepsItsNumber() {
    AgentConfig config = config("# x\r\nA=y\r\n\r\nA=n\r\n");
    assertThat(config.find("A")).isEqualTo(new AgentConfig.Entry("A", "n", 4));
    assertThat(config.isOn("A", true)).isFalse();
  }

  @Test
  void findsTheFolder() {
    assertThat(AgentConfigFile.folder(config("Lib.Dir=/opt/agent"))).isEqualTo("/opt/agent");
    assertThat(AgentConfigFile.folder(config("Lib.Dir=None"))).isEqualTo("/var/lib/waagent");
    assertThat(AgentConfigFile.folder(config(""))).isEqualTo("/var/lib/waagent");
  }

  private static AgentConfig config(String text) {
    return AgentConfigFile.parse("/etc/waagent.conf", text);
  }
}
