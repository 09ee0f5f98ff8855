package io.github.backupdiag.internal.rules;

import io.github.backupdiag.catalog.Catalog;
import io.github.backupdiag.catalog.Cause;
import io.github.backupdiag.catalog.Check;
import io.github.backupdiag.catalog.ErrorCode;
import io.github.backupdiag.catalog.Remediation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Walks a catalog from its codes to the steps that help. */
final class CatalogWalk {

  private final Catalog catalog;
  private final Map<String, Map<String, String>> words;
  private final ChecksCarriedOut carriedOut;
  private final Map<String, String> reasonsOfOrder;
  private final List<String> gaps = new ArrayList<>();

  /**
   * Starts the walk.
   *
   * @param catalog the catalog
   * @param words texts by id, by language
   * @param carriedOut rules, and reasons for none
   * @param reasonsOfOrder why a remediation may stand behind a riskier one
   */
  CatalogWalk(
      Catalog catalog,
      Map<String, Map<String, String>> words,
      ChecksCarriedOut carriedOut,
      Map<String, String> reasonsOfOrder) {
    this.catalog = catalog;
    this.words = words;
    this.carriedOut = carriedOut;
    this.reasonsOfOrder = reasonsOfOrder;
  }

  /** Gives one line for each gap: the entry and what it lacks. */
  List<String> gaps() {
    gaps.clear();
    catalog.codes().forEach(this::visit);
    catalog.causes().forEach(this::visit);
    catalog.remediations().forEach(this::visit);
    catalog.checks().forEach(this::visit);
    gaps.addAll(new RemedyOrder(catalog, reasonsOfOrder).gaps());
    compareWords();
    return List.copyOf(gaps);
  }

  private void visit(ErrorCode code) {
    String name = "code " + code.code();
    gapIf(code.causes().isEmpty(), name, "no cause");
    missing(code.causes(), causes(), name, "cause");
    words.forEach(
        (language, texts) ->
            gapIf(
                code.synthetic() && shows(texts.get("code." + code.code() + ".title"), code),
                name,
                "its title in " + language + " shows the key, which Microsoft does not know"));
  }

  private static boolean shows(String title, ErrorCode code) {
    return title != null
        && title.toLowerCase(Locale.ROOT).contains(code.code().toLowerCase(Locale.ROOT));
  }

  private void visit(Cause cause) {
    String name = "cause " + cause.id();
    boolean fault = cause.kind() == Cause.Kind.FAULT;
    gapIf(cause.checks().isEmpty() && !cause.notCheckable(), name, "no check, and no reason");
    missing(cause.checks(), ids(catalog.checks(), Check::id), name, "check");
    gapIf(
        !cause.notCheckable() && noneCanBeDone(cause.checks()),
        name,
        "only checks that no reading call does, and no reason");
    if (cause.remediations().isEmpty()) {
      gapIf(cause.danger(), name, "no remediation, although it is dangerous");
      gapIf(!mayGoWithoutRemedy(cause) && !cause.danger(), name, "no remediation");
    }
    missing(cause.remediations(), remedies(), name, "remediation");
    gapIf(
        fault && !cause.notCheckable() && !carriedOut.decidesOrWill(cause),
        name,
        "no rule, and no reason that names the module to bring one");
    visitEffects(cause, name);
  }

  private boolean noneCanBeDone(List<String> checks) {
    List<Check> known =
        catalog.checks().stream().filter(check -> checks.contains(check.id())).toList();
    return !known.isEmpty() && known.stream().allMatch(Check::notCheckable);
  }

  /** A normal state needs no help; whatever else is found does. */
  private static boolean mayGoWithoutRemedy(Cause cause) {
    return cause.kind() == Cause.Kind.INFORMATIONAL;
  }

  private void visitEffects(Cause cause, String name) {
    missing(cause.leadsTo(), causes(), name, "effect");
    for (String effect : cause.leadsTo()) {
      gapIf(isEnvelope(cause), name, "leads to '" + effect + "', but an envelope brings nothing");
      gapIf(isEnvelope(catalog.cause(effect)), name, "leads to the envelope '" + effect + "'");
    }
    gapIf(reached(cause).contains(cause.id()), name, "leads to itself in a circle");
  }

  private static boolean isEnvelope(Cause cause) {
    return cause != null && cause.kind() == Cause.Kind.ENVELOPE;
  }

  private Set<String> reached(Cause cause) {
    Set<String> reached = new TreeSet<>();
    List<String> next = cause.leadsTo();
    while (!next.isEmpty()) {
      next =
          next.stream()
              .filter(id -> causes().contains(id) && reached.add(id))
              .flatMap(id -> catalog.cause(id).leadsTo().stream())
              .toList();
    }
    return reached;
  }

  private void visit(Remediation remediation) {
    String name = "remediation " + remediation.id();
    boolean risky = remediation.risk().compareTo(Remediation.Risk.LOW) > 0;
    gapIf(remediation.steps().isEmpty(), name, "no steps");
    gapIf(risky && !warnsFirst(remediation), name, "no warning before its first step");
    gapIf(
        catalog.causes().stream()
            .noneMatch(cause -> cause.remediations().contains(remediation.id())),
        name,
        "no cause that it helps against");
  }

  private static boolean warnsFirst(Remediation remediation) {
    return !remediation.steps().isEmpty()
        && remediation.steps().get(0).id().equals(remediation.id() + "/warning");
  }

  private void visit(Check check) {
    String name = "check " + check.id();
    gapIf(
        catalog.causes().stream().noneMatch(cause -> cause.checks().contains(check.id())),
        name,
        "no cause that it looks for");
    for (String proved : check.proves()) {
      Cause cause = catalog.cause(proved);
      gapIf(
          cause != null && !cause.checks().contains(check.id()),
          name,
          "proves '" + proved + "', which does not list it");
    }
  }

  private void compareWords() {
    WordsNeeded wanted = new WordsNeeded(catalog);
    words.forEach(
        (language, texts) -> {
          wanted
              .needed()
              .forEach(
                  (id, entry) ->
                      gapIf(
                          texts.getOrDefault(id, "").isBlank(),
                          entry,
                          "no text '" + id + "' in " + language));
          texts
              .keySet()
              .forEach(id -> gapIf(!wanted.knows(id), "text " + id, "no entry in " + language));
        });
  }

  private void missing(List<String> named, Set<String> known, String name, String kind) {
    named.forEach(id -> gapIf(!known.contains(id), name, "no such " + kind + " as '" + id + "'"));
  }

  private Set<String> causes() {
    return ids(catalog.causes(), Cause::id);
  }

  private Set<String> remedies() {
    return ids(catalog.remediations(), Remediation::id);
  }

  private static <T> Set<String> ids(
      Collection<T> entries, java.util.function.Function<T, String> id) {
    return entries.stream().map(id).collect(Collectors.toSet());
  }

  private void gapIf(boolean gap, String entry, String what) {
    if (gap) {
      gaps.add(entry + ": " + what);
    }
  }
}
