package io.github.backupdiag.internal.agent;

import io.github.backupdiag.diagnostic.Diagnostic;
import io.github.backupdiag.diagnostic.DiagnosticDescriptor;
import io.github.backupdiag.diagnostic.Evidence;
import io.github.backupdiag.diagnostic.Facts;
import io.github.backupdiag.diagnostic.Phrase;
import io.github.backupdiag.diagnostic.Verdict;
import io.github.backupdiag.diagnostic.When;
import io.github.backupdiag.fact.guest.AgentSelfReport;
import io.github.backupdiag.fact.guest.AgentUpdate;
import io.github.backupdiag.fact.guest.GuestOs;
import io.github.backupdiag.fact.guest.WindowsAgentFacts;
import io.github.backupdiag.internal.system.VersionNumbers;
import io.github.backupdiag.internal.system.WindowsTraces;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The agent is older than the supported minimum (guest.windows.agent.version, which only suggests:
 * an older one may still work).
 */
public final class WindowsAgentOutdated implements Diagnostic {

  /** The supported minimum (checks.json, guest.windows.agent.version). */
  private static final String OLDEST = "2.7.41491.1010";

  private static final java.util.regex.Pattern VERSION =
      java.util.regex.Pattern.compile("[0-9]{1,9}(\\.[0-9]{1,9}){2,3}");

  private static final WindowsTraces TRACES =
      WindowsTraces.codes(
          "LegacyRecoveryServicesExtensionFailed",
          "ManagedRPCreationFailedInCrpButExtensionSucceeded",
          "UserErrorGuestAgentStatusUnavailable",
          "GuestAgentSnapshotTaskStatusError");

  private static final DiagnosticDescriptor DESCRIPTOR =
      DiagnosticDescriptor.of("core.agent.windows-agent-outdated", "windows-agent-outdated")
          .needs(WindowsAgentFacts.SELF_REPORT)
          .helpful(WindowsTraces.readsWith(WindowsAgentFacts.UPDATES))
          .on(GuestOs.Family.WINDOWS)
          .onAzureVmOnly()
          .checks("guest.windows.agent.version");

  /** Made by {@code ServiceLoader}. */
  public WindowsAgentOutdated() {}

  @Override
  public DiagnosticDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public Verdict diagnose(Facts facts) {
    AgentSelfReport report = facts.value(WindowsAgentFacts.SELF_REPORT);
    if (report == null || !VERSION.matcher(report.version()).matches()) {
      return WindowsTraces.notSeen(WindowsAgentFacts.SELF_REPORT);
    }
    return VersionNumbers.isBelow(report.version(), OLDEST)
        ? TRACES.judge(facts, older(report, facts.value(WindowsAgentFacts.UPDATES)))
        : Verdict.ruledOut(When.NOW, evidence(report, "current"));
  }

  /** An update that failed tells why the agent is old. */
  private static List<Evidence> older(AgentSelfReport report, @Nullable List<AgentUpdate> updates) {
    List<Evidence> found = new ArrayList<>(List.of(evidence(report, "older")));
    AgentUpdate newest =
        updates == null || updates.isEmpty() ? null : updates.get(updates.size() - 1);
    if (newest != null
        && newest.code() != 0
        && VersionNumbers.isBelow(report.version(), newest.version())) {
      found.add(
          Evidence.of(
                  WindowsAgentFacts.UPDATES,
                  Phrase.of(
                      "evidence.windows-agent-outdated.update",
                      "version",
                      newest.version(),
                      "code",
                      String.valueOf(newest.code())))
              .withExcerpt((newest.state() + " " + newest.message()).strip())
              .withPlace(newest.key(), 0));
    }
    return found;
  }

  private static Evidence evidence(AgentSelfReport report, String what) {
    return Evidence.of(
            WindowsAgentFacts.SELF_REPORT,
            Phrase.of(
                "evidence.windows-agent-outdated." + what,
                "version",
                report.version(),
                "oldest",
                OLDEST))
        .withPlace(report.key(), 0);
  }
}
