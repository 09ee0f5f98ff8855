package io.github.backupdiag.cli;

import io.github.backupdiag.catalog.Catalog;
import io.github.backupdiag.catalog.Cause;
import io.github.backupdiag.catalog.Check;
import io.github.backupdiag.catalog.NumericError;
import io.github.backupdiag.catalog.Os;
import io.github.backupdiag.catalog.PortalMessage;
import io.github.backupdiag.catalog.Remediation;
import io.github.backupdiag.catalog.Texts;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What stands behind codes and causes: checks, numeric errors, remediations and messages. */
final class CatalogTopics {

  private final Catalog catalog;
  private final Texts texts;
  private final Predicate<String> isWanted;

  CatalogTopics(Catalog catalog, Texts texts, Predicate<String> isWanted) {
    this.catalog = catalog;
    this.texts = texts;
    this.isWanted = isWanted;
  }

  Known checks() {
    Known known =
        new Known("checks", "CHECK", "PLANE", "OS", "STRENGTH", "TITLE ← RIGHTS → CAUSES");
    for (Check check : catalog.checks()) {
      if (isWanted.test(check.id())) {
        String title = text("check." + check.id() + ".title");
        List<String> causes = causesWith(check.id(), Cause::checks);
        known.add(
            checkFields(check, title, causes),
            check.id(),
            check.plane(),
            Knowledge.systems(check.os()),
            Knowledge.lower(check.strength()),
            title + " ← " + rights(check) + " → " + Knowledge.joined(causes));
      }
    }
    return known;
  }

  private static Map<String, Object> checkFields(Check check, String title, List<String> causes) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("id", check.id());
    fields.put("title", title);
    fields.put("plane", check.plane());
    fields.put("os", Knowledge.names(check.os()));
    fields.put("strength", Knowledge.lower(check.strength()));
    fields.put("proves", check.proves());
    fields.put("actions", check.actions());
    fields.put("notCheckable", check.notCheckable());
    fields.put("causes", causes);
    return fields;
  }

  /** In the guest root or an administrator reads; in Azure whoever may do the actions. */
  private static String rights(Check check) {
    if (check.notCheckable() || !check.plane().equals("guest")) {
      return Knowledge.joined(check.actions());
    }
    if (check.os().size() == Os.values().length) {
      return "root or administrator";
    }
    return check.os().contains(Os.LINUX) ? "root" : "administrator";
  }

  Known errors() {
    Known known =
        new Known("errors", "KIND", "VALUE", "SYMBOL", "DECIMALS", "MEANING → CAUSES, CODES");
    for (NumericError error : catalog.errors()) {
      if (isWanted.test(error.id())) {
        String meaning = text("error." + error.id() + ".meaning");
        known.add(
            errorFields(error, meaning),
            error.kind(),
            error.value(),
            error.symbol() == null ? "–" : error.symbol(),
            Knowledge.joined(error.decimals()),
            meaning + " → " + Knowledge.joined(both(error.causes(), error.codes())));
      }
    }
    return known;
  }

  private static Map<String, Object> errorFields(NumericError error, String meaning) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("id", error.id());
    fields.put("kind", error.kind());
    fields.put("value", error.value());
    fields.put("symbol", error.symbol() == null ? "" : error.symbol());
    fields.put("decimals", error.decimals());
    fields.put("meaning", meaning);
    fields.put("retryable", error.retryable());
    fields.put("causes", error.causes());
    fields.put("codes", error.codes());
    return fields;
  }

  Known remediations() {
    Known known = new Known("remediations", "REMEDIATION", "OS", "RISK", "STEPS", "TITLE → CAUSES");
    for (Remediation remedy : catalog.remediations()) {
      if (isWanted.test(remedy.id())) {
        String title = text("remediation." + remedy.id() + ".title");
        List<String> causes = causesWith(remedy.id(), Cause::remediations);
        known.add(
            remedyFields(remedy, title, causes),
            remedy.id(),
            Knowledge.systems(remedy.os()),
            remedy.risk().tag(),
            remedy.steps().size() + "",
            title + " → " + Knowledge.joined(causes));
      }
    }
    return known;
  }

  private static Map<String, Object> remedyFields(
      Remediation remedy, String title, List<String> causes) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("id", remedy.id());
    fields.put("title", title);
    fields.put("os", Knowledge.names(remedy.os()));
    fields.put("risk", remedy.risk().tag());
    fields.put("steps", remedy.steps().size());
    fields.put("causes", causes);
    return fields;
  }

  Known messages() {
    Known known = new Known("messages", "CODE", "LANGUAGE", "MESSAGE");
    for (PortalMessage message : catalog.messages()) {
      if (isWanted.test(message.code())) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("code", message.code());
        fields.put("language", message.language());
        fields.put("text", message.text());
        fields.put("fragment", message.fragment());
        known.add(fields, message.code(), message.language(), message.text());
      }
    }
    return known;
  }

  private List<String> causesWith(String id, Function<Cause, Collection<String>> named) {
    return catalog.causes().stream()
        .filter(cause -> named.apply(cause).contains(id))
        .map(Cause::id)
        .toList();
  }

  private static List<String> both(List<String> causes, List<String> codes) {
    return Stream.concat(causes.stream(), codes.stream()).toList();
  }

  private String text(String id) {
    String text = texts.find(id);
    return text == null ? "" : text;
  }
}
