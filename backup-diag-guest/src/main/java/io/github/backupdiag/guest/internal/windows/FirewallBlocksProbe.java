package io.github.backupdiag.guest.internal.windows;

import io.github.backupdiag.fact.Unavailable;
import io.github.backupdiag.fact.guest.FirewallBlock;
import io.github.backupdiag.fact.guest.WindowsNetworkFacts;
import io.github.backupdiag.guest.internal.Questions;
import io.github.backupdiag.guest.internal.Seen;
import io.github.backupdiag.guestaccess.Answers;
import io.github.backupdiag.guestaccess.Question;
import io.github.backupdiag.guestaccess.RegistryKey;
import io.github.backupdiag.internal.parse.WindowsFirewallRule;
import io.github.backupdiag.probe.Observations;
import io.github.backupdiag.probe.ProbeContext;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds rules of the Windows firewall that block the host address (guest.windows.network.firewall).
 * Filters of other products are not in the registry.
 */
public final class FirewallBlocksProbe extends WindowsProbe {

  private static final List<String> KEYS =
      List.of(
          "HKLM\\SYSTEM\\CurrentControlSet\\Services\\SharedAccess\\Parameters"
              + "\\FirewallPolicy\\FirewallRules",
          "HKLM\\SOFTWARE\\Policies\\Microsoft\\WindowsFirewall\\FirewallRules");
  private static final List<Question<RegistryKey>> RULES =
      KEYS.stream().map(Question::registry).toList();
  private static final List<Question<?>> QUESTIONS = Questions.all(RULES);

  /** Made by {@code ServiceLoader}. */
  public FirewallBlocksProbe() {
    super(
        describe("guest.windows.firewall-blocks", WindowsNetworkFacts.FIREWALL_BLOCKS)
            .withChecks("guest.windows.network.firewall")
            .withAccessNeeds(needs(QUESTIONS)));
  }

  @Override
  List<? extends Question<?>> questions(Answers soFar, ProbeContext context) {
    return QUESTIONS;
  }

  @Override
  Observations look(Answers answers, ProbeContext context) {
    List<FirewallBlock> blocks = new ArrayList<>();
    for (int i = 0; i < KEYS.size(); i++) {
      RegistryKey rules = Seen.value(answers, RULES.get(i));
      if (rules != null) {
        blocks.addAll(WindowsFirewallRule.blocks(KEYS.get(i), rules));
      }
    }
    Unavailable<?> why = Seen.refusal(answers, RULES);
    if (blocks.isEmpty() && (why != null || Seen.value(answers, RULES.get(0)) == null)) {
      return Seen.unavailable(
          WindowsNetworkFacts.FIREWALL_BLOCKS,
          why == null ? WholeWindows.notRecorded(KEYS.get(0)) : why);
    }
    return Observations.builder()
        .observed(WindowsNetworkFacts.FIREWALL_BLOCKS, blocks, KEYS.get(0))
        .build();
  }
}
