package io.github.backupdiag.internal.engine;

import io.github.backupdiag.catalog.Catalog;
import io.github.backupdiag.catalog.LogSignature;
import io.github.backupdiag.diagnostic.Diagnostic;
import io.github.backupdiag.intake.Intake;
import io.github.backupdiag.internal.event.EventDiagnostic;
import io.github.backupdiag.internal.event.NumberDiagnostic;
import io.github.backupdiag.internal.extension.KnownDefectDiagnostic;
import io.github.backupdiag.internal.signature.SignatureDiagnostic;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What is made of the catalog at its first use, once for all systems that are looked at. */
final class Knowledge {

  private final Extensions.Chosen extensions;
  private final Catalog catalog;
  private volatile @Nullable Intake intake;
  private volatile @Nullable RuleSet rules;

  Knowledge(Extensions.Chosen extensions, Catalog catalog) {
    this.extensions = extensions;
    this.catalog = catalog;
  }

  Intake intake() {
    Intake made = intake;
    if (made == null) {
      made = Intake.over(catalog);
      intake = made;
    }
    return made;
  }

  RuleSet rules() {
    RuleSet made = rules;
    if (made == null) {
      made = RuleSet.of(allRules().values());
      rules = made;
    }
    return made;
  }

  private Map<String, Diagnostic> allRules() {
    Map<String, Diagnostic> all = new TreeMap<>(extensions.diagnostics());
    List<LogSignature> signatures = catalog.signatures();
    for (Diagnostic rule : SignatureDiagnostic.forAll(signatures)) {
      all.putIfAbsent(rule.descriptor().id(), rule);
    }
    for (Diagnostic rule : KnownDefectDiagnostic.forAll(catalog.defects(), signatures)) {
      all.putIfAbsent(rule.descriptor().id(), rule);
    }
    EventDiagnostic.forAll(catalog).forEach(rule -> all.putIfAbsent(rule.descriptor().id(), rule));
    NumberDiagnostic.forAll(catalog).forEach(rule -> all.putIfAbsent(rule.descriptor().id(), rule));
    return all;
  }
}
