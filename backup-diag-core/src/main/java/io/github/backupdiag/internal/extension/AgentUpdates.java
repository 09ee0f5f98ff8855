package io.github.backupdiag.internal.extension;

import io.github.backupdiag.diagnostic.Evidence;
import io.github.backupdiag.diagnostic.Facts;
import io.github.backupdiag.diagnostic.Phrase;
import io.github.backupdiag.fact.guest.AgentConfig;
import io.github.backupdiag.fact.guest.AgentVersions;
import io.github.backupdiag.fact.guest.ExtensionFacts;
import io.github.backupdiag.fact.guest.GuestFacts;
import java.util.ArrayList;
import java.util.List;

/**
 * Why an agent runs in the version it has: the package holds one, the agent fetches newer ones by
 * itself, unless that is switched off (guest.linux.agent.version: report both).
 */
final class AgentUpdates {

  private static final String SWITCH = "AutoUpdate.Enabled";

  private AgentUpdates() {}

  /** Needs the agent's versions and configuration among the declared facts. */
  static List<Evidence> in(Facts facts) {
    List<Evidence> found = new ArrayList<>();
    AgentVersions versions = facts.value(ExtensionFacts.AGENT_VERSIONS);
    String running = versions == null ? null : versions.running();
    String packaged = versions == null ? null : versions.packaged();
    if (running != null && packaged != null && !packaged.startsWith(running)) {
      found.add(
          Evidence.of(
              ExtensionFacts.AGENT_VERSIONS,
              Phrase.of(
                  "evidence.known-defect.packaged", "running", running, "packaged", packaged)));
    }
    AgentConfig config = facts.value(GuestFacts.AGENT_CONFIG);
    AgentConfig.Entry entry = config == null ? null : config.find(SWITCH);
    if (config != null && entry != null && !config.isOn(SWITCH, true)) {
      found.add(
          Evidence.of(GuestFacts.AGENT_CONFIG, Phrase.of("evidence.known-defect.no-update"))
              .withExcerpt(entry.key() + "=" + entry.value())
              .withPlace(config.path(), entry.line()));
    }
    return found;
  }
}
