package io.github.backupdiag.guest.internal.linux;

import io.github.backupdiag.fact.Observed;
import io.github.backupdiag.fact.guest.FirewallGate;
import io.github.backupdiag.fact.guest.HostEndpoint;
import io.github.backupdiag.fact.guest.NetworkFacts;
import io.github.backupdiag.guest.internal.Questions;
import io.github.backupdiag.guest.internal.Seen;
import io.github.backupdiag.guest.internal.Subject;
import io.github.backupdiag.guestaccess.Answers;
import io.github.backupdiag.guestaccess.CommandOutput;
import io.github.backupdiag.guestaccess.FileContent;
import io.github.backupdiag.guestaccess.PathEntry;
import io.github.backupdiag.guestaccess.Question;
import io.github.backupdiag.internal.parse.FirewallRules;
import io.github.backupdiag.probe.ProbeContext;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Lists the firewall rules in force. That takes a program, so it is done only where the host
 * address did not answer root, and only for what the kernel already has: to ask for another table
 * would load its module. {@code iptables-save} goes through the tables that {@code
 * /proc/net/ip_tables_names} names (iptables, iptables-save.c); {@code nft list} changes nothing.
 */
final class RulesInForce {

  private static final Duration LIMIT = Duration.ofSeconds(2);

  /** Root alone may read it. */
  private static final Question<FileContent> OLD_TABLES =
      Question.file("/proc/net/ip_tables_names");

  private static final Question<PathEntry> NEW_TABLES = Question.stat("/sys/module/nf_tables");
  private static final List<Question<PathEntry>> OLD_PROGRAMS =
      Questions.stats("/usr/sbin/iptables-legacy-save", "/sbin/iptables-legacy-save");
  private static final List<Question<PathEntry>> NFT =
      Questions.stats("/usr/sbin/nft", "/sbin/nft");

  private static final Question<CommandOutput> LEGACY = command("iptables-legacy-save", "-c");
  private static final Question<CommandOutput> SAVE = command("iptables-save", "-c");
  private static final Question<CommandOutput> RULESET = command("nft", "list", "ruleset");

  private static final List<Question<?>> FIRST =
      Questions.all(List.of(OLD_TABLES, NEW_TABLES), OLD_PROGRAMS, NFT);
  private static final Set<String> FILTERING = Set.of("filter", "security", "mangle", "raw");

  /** All that may be asked. */
  static final List<Question<?>> QUESTIONS = Questions.all(FIRST, List.of(LEGACY, SAVE, RULESET));

  private RulesInForce() {}

  private static Question<CommandOutput> command(String... argv) {
    return new Question.Command(List.of(argv), LIMIT);
  }

  /** Nothing where the address answers, or where others than root asked it. */
  static List<Question<?>> next(Answers soFar, ProbeContext context) {
    boolean silent =
        context.get(NetworkFacts.HOST_ENDPOINT) instanceof Observed<HostEndpoint> seen
            && !(seen.value().web().isAnswered() && seen.value().plugin().isAnswered());
    if (!silent) {
      return List.of();
    }
    return soFar.questions().contains(NEW_TABLES) ? Questions.open(programs(soFar), soFar) : FIRST;
  }

  private static List<Question<?>> programs(Answers soFar) {
    List<Question<?>> programs = new ArrayList<>();
    FileContent tables = Seen.value(soFar, OLD_TABLES);
    if (tables != null && tables.text().lines().map(String::strip).anyMatch(FILTERING::contains)) {
      programs.add(isThere(soFar, OLD_PROGRAMS) ? LEGACY : SAVE);
    }
    if (Seen.value(soFar, NEW_TABLES) != null) {
      programs.add(isThere(soFar, NFT) ? RULESET : SAVE);
    }
    return programs.stream().distinct().<Question<?>>map(program -> program).toList();
  }

  private static boolean isThere(Answers soFar, List<Question<PathEntry>> places) {
    return places.stream().anyMatch(place -> Seen.value(soFar, place) != null);
  }

  /** What the rules make of the connection; output that was cut or ended in error is none. */
  static List<FirewallGate> gates(Answers answers) {
    List<FirewallGate> gates = new ArrayList<>();
    for (Question<CommandOutput> saved : List.of(LEGACY, SAVE)) {
      gates.addAll(FirewallRules.iptables(Subject.of(saved), text(answers, saved)));
    }
    gates.addAll(FirewallRules.nft(Subject.of(RULESET), text(answers, RULESET)));
    return gates;
  }

  private static String text(Answers answers, Question<CommandOutput> question) {
    CommandOutput output = Seen.value(answers, question);
    return output == null || output.exitStatus() != 0 || !output.isComplete()
        ? ""
        : new String(output.out(), StandardCharsets.UTF_8);
  }
}
