package io.github.backupdiag.guest.internal.linux;

import io.github.backupdiag.fact.Unavailable;
import io.github.backupdiag.fact.guest.FirewallGate;
import io.github.backupdiag.fact.guest.NetworkFacts;
import io.github.backupdiag.guest.internal.Questions;
import io.github.backupdiag.guest.internal.Seen;
import io.github.backupdiag.guestaccess.Answers;
import io.github.backupdiag.guestaccess.FileContent;
import io.github.backupdiag.guestaccess.FileContents;
import io.github.backupdiag.guestaccess.GuestConnection;
import io.github.backupdiag.guestaccess.Question;
import io.github.backupdiag.internal.parse.FirewallRules;
import io.github.backupdiag.internal.parse.FirewalldPolicy;
import io.github.backupdiag.internal.parse.UfwRules;
import io.github.backupdiag.probe.GuestProbe;
import io.github.backupdiag.probe.Observations;
import io.github.backupdiag.probe.ProbeContext;
import io.github.backupdiag.probe.ProbeDescriptor;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/**
 * Follows firewall rules to the host address (guest.linux.network.firewall): saved ones, and those
 * in force where the address did not answer root.
 */
public final class FirewallGatesProbe implements GuestProbe {

  private static final List<Question<FileContent>> IPTABLES =
      files(
          "/etc/iptables/rules.v4",
          "/etc/iptables/iptables.rules",
          "/etc/iptables.rules",
          "/etc/sysconfig/iptables",
          "/var/lib/iptables/rules-save");
  private static final List<Question<FileContent>> FIREWALLD = files("/etc/firewalld/direct.xml");
  private static final Question<FileContents> POLICIES =
      new Question.Files("/etc/firewalld/policies/*.xml", 50, 1 << 16);
  private static final List<Question<FileContent>> NFT =
      files("/etc/nftables.conf", "/etc/sysconfig/nftables.conf");
  private static final Question<FileContent> UFW = Question.file("/etc/ufw/ufw.conf");

  /** As ufw loads them. */
  private static final List<Question<FileContent>> UFW_RULES =
      files(
          "/etc/ufw/before.rules",
          "/etc/ufw/user.rules",
          "/etc/ufw/after.rules",
          "/etc/default/ufw");

  private static final List<Question<?>> QUESTIONS =
      Questions.all(IPTABLES, FIREWALLD, NFT, List.of(UFW, POLICIES), UFW_RULES);

  private static final ProbeDescriptor DESCRIPTOR =
      ProbeDescriptor.of("guest.linux.firewall-gates", NetworkFacts.FIREWALL_GATES)
          .withNeeds(NetworkFacts.HOST_ENDPOINT)
          .withConnections(GuestConnection.class)
          .withChecks("guest.linux.network.firewall")
          .withAccessNeeds(Questions.needs(Questions.all(QUESTIONS, RulesInForce.QUESTIONS)));

  /** Made by {@code ServiceLoader}. */
  public FirewallGatesProbe() {}

  private static List<Question<FileContent>> files(String... paths) {
    return Stream.of(paths).map(Question::file).toList();
  }

  @Override
  public ProbeDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public List<Question<?>> next(Answers soFar) {
    return Questions.open(QUESTIONS, soFar);
  }

  @Override
  public List<Question<?>> next(Answers soFar, ProbeContext context) {
    return Questions.all(next(soFar), RulesInForce.next(soFar, context));
  }

  @Override
  public Observations read(Answers answers, ProbeContext context) {
    List<FirewallGate> gates = new ArrayList<>(RulesInForce.gates(answers));
    add(gates, answers, IPTABLES, FirewallRules::iptables);
    add(gates, answers, FIREWALLD, FirewallRules::firewalld);
    add(gates, answers, NFT, FirewallRules::nft);
    gates.addAll(ufw(answers));
    FileContents policies = Seen.value(answers, POLICIES);
    for (FileContent file : policies == null ? List.<FileContent>of() : policies.files()) {
      gates.addAll(FirewalldPolicy.follow(file.path(), file.text()));
    }
    Unavailable<?> why = gates.isEmpty() ? Seen.refusal(answers, QUESTIONS) : null;
    return why == null
        ? Observations.builder()
            .observed(NetworkFacts.FIREWALL_GATES, gates, "firewall rules")
            .build()
        : Seen.unavailable(NetworkFacts.FIREWALL_GATES, why);
  }

  private static List<FirewallGate> ufw(Answers answers) {
    FileContent config = Seen.value(answers, UFW);
    return config == null || !UfwRules.isEnabled(config.text())
        ? List.of()
        : UfwRules.follow(
            Seen.value(answers, UFW_RULES.get(0)),
            Seen.value(answers, UFW_RULES.get(1)),
            Seen.value(answers, UFW_RULES.get(2)),
            Seen.value(answers, UFW_RULES.get(3)));
  }

  private static void add(
      List<FirewallGate> gates,
      Answers answers,
      List<Question<FileContent>> questions,
      BiFunction<String, String, List<FirewallGate>> parser) {
    for (Question<FileContent> question : questions) {
      FileContent file = Seen.value(answers, question);
      if (file != null) {
        gates.addAll(parser.apply(file.path(), file.text()));
      }
    }
  }
}
