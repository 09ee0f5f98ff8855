package io.github.backupdiag.internal.rules;

import io.github.backupdiag.BackupDiagnosis;
import io.github.backupdiag.catalog.Cause;
import io.github.backupdiag.diagnostic.DiagnosticDescriptor;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Which rules carry out the checks of a cause, and why the others are not carried out.
 *
 * @param rules all rules, also those that are made from the catalog
 * @param reasons by {@code cause/check}, by check, or by family of checks: {@code azure.*}
 */
record ChecksCarriedOut(Collection<DiagnosticDescriptor> rules, Map<String, String> reasons) {

  static ChecksCarriedOut byOurRules() {
    return new ChecksCarriedOut(
        BackupDiagnosis.builder().build().diagnostics(), Reasons.of("checks-not-carried-out.json"));
  }

  /** Rules that carry the check out for this cause. */
  List<String> rules(Cause cause, String check) {
    return rules.stream()
        .filter(rule -> rule.cause().equals(cause.id()) && rule.checks().contains(check))
        .map(DiagnosticDescriptor::id)
        .sorted()
        .toList();
  }

  /** Gives the reason why nobody carries the check out, or null. */
  String reason(Cause cause, String check) {
    String key = key(cause, check);
    return key == null ? null : reasons.get(key);
  }

  /** Gives what the reason is listed under, or null. */
  String key(Cause cause, String check) {
    List<String> keys = new ArrayList<>(List.of(cause.id() + "/" + check, check));
    for (int dot = check.lastIndexOf('.'); dot > 0; dot = check.lastIndexOf('.', dot - 1)) {
      keys.add(check.substring(0, dot) + ".*");
    }
    return keys.stream().filter(reasons::containsKey).findFirst().orElse(null);
  }

  /** Tells whether a rule decides the cause, or a reason names the module that will bring one. */
  boolean decidesOrWill(Cause cause) {
    return rules.stream().anyMatch(rule -> rule.cause().equals(cause.id()))
        || cause.checks().stream().anyMatch(check -> isAwaited(cause, check));
  }

  private boolean isAwaited(Cause cause, String check) {
    String reason = reason(cause, check);
    String module = "backup-diag-" + check.substring(0, Math.max(0, check.indexOf('.')));
    return reason != null && reason.contains(module + " ");
  }
}
