package io.github.backupdiag.internal.engine;

import io.github.backupdiag.diagnostic.Diagnostic;
import io.github.backupdiag.diagnostic.DiagnosticDescriptor;
import io.github.backupdiag.fact.FactKey;
import io.github.backupdiag.fact.FactSet;
import io.github.backupdiag.fact.Observation;
import io.github.backupdiag.fact.backup.BackupFacts;
import io.github.backupdiag.fact.guest.GuestFacts;
import io.github.backupdiag.fact.guest.GuestOs;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Rules in the order of their ids, with every fact they read numbered. */
public final class RuleSet {

  private static final Set<FactKey<?>> DERIVED =
      Set.of(BackupFacts.WINDOW, BackupFacts.REFERENCE_TIME);

  private final List<CompiledRule> rules = new ArrayList<>();
  private final Map<String, List<CompiledRule>> byCause = new HashMap<>();
  private final Map<FactKey<?>, Integer> places = new LinkedHashMap<>();
  private final int platform;
  private final int os;

  private RuleSet(Collection<Diagnostic> diagnostics) {
    platform = place(GuestFacts.PLATFORM);
    os = place(GuestFacts.OS);
    diagnostics.forEach(this::compile);
  }

  /**
   * Compiles rules.
   *
   * @param diagnostics the rules, in the order of their ids
   * @return the set
   */
  public static RuleSet of(Collection<Diagnostic> diagnostics) {
    return new RuleSet(diagnostics);
  }

  private void compile(Diagnostic diagnostic) {
    DiagnosticDescriptor descriptor = diagnostic.descriptor();
    Set<FactKey<?>> read = new LinkedHashSet<>(descriptor.needs());
    read.addAll(descriptor.helpful());
    FactKey<?>[] keys = read.toArray(new FactKey<?>[0]);
    int[] positions = new int[keys.length];
    for (int i = 0; i < keys.length; i++) {
      positions[i] = place(keys[i]);
    }
    CompiledRule rule = new CompiledRule(diagnostic, descriptor, keys, positions);
    rules.add(rule);
    byCause.computeIfAbsent(descriptor.cause(), cause -> new ArrayList<>()).add(rule);
  }

  private int place(FactKey<?> key) {
    return places.computeIfAbsent(key, added -> places.size());
  }

  /** Looks up every fact once. */
  BoundFacts bind(FactSet facts) {
    Observation<?>[] bound = new Observation<?>[places.size()];
    places.forEach((key, place) -> bound[place] = facts.get(key));
    return new BoundFacts(bound, platform, os);
  }

  /** Describes the rules. */
  public List<DiagnosticDescriptor> descriptors() {
    return rules.stream().map(rule -> rule.descriptor).toList();
  }

  List<CompiledRule> all() {
    return rules;
  }

  List<CompiledRule> of(String cause) {
    return byCause.getOrDefault(cause, List.of());
  }

  private List<CompiledRule> of(String cause, GuestOs.@Nullable Family family) {
    return of(cause).stream()
        .filter(
            rule ->
                family == null
                    || rule.descriptor.families().isEmpty()
                    || rule.descriptor.families().contains(family))
        .toList();
  }

  /** Gives the facts that rules of some causes read, engine-made ones left out. */
  Set<FactKey<?>> factsFor(Collection<String> causes) {
    return factsFor(causes, null);
  }

  /**
   * Gives the facts that those of them read which are for a guest of this family, or for any if it
   * is not known.
   */
  Set<FactKey<?>> factsFor(Collection<String> causes, GuestOs.@Nullable Family family) {
    Set<FactKey<?>> facts = new LinkedHashSet<>();
    for (String cause : causes) {
      for (CompiledRule rule : of(cause, family)) {
        facts.addAll(List.of(rule.keys));
        if (rule.descriptor.azureVmOnly()) {
          facts.add(GuestFacts.PLATFORM);
        }
        if (!rule.descriptor.families().isEmpty()) {
          facts.add(GuestFacts.OS);
        }
      }
    }
    if (facts.removeAll(DERIVED)) {
      facts.add(GuestFacts.NEWEST_TIME);
    }
    return facts;
  }
}
