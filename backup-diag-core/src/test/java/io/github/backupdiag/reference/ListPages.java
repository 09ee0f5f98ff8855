package io.github.backupdiag.reference;

import io.github.backupdiag.catalog.Check;
import io.github.backupdiag.catalog.ErrorCode;
import io.github.backupdiag.catalog.NumericError;
import io.github.backupdiag.catalog.Remediation;
import io.github.backupdiag.diagnostic.DiagnosticDescriptor;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The pages that list remedies, checks and numbers, each entry with an anchor of its own. */
final class ListPages {

  private static final List<String> PLANES =
      List.of("azure", "guest.any", "guest.linux", "guest.windows", "other");

  private final Knowledge knowledge;
  private final Page page;
  private final Words words;
  private final Html html;
  private final Entries entries;

  private ListPages(Knowledge knowledge, Page page) {
    this.knowledge = knowledge;
    this.page = page;
    this.words = page.words();
    this.html = page.html();
    this.entries = new Entries(page);
  }

  static String remedies(Knowledge knowledge, Page page) {
    return new ListPages(knowledge, page).remedies();
  }

  static String checks(Knowledge knowledge, Page page) {
    return new ListPages(knowledge, page).checks();
  }

  static String numbers(Knowledge knowledge, Page page) {
    return new ListPages(knowledge, page).numbers();
  }

  private String remedies() {
    begin("remedies");
    html.open("div", "class", "part");
    knowledge.remediations().stream()
        .sorted(Comparator.comparing(remedy -> words.text(RemedyPart.titleId(remedy)).text()))
        .forEach(this::remedy);
    html.close();
    return page.close();
  }

  private void remedy(Remediation remedy) {
    html.open("article", "class", "item", "id", Links.safe(remedy.id()));
    html.put("h2", words.text(RemedyPart.titleId(remedy)));
    marks(remedy);
    html.put("p", words.label("helps"), "class", "kicker");
    html.open("ul", "class", "entries");
    entries
        .byTitle(knowledge.causesHelpedBy(remedy))
        .forEach(cause -> entries.causeAt(cause, RemedyPart.anchor(remedy)));
    html.close().close();
  }

  private void marks(Remediation remedy) {
    boolean risky = remedy.risk().compareTo(Remediation.Risk.LOW) > 0;
    if (!risky && remedy.os().size() > 1) {
      return;
    }
    html.open("p", "class", "marks");
    if (remedy.os().size() == 1) {
      remedy.os().forEach(os -> entries.badge("os." + os.name().toLowerCase(Locale.ROOT), ""));
    }
    if (risky) {
      Said risk = words.text("report.risk." + remedy.risk().tag());
      html.text(" ").put("span", risk, "class", "badge caution");
    }
    html.close();
  }

  private String checks() {
    begin("checks");
    page.contents();
    Map<String, List<Check>> planes = new LinkedHashMap<>();
    PLANES.forEach(plane -> planes.put(plane, new ArrayList<>()));
    knowledge.checks().forEach(check -> planes.get(planeOf(check.id())).add(check));
    planes.values().removeIf(List::isEmpty);
    planes.forEach(
        (plane, checks) -> {
          page.part("plane-" + Links.safe(plane), words.label("plane." + plane));
          checks.forEach(this::check);
          html.close();
        });
    return page.close();
  }

  private void check(Check check) {
    String id = check.id();
    html.open("article", "class", "item", "id", Links.safe(id));
    html.open("h3").put("code", id, "class", "label");
    html.put("span", words.textOr("check." + id + ".title", "")).close();
    html.open("p", "class", "marks");
    entries.badge("strength." + check.strength().name().toLowerCase(Locale.ROOT), "");
    if (check.notCheckable()) {
      entries.badge("checked.not", "caution");
    }
    html.close();
    for (String text : List.of("check." + id + ".look", "check." + id + ".notCheckable")) {
      if (words.has(text)) {
        html.put("p", words.text(text));
      }
    }
    html.put("p", words.label("looks-for"), "class", "kicker");
    html.open("ul", "class", "entries");
    entries
        .byTitle(knowledge.causesLookedForBy(id))
        .forEach(cause -> entries.causeAt(cause, "checked"));
    html.close();
    codes("rules", knowledge.rulesThatCarryOut(id).stream().map(DiagnosticDescriptor::id).toList());
    codes("rights.actions", check.actions());
    html.close();
  }

