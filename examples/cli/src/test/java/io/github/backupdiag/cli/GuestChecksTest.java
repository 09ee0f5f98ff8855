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
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * How each check inside the guest is carried out: check, questions, rules, tests, samples, and the
 * tests of its traps. The table is written to {@code target/checks-in-guest.md}. It stands here
 * since only the command line sees probes and rules together.
 */
class GuestChecksTest {

  private static final BackupDiagnosis DIAGNOSIS = BackupDiagnosis.builder().build();
  private static final TestSources TESTS = TestSources.ofCoreAndGuest();
  private static final List<CheckTrap> TRAPS = CheckTrap.all();

  /** What a rule can say, and how its tests expect it. */
  private static final Map<String, String> VERDICTS =
      Map.of(
          "Verdict.certain(", ".expectConfirmed(",
          "Verdict.likely(", ".expectConfirmed(",
          "Verdict.ruledOut(", ".expectRuledOut(",
          "Verdict.inconclusive(", ".expectInconclusive(",
          "Verdict.notApplicable(", ".expectNotApplicable(");

  @Test
  void everyCheckHasQuestionsAndRulesOrIsStatedAsNotCheckable() throws IOException {
    List<String> open = new ArrayList<>();
    CheckTable table = new CheckTable(TESTS, TRAPS);
    for (Check check : checks()) {
      List<ProbeDescriptor> probes = probes(check);
      List<DiagnosticDescriptor> rules = rules(check);
      if (!check.notCheckable() && (probes.isEmpty() || (rules.isEmpty() && judges(check)))) {
        open.add(check.id() + ": probes " + probes + ", rules " + rules);
      }
      table.add(check, probes, rules);
    }
    Files.writeString(
        Files.createDirectories(Path.of("target")).resolve("checks-in-guest.md"), table.text());
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
  void everyProbeAndRuleOfACheckIsTried() {
    Set<String> untried = new TreeSet<>();
    for (Check check : checks()) {
      probes(check).forEach(one -> addUnless(isTried(one.id()), one.id(), untried));
      rules(check).forEach(one -> addUnless(isTried(one.id()), one.id(), untried));
    }
    assertThat(untried).as("probes and rules that no test makes").isEmpty();
  }

  private static boolean isTried(String id) {
    return !TESTS.trying(id).isEmpty();
  }

  @Test
  void everyVerdictOfARuleIsExpectedByATest() {
    Set<String> unexpected = new TreeSet<>();
    for (Check check : checks()) {
      for (DiagnosticDescriptor rule : rules(check)) {
        String source = TESTS.rule(rule.id());
        String tests =
            String.join("\n", TESTS.ownTests(rule.id()).stream().map(TestSource::text).toList());
        VERDICTS.forEach(
            (verdict, expected) -> {
              if (source != null && source.contains(verdict) && !tests.contains(expected)) {
                unexpected.add(rule.id() + " says " + verdict + "), no test " + expected + ")");
              }
            });
      }
    }
    assertThat(unexpected).isEmpty();
  }

  @Test
  void everyProbeIsRefusedAndEveryRuleLacksItsEvidenceOnce() {
    Set<String> never = new TreeSet<>();
    for (Check check : checks()) {
      for (ProbeDescriptor probe : probes(check)) {
        addUnless(TESTS.holdsAny(probe.id(), ".expectUnavailable("), probe.id(), never);
      }
      for (DiagnosticDescriptor rule : rules(check)) {
        boolean own = TESTS.rule(rule.id()) != null;
        addUnless(
            !own || TESTS.holdsAny(rule.id(), ".givenUnavailable(", ".givenAbsent("),
            rule.id(),
            never);
      }
    }
    assertThat(never).as("never refused, or never without evidence").isEmpty();
  }

  private static void addUnless(boolean known, String id, Set<String> ids) {
    if (!known) {
      ids.add(id);
    }
  }

  @Test
  void everyTrapHasATest() {
    List<String> known = checks().stream().map(Check::id).toList();
    for (CheckTrap trap : TRAPS) {
      assertThat(known).as(trap.toString()).contains(trap.check());
      assertThat(TESTS.has(trap.test())).as("test of " + trap).isTrue();
    }
    assertThat(TRAPS)
        .doesNotHaveDuplicates()
        .isSortedAccordingTo(Comparator.comparing(CheckTrap::check));
  }

  @Test
  void everyCheckOfLinuxHasATrap() {
    List<String> trapped = TRAPS.stream().map(CheckTrap::check).distinct().toList();
    List<String> without =
        checks().stream()
            .filter(check -> !check.id().startsWith("guest.windows.") && !check.notCheckable())
            .map(Check::id)
            .filter(id -> !trapped.contains(id))
            .toList();
    assertThat(without).as("checks without a trap").isEmpty();
  }

  /** Context is read beside other things, so it takes no rule of its own. */
  private static boolean judges(Check check) {
    return check.strength() != Check.Strength.CONTEXT;
  }

  private static List<Check> checks() {
    return DIAGNOSIS.catalog().checks().stream()
        .filter(check -> check.plane().equals("guest"))
        .sorted(Comparator.comparing(Check::id))
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
}
