package io.github.backupdiag.internal.agent;

import io.github.backupdiag.diagnostic.Diagnostic;
import io.github.backupdiag.diagnostic.DiagnosticDescriptor;
import io.github.backupdiag.diagnostic.Evidence;
import io.github.backupdiag.diagnostic.Facts;
import io.github.backupdiag.diagnostic.Phrase;
import io.github.backupdiag.diagnostic.Verdict;
import io.github.backupdiag.diagnostic.When;
import io.github.backupdiag.fact.guest.AgentConfig;
import io.github.backupdiag.fact.guest.GuestFacts;
import io.github.backupdiag.fact.guest.GuestOs;
import java.util.List;

/**
 * {@code Provisioning.Agent} is {@code disabled} (guest.linux.conf.provisioning-agent): advice
 * only. Debian's {@code cloud-init} and {@code Provisioning.Enabled=n} work.
 */
public final class ProvisioningAgentNotAuto implements Diagnostic {

  private static final String KEY = "Provisioning.Agent";

  private static final DiagnosticDescriptor DESCRIPTOR =
      DiagnosticDescriptor.of(
              "core.agent.provisioning-agent-not-auto", "provisioning-agent-not-auto")
          .needs(GuestFacts.AGENT_CONFIG)
          .on(GuestOs.Family.LINUX)
          .onAzureVmOnly()
          .checks("guest.linux.conf.provisioning-agent");

  /** Made by {@code ServiceLoader}. */
  public ProvisioningAgentNotAuto() {}

  @Override
  public DiagnosticDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public Verdict diagnose(Facts facts) {
    AgentConfig config = facts.value(GuestFacts.AGENT_CONFIG);
    if (config == null) {
      return Verdict.inconclusive(Phrase.of("because.provisioning-agent-not-auto.no-file"));
    }
    AgentConfig.Entry entry = config.find(KEY);
    if (entry == null && !config.whole()) {
      return Verdict.inconclusive(Phrase.of("because.agent-config.not-in-the-part"));
    }
    if (entry == null) {
      return Verdict.ruledOut(
          When.NOW,
          Evidence.of(
                  GuestFacts.AGENT_CONFIG, Phrase.of("evidence.provisioning-agent-not-auto.unset"))
              .withPlace(config.path(), 0));
    }
    return entry.value().equalsIgnoreCase("disabled")
        ? Verdict.inconclusive(Phrase.of("because.provisioning-agent-not-auto.disabled"))
            .hinting(List.of(line(config, entry, "disabled")))
        : Verdict.ruledOut(When.NOW, line(config, entry, "works"));
  }

  private static Evidence line(AgentConfig config, AgentConfig.Entry entry, String what) {
    return Evidence.of(
            GuestFacts.AGENT_CONFIG, Phrase.of("evidence.provisioning-agent-not-auto." + what))
        .withExcerpt(entry.key() + "=" + entry.value())
        .withPlace(config.path(), entry.line());
  }
}