  private void codes(String label, List<String> codes) {
    if (!codes.isEmpty()) {
      html.put("p", words.label(label), "class", "kicker");
      html.open("ul");
      codes.forEach(code -> html.open("li").put("code", code).close());
      html.close();
    }
  }

  private String numbers() {
    begin("numbers");
    page.contents();
    page.part("of-codes", words.label("numbers.of-codes"));
    html.put("p", words.label("numbers.of-codes.lead"), "class", "muted");
    html.open("dl", "class", "numbers");
    Comparator<Numbered> order = Comparator.comparingInt(one -> one.number().length());
    knowledge.codes().stream()
        .flatMap(code -> code.numbers().stream().map(number -> new Numbered(number, code)))
        .sorted(order.thenComparing(Numbered::number).thenComparing(one -> one.code().code()))
        .forEach(this::number);
    html.close().close();
    Map<String, List<NumericError>> kinds = new TreeMap<>();
    knowledge
        .errors()
        .forEach(error -> kinds.computeIfAbsent(error.kind(), k -> new ArrayList<>()).add(error));
    kinds.forEach(this::errors);
    return page.close();
  }

  private void errors(String kind, List<NumericError> errors) {
    page.part("kind-" + Links.safe(kind), words.labelOf("error-kind", kind));
    errors.forEach(this::error);
    html.close();
  }

  private void error(NumericError error) {
    html.open("article", "class", "item", "id", Links.safe(error.id()));
    html.open("h3").put("code", error.value());
    if (error.symbol() != null) {
      html.text(" ").put("code", error.symbol(), "class", "label");
    }
    html.close();
    html.put("p", words.textOr("error." + error.id() + ".meaning", ""));
    if (!error.decimals().isEmpty()) {
      html.put("p", String.join(", ", error.decimals()), "class", "muted");
    }
    html.put("p", words.label("retry") + " " + words.labelOf("retry", error.retryable()));
    if (!error.causes().isEmpty()) {
      html.put("p", words.label("possible"), "class", "kicker");
      html.open("ol", "class", "entries numbered");
      error.causes().forEach(id -> entries.cause(knowledge.cause(id)));
      html.close();
    }
    if (!error.codes().isEmpty()) {
      html.put("p", words.label("comes-with"), "class", "kicker");
      html.open("ul", "class", "entries");
      error.codes().forEach(code -> entries.code(knowledge.code(code), ""));
      html.close();
    }
    html.close();
  }

  private record Numbered(String number, ErrorCode code) {}

  private void number(Numbered one) {
    html.open("dt", "id", "number-" + Links.safe(one.number() + "-" + one.code().code()));
    html.put("code", one.number()).close();
    html.open("dd");
    entries.codeLine(one.code(), placesOf(one.code()));
    html.close();
  }

  private String placesOf(ErrorCode code) {
    List<String> places =
        code.matchOnlyIn().stream().map(place -> words.labelOf("only-in", place)).toList();
    return places.isEmpty() ? "" : words.label("only-in") + ": " + String.join(", ", places);
  }

  private void begin(String name) {
    page.open(words.label(name));
    html.put("h1", words.label(name));
    html.put("p", words.label(name + ".lead"), "class", "lead");
  }

  private static String planeOf(String check) {
    return PLANES.stream()
        .filter(plane -> check.startsWith(plane + "."))
        .findFirst()
        .orElse("other");
  }
}
