package io.github.backupdiag.internal.extension;

import static io.github.backupdiag.internal.rules.VerdictEvidence.evidence;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.diagnostic.Confidence;
import io.github.backupdiag.diagnostic.Diagnostic;
import io.github.backupdiag.diagnostic.When;
import io.github.backupdiag.fact.UnavailableReason;
import io.github.backupdiag.fact.backup.BackupFacts;
import io.github.backupdiag.fact.backup.LogEvent;
import io.github.backupdiag.fact.backup.LogEvents;
import io.github.backupdiag.fact.guest.AgentConfig;
import io.github.backupdiag.fact.guest.AgentVersions;
import io.github.backupdiag.fact.guest.ExtensionFacts;
import io.github.backupdiag.fact.guest.GuestFacts;
import io.github.backupdiag.fact.guest.GuestOs;
import io.github.backupdiag.fact.guest.Pythons;
import io.github.backupdiag.internal.catalog.LoadedCatalog;
import io.github.backupdiag.internal.rules.Samples;
import io.github.backupdiag.testkit.DiagnosticTester;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The known defects of the catalog, each with what it takes and what it lacks. */
class KnownDefectDiagnosticTest {

  private static final LoadedCatalog CATALOG = LoadedCatalog.with(List.of());
  private static final Pythons NEW = Extension.python("/usr/bin/python3", "3.12");

  private static DiagnosticTester rule(String cause) {
    List<Diagnostic> rules = KnownDefectDiagnostic.forAll(CATALOG.defects(), CATALOG.signatures());
    Diagnostic rule =
        rules.stream()
            .filter(one -> one.descriptor().cause().equals(cause))
            .findFirst()
            .orElseThrow();
    return DiagnosticTester.of(rule).wordedBy().given(BackupFacts.WINDOW, Samples.WINDOW);
  }

  private static DiagnosticTester tooNew() {
    return rule("python-too-new-for-extension")
        .given(ExtensionFacts.BACKUP_EXTENSION, Extension.of("1.0.9218.0"))
        .given(ExtensionFacts.PYTHONS, NEW)
        .given(
            GuestFacts.AGENT_LOG, Extension.agentLog("py-no-module-imp", "No module named 'imp'"));
  }

  @Test
  void confirmsWhereVersionConditionAndSymptomAgree() {
    tooNew().expectConfirmed(When.AT_FAILURE, Confidence.LIKELY);
    assertThat(evidence(tooNew().expectConfirmed(When.AT_FAILURE, Confidence.LIKELY))).hasSize(3);
  }

