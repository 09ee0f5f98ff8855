package io.github.backupdiag.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.BackupDiagnosis;
import io.github.backupdiag.catalog.Check;
import io.github.backupdiag.diagnostic.DiagnosticDescriptor;
import io.github.backupdiag.probe.ProbeDescriptor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * How each check inside the guest is carried out: check, questions, rules, tests, and the tests of
 * its traps. The table is written to {@code target/checks-in-guest.md}. It stands here since only
 * the command line sees probes and rules together.
 */
class GuestChecksTest {

  private static final BackupDiagnosis DIAGNOSIS = BackupDiagnosis.builder().build();
  private static final TestSources TESTS = TestSources.ofCoreAndGuest();
  private static final List<CheckTrap> TRAPS = CheckTrap.all();

  @Test
  void everyCheckHasQuestionsAndRulesOrIsStatedAsNotCheckable() throws IOException {
    List<String> open = new ArrayList<>();
    StringBuilder table =
        new StringBuilder(
            "| check | strength | probes: questions | rules | tests | traps |\n"
                + "|---|---|---|---|---|---|\n");
    for (Check check : checks()) {
      List<ProbeDescriptor> probes = probes(check);
      List<DiagnosticDescriptor> rules = rules(check);
      if (!check.notCheckable() && (probes.isEmpty() || rules.isEmpty() && proves(check))) {
        open.add(check.id() + ": probes " + probes + ", rules " + rules);
      }
      table.append(row(check, probes, rules));
    }
    Files.writeString(Path.of("target", "checks-in-guest.md"), table);
    assertThat(open).as("checks without a probe, or that judge without a rule").isEmpty();
  }

  @Test
  void everyProbeAndRuleNamesChecksThatThereAre() {
    List<String> known = DIAGNOSIS.catalog().checks().stream().map(Check::id).toList();
    for (ProbeDescriptor probe : DIAGNOSIS.probes()) {
      assertThat(known).as(probe.id()).containsAll(probe.checks());
    }
    for (DiagnosticDescriptor rule : DIAGNOSIS.diagnostics()) {
      assertThat(known).as(rule.id()).containsAll(rule.checks());
    }
  }

  @Test
  void everyTrapHasATest() {
    List<String> known = checks().stream().map(Check::id).toList();
    for (CheckTrap trap : TRAPS) {
      assertThat(known).as(trap.toString()).contains(trap.check());
      assertThat(TESTS.has(trap.test())).as("test of " + trap).isTrue();
    }
  }

  /** Context is read beside other things, so it takes no rule of its own. */
  private static boolean proves(Check check) {
    return check.strength() != Check.Strength.CONTEXT;
  }

  private static List<Check> checks() {
    return DIAGNOSIS.catalog().checks().stream()
        .filter(check -> check.plane().equals("guest"))
        .sorted((one, other) -> one.id().compareTo(other.id()))
        .toList();
  }

  private static List<ProbeDescriptor> probes(Check check) {
    return DIAGNOSIS.probes().stream()
        .filter(probe -> probe.checks().contains(check.id()))
        .toList();
  }

  private static List<DiagnosticDescriptor> rules(Check check) {
    return DIAGNOSIS.diagnostics().stream()
        .filter(rule -> rule.checks().contains(check.id()))
        .toList();
  }

  private static String row(
      Check check, List<ProbeDescriptor> probes, List<DiagnosticDescriptor> rules) {
    String questions =
        check.notCheckable()
            ? "stated as not checkable"
            : probes.stream().map(GuestChecksTest::questions).collect(Collectors.joining("<br>"));
    String tests =
        Stream.concat(
                probes.stream().map(ProbeDescriptor::id),
                rules.stream().map(DiagnosticDescriptor::id))
            .flatMap(id -> TESTS.trying(id).stream())
            .distinct()
            .sorted()
            .collect(Collectors.joining(", "));
    String traps =
        TRAPS.stream()
            .filter(trap -> trap.check().equals(check.id()))
            .map(trap -> trap.text() + ": " + trap.test())
            .collect(Collectors.joining("<br>"));
    return "| %s | %s | %s | %s | %s | %s |%n"
        .formatted(check.id(), check.strength(), questions, ids(rules), tests, traps);
  }

  private static String questions(ProbeDescriptor probe) {
    return probe.id()
        + ": "
        + probe.accessNeeds().stream()
            .map(need -> "`" + need.what() + "`")
            .collect(Collectors.joining(", "));
  }

  private static String ids(List<DiagnosticDescriptor> rules) {
    return rules.stream().map(DiagnosticDescriptor::id).collect(Collectors.joining(", "));
  }
}
