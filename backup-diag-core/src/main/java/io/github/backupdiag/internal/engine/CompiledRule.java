package io.github.backupdiag.internal.engine;

import io.github.backupdiag.diagnostic.Diagnostic;
import io.github.backupdiag.diagnostic.DiagnosticDescriptor;
import io.github.backupdiag.fact.FactKey;

/** A rule with the places of its facts, so that judging looks nothing up by name. */
final class CompiledRule {

  final Diagnostic diagnostic;
  final DiagnosticDescriptor descriptor;

  /** Needed facts first, then helpful ones. */
  final FactKey<?>[] keys;

  /** Place of each key in the bound facts. */
  final int[] places;

  final int needs;

  CompiledRule(
      Diagnostic diagnostic, DiagnosticDescriptor descriptor, FactKey<?>[] keys, int[] places) {
    this.diagnostic = diagnostic;
    this.descriptor = descriptor;
    this.keys = keys;
    this.places = places;
    this.needs = descriptor.needs().size();
  }

  @Override
  public String toString() {
    return descriptor.id();
  }
}
