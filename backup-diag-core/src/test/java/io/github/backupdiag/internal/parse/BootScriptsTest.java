package io.github.backupdiag.internal.parse;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class BootScriptsTest {

  private static final String JOB = "description \"x\"\nstart on runlevel [2345]\nexec /bin/a\n";

  @Test
  void readUpstart() {
    assertThat(BootScripts.isStartedByUpstart(JOB, "")).isTrue();
    assertThat(BootScripts.isStartedByUpstart(JOB, "manual\n")).isFalse();
    assertThat(BootScripts.isStartedByUpstart(JOB + "manual # for now\n", "")).isFalse();
    assertThat(BootScripts.isStartedByUpstart("# start on boot\nexec /bin/a\n", "")).isFalse();
    assertThat(BootScripts.isStartedByUpstart(JOB, "# manual\n")).isTrue();
  }

  @Test
  void readTheSwitchOfDebian() {
    assertThat(BootScripts.isSwitchedOff("WALINUXAGENT_ENABLED=0\n")).isTrue();
    assertThat(BootScripts.isSwitchedOff("WALINUXAGENT_ENABLED=1\n")).isFalse();
    assertThat(BootScripts.isSwitchedOff("WALINUXAGENT_ENABLED=\"1\" # on\n")).isFalse();
    assertThat(BootScripts.isSwitchedOff("#WALINUXAGENT_ENABLED=0\n")).isFalse();
    assertThat(BootScripts.isSwitchedOff("")).isFalse();
  }

  @Test
  void readRcConf() {
    assertThat(BootScripts.isEnabledInRcConf("waagent_enable=\"YES\"\n", "waagent")).isTrue();
    assertThat(BootScripts.isEnabledInRcConf("waagent_enable=YES\nwaagent_enable=NO\n", "waagent"))
        .isFalse();
    assertThat(BootScripts.isEnabledInRcConf("sshd_enable=\"YES\"\n", "waagent")).isFalse();
  }

  @Property(tries = 200)
  void takeAnyText(@ForAll String text) {
    assertThat(BootScripts.isStartedByUpstart(text, "\nmanual\n")).isFalse();
    assertThat(BootScripts.isSwitchedOff(text + "\nWALINUXAGENT_ENABLED=no\n")).isTrue();
  }
}
