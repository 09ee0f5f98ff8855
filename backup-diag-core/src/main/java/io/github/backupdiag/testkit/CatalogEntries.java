package io.github.backupdiag.testkit;

import io.github.backupdiag.internal.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The entries of a catalog document: what is wrong with their shape, and the words they need. */
final class CatalogEntries {

  private static final Pattern NAMESPACED =
      Pattern.compile("[a-z0-9]++(-[a-z0-9]++)*+(\\.[a-z0-9]++(-[a-z0-9]++)*+)++");
  private static final Pattern COMMAND =
      Pattern.compile("([^{}\\r\\n]|\\{\\{|}}|\\{[a-z][A-Za-z0-9]*})++");
  private final String file;
  private final List<String> problems = new ArrayList<>();
  private final Map<String, String> required = new LinkedHashMap<>();
  private final Set<String> optional = new TreeSet<>();

  CatalogEntries(String file, Json catalog) {
    this.file = file;
    items(catalog, "codes").forEach(this::addCode);
    items(catalog, "causes").forEach(this::addCause);
    items(catalog, "remediations").forEach(this::addRemediation);
    items(catalog, "checks").forEach(this::addCheck);
    items(catalog, "errors").forEach(this::addError);
    items(catalog, "signatures").forEach(this::checkId);
    items(catalog, "defects").forEach(this::checkId);
  }

  /** One line each. */
  List<String> problems() {
    return problems;
  }

  /** Ids of texts without which an entry cannot be shown, and the place of that entry. */
  Map<String, String> required() {
    return required;
  }

  /** Tells whether a text belongs to an entry of this catalog. */
  boolean knows(String textId) {
    return required.containsKey(textId) || optional.contains(textId);
  }

  /** Ids of all texts that may be given, for suggestions. */
  Set<String> known() {
    Set<String> known = new TreeSet<>(optional);
    known.addAll(required.keySet());
    return known;
  }

  private void addCode(Json code) {
    if (!isTrue(code, "extends")) {
      require(code, "code." + text(code, "code"), "title", "meaning");
    }
  }

  private void addCause(Json cause) {
    checkId(cause);
    String found = isTrue(cause, "notCheckable") ? "notCheckable" : "check";
    require(cause, "cause." + text(cause, "id"), "title", "summary", found);
  }

  private void addCheck(Json check) {
    checkId(check);
    String found = isTrue(check, "notCheckable") ? "notCheckable" : "look";
    require(check, "check." + text(check, "id"), "title", found);
  }

  private void addError(Json error) {
    require(error, "error." + text(error, "kind") + "." + text(error, "value"), "meaning");
  }

  private void addRemediation(Json remediation) {
    checkId(remediation);
    String id = text(remediation, "id");
    require(remediation, "remediation." + id, "title");
    for (Json step : items(remediation, "steps")) {
      String name = "step." + id + "." + text(step, "id");
      require(step, name, "text");
      optional.add(name + ".verify");
      checkStep(step);
    }
  }

  private void require(Json entry, String name, String... kinds) {
    for (String kind : kinds) {
      required.put(name + "." + kind, place(entry));
    }
  }

  private void checkId(Json entry) {
    String id = text(entry, "id");
    if (!isTrue(entry, "replaces") && !NAMESPACED.matcher(id).matches()) {
      problems.add(
          place(entry)
              + (": '" + id + "' has no namespace, so a later version of backup-diag may use it; ")
              + "put one in front, such as corp.maintenance-lock");
    }
  }

  private void checkStep(Json step) {
    String command = text(step, "command");
    if (!command.isEmpty() && !COMMAND.matcher(command).matches()) {
      problems.add(
          place(step)
              + (": step '" + text(step, "id"))
              + "' has a brace or a line break in its command; double a brace that is meant so");
    }
  }

  private String place(Json entry) {
    return file + ":" + entry.line();
  }

  private static List<Json> items(Json owner, String field) {
    Json items = owner.fields().get(field);
    return items == null ? List.of() : items.items();
  }

  private static String text(Json entry, String field) {
    Json value = entry.fields().get(field);
    return value != null && value.value() instanceof String text ? text : "";
  }

  private static boolean isTrue(Json entry, String field) {
    Json value = entry.fields().get(field);
    return value != null && Boolean.TRUE.equals(value.value());
  }
}
