package io.github.backupdiag.internal.rules;

import io.github.backupdiag.catalog.Catalog;
import io.github.backupdiag.catalog.Cause;
import io.github.backupdiag.catalog.Remediation;
import io.github.backupdiag.catalog.Remediation.Risk;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * What risks a connection, protection or data comes behind what risks at most a restart, unless
 * there is a reason.
 */
final class RemedyOrder {

  private final Catalog catalog;
  private final Map<String, String> reasons;
  private final Set<String> used = new TreeSet<>();

  /**
   * Starts the check.
   *
   * @param catalog the catalog
   * @param reasons why a remediation stands behind a riskier one, by {@code cause/remediation}, or
   *     by remediation
   */
  RemedyOrder(Catalog catalog, Map<String, String> reasons) {
    this.catalog = catalog;
    this.reasons = reasons;
  }

  List<String> gaps() {
    List<String> gaps = new ArrayList<>();
    catalog.causes().forEach(cause -> addGaps(cause, gaps));
    reasons.keySet().stream()
        .filter(reason -> !used.contains(reason))
        .forEach(reason -> gaps.add("reason " + reason + ": no order of remediations needs it"));
    return gaps;
  }

  private void addGaps(Cause cause, List<String> gaps) {
    Remediation risky = null;
    for (Remediation remedy : remedies(cause)) {
      if (remedy.risk().compareTo(Risk.SERVICE_RESTART) > 0) {
        risky = risky == null ? remedy : risky;
      } else if (risky != null && !isExcused(cause.id() + "/" + remedy.id(), remedy.id())) {
        gaps.add(
            "cause %s: remediation '%s' (%s) stands behind '%s' (%s) without a reason"
                .formatted(
                    cause.id(), remedy.id(), remedy.risk().tag(), risky.id(), risky.risk().tag()));
      }
    }
  }

  private List<Remediation> remedies(Cause cause) {
    return cause.remediations().stream()
        .map(catalog::remediation)
        .filter(Objects::nonNull)
        .toList();
  }

  private boolean isExcused(String... keys) {
    for (String key : keys) {
      if (reasons.containsKey(key)) {
        used.add(key);
        return true;
      }
    }
    return false;
  }
}
