package io.github.backupdiag.guest.internal.linux;

import io.github.backupdiag.fact.Unavailable;
import io.github.backupdiag.fact.guest.FirewallGate;
import io.github.backupdiag.fact.guest.NetworkFacts;
import io.github.backupdiag.guest.internal.Questions;
import io.github.backupdiag.guest.internal.Seen;
import io.github.backupdiag.guestaccess.Answers;
import io.github.backupdiag.guestaccess.FileContent;
import io.github.backupdiag.guestaccess.GuestConnection;
import io.github.backupdiag.guestaccess.Question;
import io.github.backupdiag.internal.parse.FirewallRules;
import io.github.backupdiag.probe.GuestProbe;
import io.github.backupdiag.probe.Observations;
import io.github.backupdiag.probe.ProbeContext;
import io.github.backupdiag.probe.ProbeDescriptor;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/**
 * Follows saved firewall rules to the host address (guest.linux.network.firewall). The rules in
 * force are not listed: that takes a program, which may load modules into the kernel.
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
  private static final List<Question<FileContent>> NFT =
      files("/etc/nftables.conf", "/etc/sysconfig/nftables.conf");
  private static final List<Question<?>> QUESTIONS = Questions.all(IPTABLES, FIREWALLD, NFT);

  private static final ProbeDescriptor DESCRIPTOR =
      ProbeDescriptor.of("guest.linux.firewall-gates", NetworkFacts.FIREWALL_GATES)
          .withConnections(GuestConnection.class)
          .withChecks("guest.linux.network.firewall")
          .withAccessNeeds(Questions.needs(QUESTIONS));

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
  public Observations read(Answers answers, ProbeContext context) {
    List<FirewallGate> gates = new ArrayList<>();
    add(gates, answers, IPTABLES, FirewallRules::iptables);
    add(gates, answers, FIREWALLD, FirewallRules::firewalld);
    add(gates, answers, NFT, FirewallRules::nft);
    Unavailable<?> why = gates.isEmpty() ? Seen.refusal(answers, QUESTIONS) : null;
    return why == null
        ? Observations.builder()
            .observed(NetworkFacts.FIREWALL_GATES, gates, "saved firewall rules")
            .build()
        : Seen.unavailable(NetworkFacts.FIREWALL_GATES, why);
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
