package io.github.backupdiag.guest.internal.linux;

import io.github.backupdiag.fact.Unavailable;
import io.github.backupdiag.fact.UnavailableReason;
import io.github.backupdiag.fact.guest.NetworkFacts;
import io.github.backupdiag.fact.guest.PolicyRule;
import io.github.backupdiag.guest.internal.Questions;
import io.github.backupdiag.guest.internal.Seen;
import io.github.backupdiag.guestaccess.Answers;
import io.github.backupdiag.guestaccess.FileContent;
import io.github.backupdiag.guestaccess.FileContents;
import io.github.backupdiag.guestaccess.GuestConnection;
import io.github.backupdiag.guestaccess.Question;
import io.github.backupdiag.internal.parse.PolicyRules;
import io.github.backupdiag.probe.GuestProbe;
import io.github.backupdiag.probe.Observations;
import io.github.backupdiag.probe.ProbeContext;
import io.github.backupdiag.probe.ProbeDescriptor;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/**
 * Looks in the network settings for routing rules that take the host address past the main table
 * (guest.linux.network.route). The rules in force show in no file.
 */
public final class PolicyRulesProbe implements GuestProbe {

  private static final List<Question<FileContents>> LINES =
      files(
          "/etc/sysconfig/network-scripts/rule-*",
          "/etc/sysconfig/network/ifrule-*",
          "/etc/network/interfaces",
          "/etc/network/interfaces.d/*");
  private static final List<Question<FileContents>> NETPLAN =
      files("/etc/netplan/*.yaml", "/run/netplan/*.yaml");
  private static final List<Question<FileContents>> KEYFILES =
      files("/etc/NetworkManager/system-connections/*", "/run/NetworkManager/system-connections/*");
  private static final List<Question<FileContents>> NETWORKD =
      files("/etc/systemd/network/*.network", "/run/systemd/network/*.network");
  private static final List<Question<?>> QUESTIONS =
      Questions.all(LINES, NETPLAN, KEYFILES, NETWORKD);

  private static final ProbeDescriptor DESCRIPTOR =
      ProbeDescriptor.of("guest.linux.policy-rules", NetworkFacts.POLICY_RULES)
          .withConnections(GuestConnection.class)
          .withChecks("guest.linux.network.route")
          .withAccessNeeds(Questions.needs(QUESTIONS));

  /** Made by {@code ServiceLoader}. */
  public PolicyRulesProbe() {}

  private static List<Question<FileContents>> files(String... globs) {
    return Stream.of(globs)
        .<Question<FileContents>>map(glob -> new Question.Files(glob, 50, 1 << 16))
        .toList();
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
    List<PolicyRule> rules = new ArrayList<>();
    add(rules, answers, LINES, PolicyRules::lines);
    add(rules, answers, NETPLAN, PolicyRules::netplan);
    add(rules, answers, KEYFILES, PolicyRules::keyfile);
    add(rules, answers, NETWORKD, PolicyRules::networkd);
    Unavailable<?> why = rules.isEmpty() ? Seen.refusal(answers, QUESTIONS) : null;
    return why == null || why.reason() == UnavailableReason.NOT_RECORDED
        ? Observations.builder()
            .observed(NetworkFacts.POLICY_RULES, rules, "network settings below /etc")
            .build()
        : Seen.unavailable(NetworkFacts.POLICY_RULES, why);
  }

  private static void add(
      List<PolicyRule> rules,
      Answers answers,
      List<Question<FileContents>> questions,
      BiFunction<String, String, List<PolicyRule>> parser) {
    for (Question<FileContents> question : questions) {
      FileContents files = Seen.value(answers, question);
      for (FileContent file : files == null ? List.<FileContent>of() : files.files()) {
        rules.addAll(parser.apply(file.path(), file.text()));
      }
    }
  }
}
