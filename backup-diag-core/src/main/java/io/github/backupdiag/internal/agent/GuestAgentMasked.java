package io.github.backupdiag.internal.agent;

import io.github.backupdiag.diagnostic.Diagnostic;
import io.github.backupdiag.diagnostic.DiagnosticDescriptor;
import io.github.backupdiag.diagnostic.Evidence;
import io.github.backupdiag.diagnostic.Facts;
import io.github.backupdiag.diagnostic.Phrase;
import io.github.backupdiag.diagnostic.Verdict;
import io.github.backupdiag.diagnostic.When;
import io.github.backupdiag.fact.backup.BackupFacts;
import io.github.backupdiag.fact.guest.AgentUnit;
import io.github.backupdiag.fact.guest.GuestFacts;
import io.github.backupdiag.fact.guest.GuestOs;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The agent's unit is masked, held back by a condition, or starts at no boot, and a second trace
 * agrees that the agent is silent (guest.linux.agent.enabled only suggests: a unit can be masked
 * while its process lives).
 */
public final class GuestAgentMasked implements Diagnostic {

  private static final DiagnosticDescriptor DESCRIPTOR =
      DiagnosticDescriptor.of("core.agent.guest-agent-masked", "guest-agent-not-running")
          .needs(GuestFacts.AGENT_UNIT)
          .helpful(
              GuestFacts.AGENT_PROCESSES,
              GuestFacts.AGENT_LOG,
              GuestFacts.AGENT_SERVICE_LOG,
              BackupFacts.MATCHES,
              BackupFacts.REFERENCE_TIME)
          .on(GuestOs.Family.LINUX)
          .onAzureVmOnly()
          .corroborating()
          .checks("guest.linux.agent.enabled");

  /** Made by {@code ServiceLoader}. */
  public GuestAgentMasked() {}

  @Override
  public DiagnosticDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public Verdict diagnose(Facts facts) {
    AgentUnit unit = facts.value(GuestFacts.AGENT_UNIT);
    if (unit == null || unit.state() == AgentUnit.State.ENABLED) {
      return Verdict.notApplicable(Phrase.of("because.guest-agent-masked.starts-at-boot"));
    }
    if (Silence.isAnyProcessSeen(facts)) {
      return Verdict.inconclusive(Phrase.of("because.guest-agent-masked.still-running"))
          .hinting(List.of(state(unit)));
    }
    List<Evidence> traces = traces(facts);
    boolean silent =
        unit.state() == AgentUnit.State.MASKED
            ? !traces.isEmpty() || isSilentSinceMasked(unit, facts)
            : traces.size() > 1 || Silence.isNoProcessSeen(facts);
    if (!silent) {
      return Verdict.inconclusive(Phrase.of("because.guest-agent-masked.no-second-trace"))
          .missing(GuestFacts.AGENT_PROCESSES)
          .hinting(List.of(state(unit)));
    }
    traces.add(0, state(unit));
    return Verdict.likely(When.NOW, traces.toArray(Evidence[]::new))
        .with(UnitName.ARGUMENT, unit.name());
  }

  private static List<Evidence> traces(Facts facts) {
    List<Evidence> traces = new ArrayList<>();
    Stream.of(Silence.stop(facts), Silence.staleHeartbeat(facts), Silence.agreeingCode(facts))
        .filter(Objects::nonNull)
        .forEach(traces::add);
    return traces;
  }

  private static boolean isSilentSinceMasked(AgentUnit unit, Facts facts) {
    return Silence.isNoProcessSeen(facts)
        || Silence.isWithoutLog(facts)
        || Silence.isSince(unit.changed(), facts);
  }

  private static Evidence state(AgentUnit unit) {
    String text =
        switch (unit.state()) {
          case MASKED -> "masked";
          case HELD_BACK -> "held-back";
          default -> "disabled";
        };
    return Evidence.of(
            GuestFacts.AGENT_UNIT,
            Phrase.of("evidence.guest-agent-masked." + text, "unit", unit.name()))
        .withPlace(unit.path(), 0)
        .withTime(unit.changed());
  }
}
