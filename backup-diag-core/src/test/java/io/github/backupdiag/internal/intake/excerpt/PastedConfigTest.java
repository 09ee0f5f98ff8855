package io.github.backupdiag.internal.intake.excerpt;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.fact.FactSet;
import io.github.backupdiag.fact.guest.AgentConfig;
import io.github.backupdiag.fact.guest.GuestFacts;
import io.github.backupdiag.fact.guest.GuestOs;
import io.github.backupdiag.internal.catalog.LoadedCatalog;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PastedConfigTest {

  private static final PastedLogs LOGS = new PastedLogs(LoadedCatalog.with(List.of()));

  private static FactSet facts(String text) {
    FactSet.Builder facts = FactSet.builder();
    LOGS.read(text, false, facts);
    return facts.build();
  }

  private static @Nullable AgentConfig config(String text) {
    return facts(text).value(GuestFacts.AGENT_CONFIG);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/etc/waagent.conf:Extensions.Enabled=n",
        "/etc/waagent.conf:12:Extensions.Enabled = n  # off",
        "waagent.conf:Extensions.Enabled=n",
        "$ cat /etc/waagent.conf\n# comment\n\nExtensions.Enabled=n",
        "[root@vm ~]# grep -n Ext /etc/waagent.conf\n12:Extensions.Enabled=n",
        "> sudo cat /etc/waagent.conf | grep -v '#'\n> Extensions.Enabled=n",
        "/etc/waagent.conf:\nExtensions.Enabled=\"n\"",
        "Logs.Verbose=n\nOS.EnableFIPS=n\nExtensions.Enabled=n"
      })
  void linesThatShowTheirFileAreItsContent(String text) {
    AgentConfig config = config(text);

    assertThat(config).isNotNull();
    assertThat(config.isOn("Extensions.Enabled", true)).isFalse();
    assertThat(config.path()).isEqualTo("input");
    assertThat(config.whole()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "In our waagent.conf I see Extensions.Enabled=n, could that be it?",
        "Extensions.Enabled=n",
        "Please set\nExtensions.Enabled=y\nProvisioning.Agent=auto\nand restart.",
        "sudo sed -i s/x/y/ /etc/waagent.conf\nExtensions.Enabled=n",
        "app.conf:Extensions.Enabled=n",
        "/etc/waagent.conf:#Extensions.Enabled=n",
        "Server.Port=1\nServer.Host=2\nServer.Name=3"
      })
  void whatOnlySpeaksOfASettingIsNone(String text) {
    assertThat(config(text)).isNull();
  }

  @Test
  void eachSettingKeepsItsLine() {
    AgentConfig config = config("Hello\n\n$ cat /etc/waagent.conf\nLib.Dir=/a\n\nLib.Dir=/b\nbye");

    assertThat(config.entries()).extracting(AgentConfig.Entry::line).containsExactly(4, 6);
    assertThat(config.find("Lib.Dir").value()).isEqualTo("/b");
  }

  @Test
  void theFileTellsTheSystem() {
    FactSet facts = facts("/etc/waagent.conf:Extensions.Enabled=n");

    assertThat(facts.value(GuestFacts.OS).family()).isEqualTo(GuestOs.Family.LINUX);
    assertThat(facts.contains(GuestFacts.PLATFORM)).isTrue();
  }
}
