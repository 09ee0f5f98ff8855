package io.github.backupdiag.internal.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.catalog.Cause;
import io.github.backupdiag.catalog.NumericError;
import io.github.backupdiag.diagnostic.Diagnostic;
import io.github.backupdiag.internal.catalog.LoadedCatalog;
import io.github.backupdiag.internal.event.EventDiagnostic;
import io.github.backupdiag.internal.event.NumberDiagnostic;
import io.github.backupdiag.internal.signature.SignatureDiagnostic;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Whoever pastes what a machine wrote gets a cause for it: each fault in the guest has a line, an
 * event or a number of its own, and each number of Windows has a cause. What has none says why, in
 * {@code told-by-no-text.json}, which may not name more than that.
 */
class TellingTextsTest {

  private static final LoadedCatalog CATALOG = LoadedCatalog.with(List.of());
  private static final Map<String, String> REASONS = Reasons.of("told-by-no-text.json");
  private static final Set<String> KINDS = Set.of("vss", "hresult");

  @Test
  void everyFaultInTheGuestIsToldByATextOrHasAReason() {
    Set<String> untold = untold(CATALOG.causes(), told());

    assertThat(untold).isEqualTo(reasons("cause."));
  }

  @Test
  void everyNumberOfWindowsHasACauseOrAReason() {
    Set<String> without =
        CATALOG.errors().stream()
            .filter(error -> KINDS.contains(error.kind()) && error.causes().isEmpty())
            .map(NumericError::id)
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(without).isEqualTo(reasons("error."));
  }

  @Test
  void aCauseThatLosesItsLinesIsNamed() {
    Set<String> told = told();
    told.remove("python-not-found");

    assertThat(untold(CATALOG.causes(), told))
        .contains("python-not-found")
        .doesNotContain("guest-disk-full");
  }

  private static Set<String> untold(Collection<Cause> causes, Set<String> told) {
    return causes.stream()
        .filter(cause -> cause.kind() == Cause.Kind.FAULT && cause.planes().contains("guest"))
        .map(Cause::id)
        .filter(id -> !told.contains(id))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> told() {
    return Stream.of(
            SignatureDiagnostic.forAll(CATALOG.signatures()),
            EventDiagnostic.forAll(CATALOG),
            NumberDiagnostic.forAll(CATALOG))
        .flatMap(List::stream)
        .map(Diagnostic::descriptor)
        .map(descriptor -> descriptor.cause())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> reasons(String what) {
    return REASONS.keySet().stream()
        .filter(key -> key.startsWith(what))
        .map(key -> key.substring(what.length()))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
