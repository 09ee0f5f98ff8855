package io.github.backupdiag.internal.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.catalog.Catalog;
import io.github.backupdiag.diagnostic.Diagnostic;
import io.github.backupdiag.diagnostic.Verdict;
import io.github.backupdiag.fact.FactKey;
import io.github.backupdiag.fact.UnavailableReason;
import io.github.backupdiag.fact.backup.BackupFacts;
import io.github.backupdiag.fact.backup.CodeMatch;
import io.github.backupdiag.fact.guest.GuestOs;
import io.github.backupdiag.internal.catalog.LoadedCatalog;
import io.github.backupdiag.internal.event.EventDiagnostic;
import io.github.backupdiag.internal.event.NumberDiagnostic;
import io.github.backupdiag.testkit.DiagnosticTester;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What each rule about Windows says where nothing of Windows was seen. */
class UnseenWindowsFactsTest {

  private static final Catalog CATALOG = LoadedCatalog.with(List.of());
  private static final List<Diagnostic> RULES = rules();

  /** A code of the failure that agrees is no sign of its own. */
  @ParameterizedTest
  @EnumSource(UnavailableReason.class)
  void neitherConfirmsNorRulesOut(UnavailableReason reason) {
    for (Diagnostic rule : RULES) {
      DiagnosticTester unseen = DiagnosticTester.of(rule).wordedBy();
      for (FactKey<?> key : declared(rule)) {
        unseen = unseen.givenUnavailable(key, reason);
      }
      assertThat(coded(rule, unseen).diagnose())
          .as(rule.descriptor().id())
          .isNotInstanceOf(Verdict.Confirmed.class)
          .isNotInstanceOf(Verdict.RuledOut.class);
    }
  }

  @Test
  void keepsTheContractOfRules() {
    assertThat(RULES).hasSizeGreaterThan(50);
    RULES.forEach(rule -> DiagnosticTester.of(rule).wordedBy().checkContract());
  }

  private static DiagnosticTester coded(Diagnostic rule, DiagnosticTester unseen) {
    Set<FactKey<?>> helpful = rule.descriptor().helpful();
    DiagnosticTester coded =
        helpful.contains(BackupFacts.MATCHES)
            ? unseen.given(BackupFacts.MATCHES, codes(rule.descriptor().cause()))
            : unseen;
    return helpful.contains(BackupFacts.WINDOW)
        ? coded.given(BackupFacts.WINDOW, Samples.WINDOW)
        : coded;
  }

  private static List<CodeMatch> codes(String cause) {
    return CATALOG.codes().stream()
        .filter(code -> code.causes().contains(cause))
        .map(code -> Samples.code(code.code()))
        .toList();
  }

  private static List<FactKey<?>> declared(Diagnostic rule) {
    List<FactKey<?>> declared = new ArrayList<>(rule.descriptor().needs());
    declared.addAll(rule.descriptor().helpful());
    return declared;
  }

  private static List<Diagnostic> rules() {
    return Stream.of(
            ServiceLoader.load(Diagnostic.class).stream().map(ServiceLoader.Provider::get),
            EventDiagnostic.forAll(CATALOG).stream(),
            NumberDiagnostic.forAll(CATALOG).stream())
        .flatMap(some -> some)
        .filter(rule -> rule.descriptor().families().equals(Set.of(GuestOs.Family.WINDOWS)))
        .toList();
  }
}