  @ParameterizedTest
  @CsvSource({
    "shell-returned-1, x 2026- 1 returned from handle.py, true",
    "shell-returned-1, x 2026- 121 returned from handle.py, false",
  })
  void readsTheWholeNumberOfAnExitCode(String signature, String line, boolean confirmed) {
    DiagnosticTester tester =
        tooNew()
            .givenAbsent(GuestFacts.AGENT_LOG)
            .given(ExtensionFacts.SHELL_LOG, Extension.agentLog(signature, line));
    if (confirmed) {
      tester.expectConfirmed(When.AT_FAILURE, Confidence.LIKELY);
    } else {
      tester.expectInconclusive();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.0.9220.0", "1.0.9216.0", "1.0.10000.0"})
  void isSilentOnAnotherVersion(String version) {
    assertThat(
            evidence(
                tooNew()
                    .given(ExtensionFacts.BACKUP_EXTENSION, Extension.of(version))
                    .expectInconclusive()))
        .isEmpty();
  }

  @Test
  void isSilentUnderAnOlderPython() {
    assertThat(
            evidence(
                tooNew()
                    .given(ExtensionFacts.PYTHONS, Extension.python("/usr/bin/python3.8", "3.8"))
                    .expectInconclusive()))
        .isEmpty();
  }

  @Test
  void onlySuspectsTheVersionAlone() {
    assertThat(evidence(tooNew().givenAbsent(GuestFacts.AGENT_LOG).expectInconclusive()))
        .hasSize(1);
    assertThat(
            evidence(
                tooNew()
                    .given(
                        GuestFacts.AGENT_LOG,
                        Extension.agentLog(
                            "py-no-module-imp", Samples.NIGHT.minusSeconds(1), "'imp'"))
                    .expectInconclusive()))
        .hasSize(1);
    assertThat(
            evidence(
                tooNew()
                    .givenUnavailable(ExtensionFacts.PYTHONS, UnavailableReason.NOT_RECORDED)
                    .expectInconclusive()))
        .hasSize(1);
  }

  @Test
  void confirmsAnOutdatedAgentByItsRunningVersion() {
    DiagnosticTester outdated =
        rule("linux-agent-outdated")
            .given(
                GuestFacts.AGENT_LOG,
                Extension.agentLog("wa-cgroup-cpu-missing", "Cgroup hierarchy cpu not found"));

    outdated
        .given(ExtensionFacts.AGENT_VERSIONS, agent("2.2.40"))
        .expectConfirmed(When.AT_FAILURE, Confidence.LIKELY);
    outdated.given(ExtensionFacts.AGENT_VERSIONS, agent("2.2.41")).expectInconclusive();
    outdated
        .given(
            ExtensionFacts.AGENT_VERSIONS, new AgentVersions(null, "", List.of("2.2.40"), "2.2.40"))
        .expectInconclusive();
  }

  @Test
  void tellsTheInstalledAgentBesideTheRunningOneAndWhyItStays() {
    DiagnosticTester outdated =
        rule("linux-agent-outdated")
            .given(
                ExtensionFacts.AGENT_VERSIONS,
                new AgentVersions("2.2.40", "/l", List.of("2.2.40"), "2.2.45-0ubuntu1"));
    assertThat(evidence(outdated.expectInconclusive())).hasSize(2);
    assertThat(
            evidence(outdated.given(GuestFacts.AGENT_CONFIG, updating("n")).expectInconclusive()))
        .hasSize(3);
    for (String other : List.of("y", "no", "false")) {
      assertThat(
              evidence(
                  outdated.given(GuestFacts.AGENT_CONFIG, updating(other)).expectInconclusive()))
          .hasSize(2);
    }
  }

  @Test
  void doesNotCallAPackageAnotherVersionForItsRevision() {
    assertThat(
            evidence(
                rule("linux-agent-outdated")
                    .given(
                        ExtensionFacts.AGENT_VERSIONS,
                        new AgentVersions("2.2.40", "/l", List.of(), "2.2.40-1~deb10u1"))
                    .expectInconclusive()))
        .hasSize(1);
  }

  private static AgentConfig updating(String value) {
    return new AgentConfig(
        "/etc/waagent.conf", List.of(new AgentConfig.Entry("AutoUpdate.Enabled", value, 4)));
  }

  @Test
  void wantsASecondLineWhereTheDefectShowsInTwo() {
    Instant at = Samples.NIGHT.plusSeconds(60);
    LogEvent many = Samples.agentLine("wa-events-toomany", at, "Too many files");
    LogEvent full = Samples.agentLine("wa-errno-28", at, "[Errno 28]");
    DiagnosticTester pile =
        rule("guest-disk-full").given(ExtensionFacts.AGENT_VERSIONS, agent("2.2.46"));

    pile.given(GuestFacts.AGENT_LOG, Samples.log(at, many, full))
        .expectConfirmed(When.AT_FAILURE, Confidence.LIKELY);
    pile.given(GuestFacts.AGENT_LOG, Samples.log(at, many)).expectInconclusive();
  }

  @Test
  void wantsALineAsOftenAsTheDefectShowsIt() {
    LogEvent line =
        Samples.agentLine("wa-orphan-waiting", Samples.NIGHT.plusSeconds(60), "waiting");
    DiagnosticTester orphan =
        rule("linux-agent-hung").given(ExtensionFacts.AGENT_VERSIONS, agent("2.2.15"));

    orphan.given(GuestFacts.AGENT_LOG, times(99, line)).expectInconclusive();
    orphan
        .given(GuestFacts.AGENT_LOG, times(100, line))
        .expectConfirmed(When.AT_FAILURE, Confidence.LIKELY);
  }

  @ParameterizedTest
  @CsvSource({"sles, 15.5, true", "sles, 12.5, false", "ubuntu, 22.04, false"})
  void wantsTheDistributionOfTheDefect(String id, String version, boolean confirmed) {
    DiagnosticTester mismatch =
        rule("extension-agent-api-mismatch")
            .given(GuestFacts.OS, new GuestOs(GuestOs.Family.LINUX, id, version, List.of(), ""))
            .given(ExtensionFacts.BACKUP_EXTENSION, Extension.of("1.0.9147.0"))
            .given(
                GuestFacts.EXTENSION_LOG,
                Extension.agentLog("ext-http-config-wala", "Failed to construct"));
    if (confirmed) {
      mismatch.expectConfirmed(When.AT_FAILURE, Confidence.LIKELY);
    } else {
      mismatch.expectInconclusive();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"2.2.46", "2.7.3.0", "2.0"})
  void findsAnOlderPackageAloneHarmless(String version) {
    assertThat(
            evidence(
                rule("linux-agent-outdated")
                    .given(ExtensionFacts.AGENT_VERSIONS, agent(version))
                    .given(
                        GuestFacts.AGENT_LOG,
                        Extension.agentLog("wa-gs-new-incarnation", "new goal state"))
                    .expectInconclusive()))
        .allSatisfy(
            hint -> assertThat(hint.text().id()).startsWith("evidence.known-defect.version"));
  }

  @Test
  void knowsNoDefectByTheNumberOfALine() {
    assertThat(CATALOG.signatures())
        .isNotEmpty()
        .noneMatch(signature -> signature.literal().matches("(?s).*\\bline \\d.*"));
    assertThat(CATALOG.defects())
        .flatExtracting(defect -> defect.symptoms())
        .isNotEmpty()
        .noneMatch(
            symptom -> symptom.alsoHolds() != null && symptom.alsoHolds().matches(".*line \\d.*"));
    for (String line : List.of("7", "4711")) {
      tooNew()
          .given(
              GuestFacts.AGENT_LOG,
              Extension.agentLog("py-no-module-imp", "line " + line + ", No module named 'imp'"))
          .expectConfirmed(When.AT_FAILURE, Confidence.LIKELY);
    }
  }

  @Test
  void judgesNoDefectOfAProgramOfWindows() {
    assertThat(KnownDefectDiagnostic.forAll(CATALOG.defects(), CATALOG.signatures()))
        .extracting(one -> one.descriptor().cause())
        .contains("python-not-found", "linux-agent-cgroup-error")
        .doesNotContain("sql-writer-too-old");
  }

  @Test
  void keepsTheContractOfRules() {
    tooNew().checkContract();
  }

  private static AgentVersions agent(String running) {
    return new AgentVersions(running, "/var/log/waagent.log", List.of(), null);
  }

  private static LogEvents times(int count, LogEvent line) {
    return new LogEvents(java.util.Collections.nCopies(count, line), line.time(), null, true);
  }
}
