package io.github.backupdiag.internal.intake.excerpt;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.fact.FactSet;
import io.github.backupdiag.fact.guest.AgentUnit;
import io.github.backupdiag.fact.guest.GuestFacts;
import io.github.backupdiag.internal.catalog.LoadedCatalog;
import java.util.List;
import org.junit.jupiter.api.Test;

class PastedUnitTest {

  private static final PastedLogs LOGS = new PastedLogs(LoadedCatalog.with(List.of()));

  private static final String DEAD =
      """
      ● walinuxagent.service - Azure Linux Agent
           Loaded: loaded (/lib/systemd/system/walinuxagent.service; disabled; vendor preset: enabled)
           Active: inactive (dead) since Sat 2026-03-14 02:15:13 KST; 3h 2min ago
         Main PID: 812 (code=exited, status=0/SUCCESS)

      Mar 14 02:15:13 vm-app-01 systemd[1]: Stopped Azure Linux Agent.
      """;

  private static final String RUNS =
      """
      ● waagent.service - Azure Linux Agent
         Loaded: loaded (/usr/lib/systemd/system/waagent.service; enabled; vendor preset: disabled)
         Active: active (running) since Sat 2026-03-14 01:00:00 UTC; 3h 2min ago
       Main PID: 812 (python3)
         CGroup: /system.slice/waagent.service
                 ├─ 812 /usr/bin/python3 -u /usr/sbin/waagent -daemon
                 └─1502 /usr/bin/python3 -u bin/WALinuxAgent-2.11.1.4-py3.9.egg -run-exthandlers
      """;

  private static FactSet facts(String text) {
    FactSet.Builder facts = FactSet.builder();
    LOGS.read(text, false, facts);
    return facts.build();
  }

  @Test
  void aDeadServiceHasNoProcesses() {
    FactSet facts = facts("On the VM:\n" + DEAD);

    assertThat(facts.value(GuestFacts.AGENT_PROCESSES).isAnyRunning()).isFalse();
    assertThat(facts.value(GuestFacts.AGENT_UNIT).state()).isEqualTo(AgentUnit.State.DISABLED);
    assertThat(facts.value(GuestFacts.AGENT_UNIT).name()).isEqualTo("walinuxagent");
    assertThat(facts.value(GuestFacts.AGENT_INSTALLATION).isPresent()).isTrue();
    assertThat(facts.contains(GuestFacts.PLATFORM)).isTrue();
  }

  @Test
  void aLineOfLocalTimeHasNone() {
    assertThat(facts(DEAD).value(GuestFacts.AGENT_SERVICE_LOG).stopped()).isTrue();
    assertThat(facts(DEAD).value(GuestFacts.AGENT_SERVICE_LOG).at()).isNull();
    assertThat(facts(DEAD).value(GuestFacts.AGENT_SERVICE_LOG).line()).isEqualTo(6);
  }

  @Test
  void aServiceThatRunsTellsItsProcesses() {
    assertThat(facts(RUNS).value(GuestFacts.AGENT_PROCESSES).daemon()).containsExactly(812L);
    assertThat(facts(RUNS).value(GuestFacts.AGENT_PROCESSES).extensionHandler())
        .containsExactly(1502L);
    assertThat(facts(RUNS).value(GuestFacts.AGENT_UNIT).state()).isEqualTo(AgentUnit.State.ENABLED);
  }

  @Test
  void processesThatWereCutAwayAreNotMissing() {
    String cut = RUNS.substring(0, RUNS.indexOf("└"));

    assertThat(facts(cut).contains(GuestFacts.AGENT_PROCESSES)).isFalse();
  }

  @Test
  void aMaskedUnitIsNoTraceOfAnAgent() {
    String masked =
        "○ walinuxagent.service\n     Loaded: masked (Reason: Unit walinuxagent.service is"
            + " masked.)\n     Active: inactive (dead)\n";

    assertThat(facts(masked).value(GuestFacts.AGENT_UNIT).state())
        .isEqualTo(AgentUnit.State.MASKED);
    assertThat(facts(masked).contains(GuestFacts.AGENT_INSTALLATION)).isFalse();
  }

  @Test
  void twoPrintsThatDifferSayNothing() {
    FactSet both = facts(DEAD + "\nafter a restart:\n" + DEAD.replace("inactive (dead)", "active"));

    assertThat(both.contains(GuestFacts.AGENT_UNIT)).isFalse();
    assertThat(both.contains(GuestFacts.AGENT_PROCESSES)).isFalse();
    assertThat(facts(DEAD + DEAD).contains(GuestFacts.AGENT_PROCESSES)).isTrue();
  }

  @Test
  void anotherUnitIsNotTheAgent() {
    assertThat(facts(DEAD.replace("walinuxagent.service", "nginx.service")).ids())
        .doesNotContain(GuestFacts.AGENT_UNIT.id(), GuestFacts.AGENT_PROCESSES.id());
  }
}
