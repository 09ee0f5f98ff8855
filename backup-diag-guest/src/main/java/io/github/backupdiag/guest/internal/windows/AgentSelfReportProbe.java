package io.github.backupdiag.guest.internal.windows;

import io.github.backupdiag.fact.Unavailable;
import io.github.backupdiag.fact.guest.WindowsAgentFacts;
import io.github.backupdiag.guest.internal.Seen;
import io.github.backupdiag.guestaccess.Answers;
import io.github.backupdiag.guestaccess.Question;
import io.github.backupdiag.guestaccess.RegistryKey;
import io.github.backupdiag.internal.parse.AgentRegistry;
import io.github.backupdiag.probe.Observations;
import io.github.backupdiag.probe.ProbeContext;
import java.util.List;

/**
 * Reads what the agent notes of itself (guest.windows.agent.version, guest.any.agent.heartbeat).
 */
public final class AgentSelfReportProbe extends WindowsProbe {

  private static final String KEY = "HKLM\\SOFTWARE\\Microsoft\\Virtual Machine\\Guest";
  private static final Question<RegistryKey> GUEST = Question.registry(KEY, 1);
  private static final String UPDATES_KEY =
      "HKLM\\SOFTWARE\\Microsoft\\Windows Azure\\GuestAgentUpdateState";
  private static final Question<RegistryKey> UPDATES = Question.registry(UPDATES_KEY, 1);
  private static final List<Question<?>> QUESTIONS = List.of(GUEST, UPDATES);

  /** Made by {@code ServiceLoader}. */
  public AgentSelfReportProbe() {
    super(
        describe(
                "guest.windows.agent-self-report",
                WindowsAgentFacts.SELF_REPORT,
                WindowsAgentFacts.UPDATES)
            .withChecks("guest.windows.agent.version", "guest.any.agent.heartbeat")
            .withAccessNeeds(needs(QUESTIONS)));
  }

  @Override
  List<? extends Question<?>> questions(Answers soFar, ProbeContext context) {
    return QUESTIONS;
  }

  @Override
  Observations look(Answers answers, ProbeContext context) {
    Observations.Builder seen = Observations.builder();
    RegistryKey guest = Seen.value(answers, GUEST);
    if (guest != null) {
      seen.observed(WindowsAgentFacts.SELF_REPORT, AgentRegistry.report(KEY, guest), KEY);
    } else {
      Unavailable<?> why = Seen.refusal(answers, List.of(GUEST));
      if (why == null) {
        seen.absent(WindowsAgentFacts.SELF_REPORT, KEY);
      } else {
        seen.unavailable(WindowsAgentFacts.SELF_REPORT, why.reason(), why.detail());
      }
    }
    updates(answers, seen);
    return seen.build();
  }

  private static void updates(Answers answers, Observations.Builder seen) {
    Unavailable<?> why = Seen.refusal(answers, List.of(UPDATES));
    if (why != null) {
      seen.unavailable(WindowsAgentFacts.UPDATES, why.reason(), why.detail());
      return;
    }
    RegistryKey updates = Seen.value(answers, UPDATES);
    seen.observed(
        WindowsAgentFacts.UPDATES,
        updates == null ? List.of() : AgentRegistry.updates(UPDATES_KEY, updates),
        UPDATES_KEY);
  }
}
