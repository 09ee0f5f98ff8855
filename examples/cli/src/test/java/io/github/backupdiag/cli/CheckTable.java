package io.github.backupdiag.cli;

import io.github.backupdiag.catalog.Check;
import io.github.backupdiag.diagnostic.DiagnosticDescriptor;
import io.github.backupdiag.probe.AccessNeed;
import io.github.backupdiag.probe.ProbeDescriptor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The table of the checks inside the guest, for people to read. */
final class CheckTable {

  private static final String BREAK = "<br>";
  private static final int MOST_QUESTIONS = 8;

  private final TestSources tests;
  private final List<CheckTrap> traps;
  private final StringBuilder rows =
      new StringBuilder(
          """
          # Checks inside the guest

          Each probe is tried with garbage and with a guest that refuses everything by
          `ProbesSurviveGarbageTest` and `AccessNeedsTest`, too. Samples are counted by what
          their tests expect; a test may hold several.

          | check | strength | asked | judged by | tests | samples | traps |
          |---|---|---|---|---|---|---|
          """);

  CheckTable(TestSources tests, List<CheckTrap> traps) {
    this.tests = tests;
    this.traps = traps;
  }

  String text() {
    return rows.toString();
  }

  void add(Check check, List<ProbeDescriptor> probes, List<DiagnosticDescriptor> rules) {
    List<String> probeIds = probes.stream().map(ProbeDescriptor::id).toList();
    List<String> ruleIds = rules.stream().map(DiagnosticDescriptor::id).toList();
    String trying =
        Stream.concat(probeIds.stream(), ruleIds.stream())
            .flatMap(id -> tests.trying(id).stream())
            .distinct()
            .sorted()
            .collect(Collectors.joining(BREAK));
    List<String> cells =
        List.of(
            check.id(),
            check.strength().name(),
            check.notCheckable()
                ? "stated as not checkable"
                : probes.stream().map(CheckTable::questions).collect(Collectors.joining(BREAK)),
            String.join(BREAK, byKind(ruleIds)),
            trying,
            samples(probeIds, ruleIds),
            traps(check));
    rows.append("| ").append(String.join(" | ", cells)).append(" |\n");
  }

  private static String questions(ProbeDescriptor probe) {
    List<AccessNeed> needs = probe.accessNeeds();
    String first =
        needs.stream()
            .limit(MOST_QUESTIONS)
            .map(need -> "`" + need.what() + "`")
            .collect(Collectors.joining(", "));
    int more = needs.size() - MOST_QUESTIONS;
    return probe.id() + ": " + first + (more > 0 ? " and " + more + " more" : "");
  }

  /** Rules that the catalog makes are counted, not listed. */
  private static List<String> byKind(List<String> rules) {
    List<String> lines = new ArrayList<>();
    Map<String, Integer> kinds = new TreeMap<>();
    for (String rule : rules) {
      int slash = rule.indexOf('/');
      if (slash < 0) {
        lines.add(rule);
      } else {
        kinds.merge(rule.substring(0, slash), 1, Integer::sum);
      }
    }
    kinds.forEach((kind, count) -> lines.add(kind + " for " + count + " causes"));
    return lines;
  }

  private String samples(List<String> probes, List<String> rules) {
    String ofProbes = Samples.ofProbes(own(probes));
    String ofRules = Samples.ofRules(own(rules));
    return Stream.of(
            ofProbes.isEmpty() ? "" : "probes " + ofProbes,
            ofRules.isEmpty() ? "" : "rules " + ofRules)
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(BREAK));
  }

  private List<TestSource.Method> own(List<String> ids) {
    return ids.stream().flatMap(id -> tests.ownMethods(id).stream()).toList();
  }

  private String traps(Check check) {
    return traps.stream()
        .filter(trap -> trap.check().equals(check.id()))
        .map(trap -> trap.text() + ": `" + trap.test() + "`")
        .collect(Collectors.joining(BREAK));
  }
}
