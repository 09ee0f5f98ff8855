package io.github.backupdiag.internal.extension;

import io.github.backupdiag.diagnostic.Diagnostic;
import io.github.backupdiag.diagnostic.DiagnosticDescriptor;
import io.github.backupdiag.diagnostic.Evidence;
import io.github.backupdiag.diagnostic.Facts;
import io.github.backupdiag.diagnostic.Phrase;
import io.github.backupdiag.diagnostic.Verdict;
import io.github.backupdiag.diagnostic.When;
import io.github.backupdiag.fact.backup.BackupFacts;
import io.github.backupdiag.fact.backup.LogEvent;
import io.github.backupdiag.fact.guest.AgentConfig;
import io.github.backupdiag.fact.guest.AgentPolicy;
import io.github.backupdiag.fact.guest.BackupExtension;
import io.github.backupdiag.fact.guest.ExtensionFacts;
import io.github.backupdiag.fact.guest.GuestFacts;
import io.github.backupdiag.fact.guest.GuestOs;
import java.util.List;

/**
 * The agent's policy file forbids the backup extension (guest.linux.agent.policy). Agents obey the
 * file only where policies are switched on, which the configuration or a log line tells.
 */
public final class AgentPolicyBlocksExtension implements Diagnostic {

  private static final String RULE = "agent-policy-blocks-extension";

  private static final DiagnosticDescriptor DESCRIPTOR =
      DiagnosticDescriptor.of("core.extension.agent-policy-blocks-extension", RULE)
          .needs(ExtensionFacts.AGENT_POLICY)
          .helpful(GuestFacts.AGENT_CONFIG, GuestFacts.AGENT_LOG, BackupFacts.WINDOW)
          .on(GuestOs.Family.LINUX)
          .onAzureVmOnly()
          .checks("guest.linux.agent.policy", "guest.linux.agent.log");

  /** Made by {@code ServiceLoader}. */
  public AgentPolicyBlocksExtension() {}

  @Override
  public DiagnosticDescriptor descriptor() {
    return DESCRIPTOR;
  }

  private static final String SWITCH = "Debug.EnableExtensionPolicy";

  @Override
  public Verdict diagnose(Facts facts) {
    AgentPolicy policy = facts.value(ExtensionFacts.AGENT_POLICY);
    if (policy == null) {
      return Verdict.ruledOut(
          When.NOW,
          Evidence.of(
              ExtensionFacts.AGENT_POLICY,
              Phrase.of("evidence.agent-policy-blocks-extension.no-file")));
    }
    if (policy.allows(BackupExtension.HANDLER)) {
      return Verdict.ruledOut(When.NOW, evidence(policy, "allowed"));
    }
    Evidence refusing = evidence(policy, policy.valid() ? "not-listed" : "damaged");
    AgentConfig config = facts.value(GuestFacts.AGENT_CONFIG);
    AgentConfig.Entry entry = config == null ? null : config.find(SWITCH);
    if (config != null && entry != null && config.isOn(SWITCH, false)) {
      Evidence on =
          Evidence.of(
                  GuestFacts.AGENT_CONFIG,
                  Phrase.of("evidence.agent-policy-blocks-extension.obeyed"))
              .withExcerpt(entry.key() + "=" + entry.value())
              .withPlace(config.path(), entry.line());
      return Verdict.certain(When.NOW, refusing, on).with("file", policy.path());
    }
    List<Evidence> lines =
        Agreement.lines(facts, GuestFacts.AGENT_LOG, AgentPolicyBlocksExtension::isRefusal);
    return lines.isEmpty()
        ? Verdict.inconclusive(Phrase.of("because.agent-policy-blocks-extension.not-obeyed"))
            .hinting(List.of(refusing))
        : Verdict.likely(When.AT_FAILURE, Agreement.all(refusing, lines))
            .with("file", policy.path());
  }

  private static boolean isRefusal(LogEvent event) {
    return event.signature().equals("wa-policy-invalid")
        || (event.signature().equals("wa-ext-policy")
            && event.text().contains(BackupExtension.HANDLER));
  }

  private static Evidence evidence(AgentPolicy policy, String what) {
    return Evidence.of(
            ExtensionFacts.AGENT_POLICY,
            Phrase.of("evidence.agent-policy-blocks-extension." + what))
        .withPlace(policy.path(), 0);
  }
}
