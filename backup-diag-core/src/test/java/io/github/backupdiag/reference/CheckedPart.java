package io.github.backupdiag.reference;

import io.github.backupdiag.catalog.Cause;
import io.github.backupdiag.catalog.Check;
import io.github.backupdiag.catalog.Os;
import io.github.backupdiag.diagnostic.DiagnosticDescriptor;
import io.github.backupdiag.fact.FactKey;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** Says of a cause how it is looked for: where, by which rule, with which rights. */
final class CheckedPart {

  private final Knowledge knowledge;
  private final Page page;
  private final Words words;
  private final Html html;
  private final Cause cause;

  CheckedPart(Knowledge knowledge, Page page, Cause cause) {
    this.knowledge = knowledge;
    this.page = page;
    this.words = page.words();
    this.html = page.html();
    this.cause = cause;
  }

  void write() {
    page.part("checked", words.label("checked"));
    if (words.has("cause." + cause.id() + ".check")) {
      html.put("p", words.text("cause." + cause.id() + ".check"));
    }
    if (cause.notCheckable()) {
      html.put("p", words.label("checked.not"), "class", "badge caution");
      html.put("p", words.textOr("cause." + cause.id() + ".notCheckable", ""));
    }
    checks();
    rules();
    rights();
    html.close();
  }

  private void checks() {
    if (!cause.checks().isEmpty()) {
      html.put("h3", words.label("checks"));
      html.open("ul", "class", "entries");
      cause.checks().forEach(this::check);
      html.close();
    }
  }

  private void check(String id) {
    html.open("li");
    html.open("a", "href", page.to(Links.CHECKS) + "#" + Links.safe(id));
    html.put("code", id);
    if (words.has("check." + id + ".title")) {
      html.text(" ").put("span", words.text("check." + id + ".title"), "class", "title");
    }
    html.close().close();
  }

  private void rules() {
    List<DiagnosticDescriptor> rules = knowledge.rulesFor(cause);
    html.put("h3", words.label("rules"));
    if (rules.isEmpty()) {
      html.put("p", words.label("rules.none"));
    }
    for (DiagnosticDescriptor rule : rules) {
      html.open("div", "class", "rule");
      html.open("p").put("code", rule.id());
      Entries entries = new Entries(page);
      if (rule.azureVmOnly()) {
        entries.badge("rule.azure-only", "");
      }
      if (!rule.decisive()) {
        entries.badge("rule.corroborating", "");
      }
      html.close();
      html.open("dl");
      facts("rule.needs", rule.needs());
      facts("rule.helpful", rule.helpful());
      carriedOut(rule);
      html.close().close();
    }
  }

  private void facts(String label, Collection<FactKey<?>> facts) {
    if (!facts.isEmpty()) {
      html.put("dt", words.label(label));
      for (FactKey<?> fact : facts) {
        html.open("dd");
        html.put("span", words.textOr("fact." + fact.id(), fact.id())).text(" ");
        html.put("code", fact.id(), "class", "muted");
        html.close();
      }
    }
  }

  private void carriedOut(DiagnosticDescriptor rule) {
    if (!rule.checks().isEmpty()) {
      html.put("dt", words.label("rule.checks"));
      rule.checks().forEach(check -> html.open("dd").put("code", check).close());
    }
  }

  private void rights() {
    if (cause.notCheckable()) {
      return;
    }
    html.put("h3", words.label("rights"));
    html.open("ul");
    if (cause.planes().contains("guest")) {
      cause.os().stream().sorted().forEach(this::rightsInGuest);
    }
    if (cause.planes().contains("azure")) {
      html.put("li", words.label("rights.azure"));
      actions();
    }
    html.close();
  }

  private void rightsInGuest(Os os) {
    html.put("li", words.label(os == Os.LINUX ? "rights.guest.linux" : "rights.guest.windows"));
  }

  private void actions() {
    SortedSet<String> actions = new TreeSet<>();
    for (String id : cause.checks()) {
      Check check = knowledge.check(id);
      actions.addAll(check == null ? List.of() : check.actions());
    }
    if (!actions.isEmpty()) {
      html.open("li").text(words.label("rights.azure.actions"));
      html.open("ul", "class", "actions");
      actions.forEach(action -> html.open("li").put("code", action).close());
      html.close().close();
    }
  }
}
