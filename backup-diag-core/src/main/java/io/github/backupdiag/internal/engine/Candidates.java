package io.github.backupdiag.internal.engine;

import io.github.backupdiag.catalog.Catalog;
import io.github.backupdiag.catalog.Cause;
import io.github.backupdiag.catalog.ErrorCode;
import io.github.backupdiag.fact.FactSet;
import io.github.backupdiag.fact.backup.BackupFacts;
import io.github.backupdiag.fact.backup.CodeMatch;
import io.github.backupdiag.fact.backup.JobWindow;
import io.github.backupdiag.fact.backup.SeenCode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The causes to look for: those of the codes, in their order, or every one if none was asked for.
 * Causes that bring one of these about are looked for as well, and shown only when they are found;
 * where the text of the caller tells of the VM, so is every cause.
 */
final class Candidates {

  /** Place of a cause that no code names: behind those that one names. */
  private static final int POINTED = 1_000;

  /**
   * Words that leave no doubt what is meant; a name of two or three rare words makes up as much.
   */
  private static final double CLEAR = 18;

  private final List<CodeMatch> matches;
  private final Map<String, Integer> order;
  private final Set<String> behind;
  private final boolean healthCheck;
  private final Pointers pointers;

  private Candidates(
      List<CodeMatch> matches,
      Map<String, Integer> order,
      Set<String> behind,
      boolean healthCheck,
      Pointers pointers) {
    this.pointers = pointers;
    this.matches = matches;
    this.order = order;
    this.behind = behind;
    this.healthCheck = healthCheck;
  }

  static Candidates of(FactSet facts, Catalog catalog) {
    List<CodeMatch> given = facts.value(BackupFacts.MATCHES);
    boolean healthCheck = given == null;
    List<CodeMatch> matches = new ArrayList<>(given == null ? List.of() : given);
    matches.addAll(seenInWindow(facts, matches, catalog));
    Map<String, Integer> order = new LinkedHashMap<>();
    Pointers pointers = Pointers.of(facts, catalog);
    if (healthCheck) {
      catalog.causes().stream()
          .filter(Candidates::canBeBlamed)
          .forEach(cause -> order.put(cause.id(), 0));
      return new Candidates(matches, order, Set.of(), true, pointers);
    }
    for (CodeMatch match : matches) {
      ErrorCode code = catalog.code(match.code());
      if (code != null) {
        code.causes().stream()
            .filter(id -> canBeBlamed(catalog.cause(id)))
            .forEach(id -> order.putIfAbsent(id, order.size()));
      }
    }
    Stream.concat(pointers.fromLines().stream(), pointers.fromWords().stream())
        .filter(id -> canBeBlamed(catalog.cause(id)))
        .forEach(id -> order.putIfAbsent(id, POINTED));
    Set<String> behind = behind(order.keySet(), catalog);
    behind.addAll(neighbours(matches, order.keySet(), catalog));
    if (pointers.textTells()) {
      catalog.causes().stream()
          .filter(cause -> canBeBlamed(cause) && !order.containsKey(cause.id()))
          .forEach(cause -> behind.add(cause.id()));
    }
    return new Candidates(matches, order, behind, false, pointers);
  }

  private static boolean canBeBlamed(@org.jspecify.annotations.Nullable Cause cause) {
    return cause != null && cause.kind() == Cause.Kind.FAULT;
  }

  private static List<CodeMatch> seenInWindow(
      FactSet facts, List<CodeMatch> given, Catalog catalog) {
    List<SeenCode> seen = facts.value(BackupFacts.SEEN_CODES);
    JobWindow window = facts.value(BackupFacts.WINDOW);
    if (seen == null || window == null) {
      return List.of();
    }
    Set<String> known = new LinkedHashSet<>();
    given.forEach(match -> known.add(match.code()));
    List<CodeMatch> matches = new ArrayList<>();
    for (SeenCode code : seen) {
      ErrorCode entry = catalog.code(code.code());
      if (entry != null && window.contains(code.at()) && known.add(entry.code())) {
        matches.add(
            new CodeMatch(
                0,
                entry.code(),
                entry.synthetic(),
                CodeMatch.MatchedBy.CODE,
                CodeMatch.Source.SEEN,
                null,
                1,
                code.excerpt()));
      }
    }
    return matches;
  }

  private static Set<String> behind(Set<String> listed, Catalog catalog) {
    Set<String> found = new LinkedHashSet<>();
    boolean grew = !listed.isEmpty();
    while (grew) {
      grew = false;
      for (Cause cause : catalog.causes()) {
        boolean brings =
            cause.leadsTo().stream()
                .anyMatch(effect -> listed.contains(effect) || found.contains(effect));
        if (brings && canBeBlamed(cause) && !listed.contains(cause.id())) {
          grew |= found.add(cause.id());
        }
      }
    }
    return found;
  }

  /** A code often names the neighbour of what is wrong, so its whole topic is looked at. */
  private static Set<String> neighbours(
      List<CodeMatch> matches, Set<String> listed, Catalog catalog) {
    Set<String> topics = new LinkedHashSet<>();
    for (CodeMatch match : matches) {
      ErrorCode code = catalog.code(match.code());
      if (code != null) {
        topics.add(code.topic());
      }
    }
    Set<String> found = new LinkedHashSet<>();
    for (Cause cause : catalog.causes()) {
      if (topics.contains(cause.topic()) && canBeBlamed(cause) && !listed.contains(cause.id())) {
        found.add(cause.id());
      }
    }
    return found;
  }

  /** Recognised codes, given ones first. */
  List<CodeMatch> matches() {
    return matches;
  }

  boolean isHealthCheck() {
    return healthCheck;
  }

  /** Causes that the report lists whatever becomes of them. */
  Set<String> listed() {
    return order.keySet();
  }

  /** All causes to look for. */
  Set<String> all() {
    Set<String> all = new LinkedHashSet<>(order.keySet());
    all.addAll(behind);
    return all;
  }

  /**
   * How clearly the caller speaks of a cause, as far as it counts: beside a code that does not name
   * the cause, only clear words do.
   */
  double wordsFor(String cause) {
    double words = pointers.words(cause);
    boolean counts = matches.isEmpty() || orderOf(cause) < POINTED || words >= CLEAR;
    return counts ? words : 0;
  }

  /** What beside the codes points to causes. */
  Pointers pointers() {
    return pointers;
  }

  /** Place of a cause in the order of the codes; those behind them come last. */
  int orderOf(String cause) {
    return order.getOrDefault(cause, Integer.MAX_VALUE);
  }
}
