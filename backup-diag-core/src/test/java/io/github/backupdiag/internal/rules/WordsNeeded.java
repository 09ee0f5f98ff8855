package io.github.backupdiag.internal.rules;

import io.github.backupdiag.catalog.Catalog;
import io.github.backupdiag.catalog.Remediation;
import io.github.backupdiag.catalog.RemediationStep;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The texts that the entries of a catalog need, and those that they may have. */
final class WordsNeeded {

  private final Map<String, String> needed = new TreeMap<>();
  private final Set<String> allowed = new TreeSet<>();

  WordsNeeded(Catalog catalog) {
    catalog.codes().forEach(code -> need("code", code.code(), "title", "meaning"));
    catalog
        .causes()
        .forEach(
            cause ->
                need(
                    "cause", cause.id(), "title", "summary", found(cause.notCheckable(), "check")));
    catalog
        .checks()
        .forEach(check -> need("check", check.id(), "title", found(check.notCheckable(), "look")));
    catalog.errors().forEach(error -> need("error", error.id(), "meaning"));
    catalog.remediations().forEach(this::addRemediation);
  }

  private void addRemediation(Remediation remediation) {
    need("remediation", remediation.id(), "title");
    for (RemediationStep step : remediation.steps()) {
      String text = "step." + step.id().replace('/', '.');
      needed.put(text + ".text", "remediation " + remediation.id());
      allowed.add(text + ".verify");
    }
  }

  private static String found(boolean notCheckable, String otherwise) {
    return notCheckable ? "notCheckable" : otherwise;
  }

  private void need(String kind, String id, String... parts) {
    for (String part : parts) {
      needed.put(kind + "." + id + "." + part, kind + " " + id);
    }
  }

  /** Gives the entry that needs a text, by the id of the text. */
  Map<String, String> needed() {
    return needed;
  }

  boolean knows(String text) {
    return needed.containsKey(text) || allowed.contains(text);
  }
}
