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

/**
 * {@code Extensions.Enabled} is {@code n}: the agent handles no extension
 * (guest.linux.conf.extensions-enabled). Every other word means the default, which is on.
 */
public final class ExtensionsDisabledInAgentConfig implements Diagnostic {

  private static final String KEY = "Extensions.Enabled";

  private static final DiagnosticDescriptor DESCRIPTOR =
      DiagnosticDescriptor.of(
              "core.agent.extensions-disabled-in-agent-config",
              "extensions-disabled-in-agent-config")
          .needs(GuestFacts.AGENT_CONFIG)
          .helpful(GuestFacts.AGENT_UNIT, GuestFacts.OS)
          .on(GuestOs.Family.LINUX)
          .onAzureVmOnly()
          .checks("guest.linux.conf.extensions-enabled");

  /** Made by {@code ServiceLoader}. */
  public ExtensionsDisabledInAgentConfig() {}

  @Override
  public DiagnosticDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public Verdict diagnose(Facts facts) {
    AgentConfig config = facts.value(GuestFacts.AGENT_CONFIG);
    if (config == null) {
      return Verdict.inconclusive(Phrase.of("because.extensions-disabled-in-agent-config.no-file"));
    }
    AgentConfig.Entry entry = config.find(KEY);
    if (entry == null && !config.whole()) {
      return Verdict.inconclusive(Phrase.of("because.agent-config.not-in-the-part"));
    }
    if (entry == null) {
      return Verdict.ruledOut(
          When.NOW,
          Evidence.of(
                  GuestFacts.AGENT_CONFIG,
                  Phrase.of("evidence.extensions-disabled-in-agent-config.default"))
              .withPlace(config.path(), 0));
    }
    if (config.isOn(KEY, true)) {
      return Verdict.ruledOut(When.NOW, line(config, entry, "on"));
    }
    Evidence off = line(config, entry, "off");
    // A later line of the file may say otherwise.
    return (config.whole() ? Verdict.certain(When.NOW, off) : Verdict.likely(When.NOW, off))
        .with(UnitName.ARGUMENT, UnitName.of(facts));
  }

  private static Evidence line(AgentConfig config, AgentConfig.Entry entry, String what) {
    return Evidence.of(
            GuestFacts.AGENT_CONFIG,
            Phrase.of("evidence.extensions-disabled-in-agent-config." + what))
        .withExcerpt(entry.key() + "=" + entry.value())
        .withPlace(config.path(), entry.line());
  }
}
