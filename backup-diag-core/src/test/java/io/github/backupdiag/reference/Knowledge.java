package io.github.backupdiag.reference;

import io.github.backupdiag.catalog.Catalog;
import io.github.backupdiag.catalog.Cause;
import io.github.backupdiag.catalog.Check;
import io.github.backupdiag.catalog.ErrorCode;
import io.github.backupdiag.catalog.KnownDefect;
import io.github.backupdiag.catalog.LogSignature;
import io.github.backupdiag.catalog.NumericError;
import io.github.backupdiag.catalog.PortalMessage;
import io.github.backupdiag.catalog.Remediation;
import io.github.backupdiag.diagnostic.DiagnosticDescriptor;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The catalog and the rules, with what points from one entry to another found in both ways. */
final class Knowledge {

  private final Catalog catalog;
  private final Map<String, List<PortalMessage>> messages;
  private final Map<String, List<ErrorCode>> naming;
  private final Map<String, List<Cause>> bringing;
  private final Map<String, List<Cause>> helped;
  private final Map<String, List<Cause>> lookedFor;
  private final Map<String, List<DiagnosticDescriptor>> deciding;
  private final Map<String, List<DiagnosticDescriptor>> carryingOut;
  private final Map<String, List<LogSignature>> lines;
  private final Map<String, List<KnownDefect>> defects;
  private final Map<String, List<NumericError>> numbered;
  private final Map<String, List<NumericError>> accompanying;
  private final Map<String, Check> checks = new TreeMap<>();

  Knowledge(Catalog catalog, Collection<DiagnosticDescriptor> rules) {
    this.catalog = catalog;
    List<DiagnosticDescriptor> sorted =
        rules.stream().sorted(Comparator.comparing(DiagnosticDescriptor::id)).toList();
    messages = by(catalog.messages(), message -> List.of(message.code()));
    naming = by(catalog.codes(), ErrorCode::causes);
    bringing = by(catalog.causes(), Cause::leadsTo);
    helped = by(catalog.causes(), Cause::remediations);
    lookedFor = by(catalog.causes(), Cause::checks);
    deciding = by(sorted, rule -> List.of(rule.cause()));
    carryingOut = by(sorted, DiagnosticDescriptor::checks);
    lines = by(catalog.signatures(), LogSignature::causes);
    defects = by(catalog.defects(), KnownDefect::causes);
    numbered = by(catalog.errors(), NumericError::causes);
    accompanying = by(catalog.errors(), NumericError::codes);
    catalog.checks().forEach(check -> checks.put(check.id(), check));
  }

  List<ErrorCode> codes() {
    return catalog.codes();
  }

  List<Cause> causes() {
    return catalog.causes();
  }

  List<Check> checks() {
    return catalog.checks();
  }

  /** Gives the check, or null if the catalog only names it. */
  @Nullable Check check(String id) {
    return checks.get(id);
  }

  List<NumericError> errors() {
    return catalog.errors();
  }

  List<NumericError> errorsThatName(Cause cause) {
    return numbered.getOrDefault(cause.id(), List.of());
  }

  List<NumericError> errorsWith(ErrorCode code) {
    return accompanying.getOrDefault(code.code(), List.of());
  }

  @Nullable ErrorCode code(String code) {
    return catalog.code(code);
  }

  /** Gives all remediations that help against something, in alphabetical order of their ids. */
  List<Remediation> remediations() {
    return helped.keySet().stream().map(this::remediation).toList();
  }

  Cause cause(String id) {
    return Objects.requireNonNull(catalog.cause(id), id);
  }

  Remediation remediation(String id) {
    return Objects.requireNonNull(catalog.remediation(id), id);
  }

  List<PortalMessage> messagesOf(ErrorCode code) {
    return messages.getOrDefault(code.code(), List.of());
  }

  List<ErrorCode> codesThatName(Cause cause) {
    return naming.getOrDefault(cause.id(), List.of());
  }

  List<Cause> causesThatBring(Cause cause) {
    return bringing.getOrDefault(cause.id(), List.of());
  }

  List<Cause> causesHelpedBy(Remediation remediation) {
    return helped.getOrDefault(remediation.id(), List.of());
  }

  List<Cause> causesLookedForBy(String check) {
    return lookedFor.getOrDefault(check, List.of());
  }

  List<DiagnosticDescriptor> rulesFor(Cause cause) {
    return deciding.getOrDefault(cause.id(), List.of());
  }

  List<DiagnosticDescriptor> rulesThatCarryOut(String check) {
    return carryingOut.getOrDefault(check, List.of());
  }

  List<LogSignature> linesOf(Cause cause) {
    return lines.getOrDefault(cause.id(), List.of());
  }

  List<KnownDefect> defectsOf(Cause cause) {
    return defects.getOrDefault(cause.id(), List.of());
  }

  private static <T> Map<String, List<T>> by(
      Collection<T> entries, Function<T, ? extends Collection<String>> keys) {
    Map<String, List<T>> found = new TreeMap<>();
    for (T entry : entries) {
      for (String key : keys.apply(entry)) {
        found.computeIfAbsent(key, k -> new ArrayList<>()).add(entry);
      }
    }
    return found;
  }
}
