package io.github.backupdiag.reference;

import io.github.backupdiag.catalog.ErrorCode;
import io.github.backupdiag.catalog.NumericError;
import io.github.backupdiag.catalog.PortalMessage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The page of an error code: what it means, what may cause it, how it is worded. */
final class CodePage {

  private final Knowledge knowledge;
  private final Page page;
  private final Words words;
  private final Html html;
  private final Entries entries;
  private final ErrorCode code;

  private CodePage(Knowledge knowledge, Page page, ErrorCode code) {
    this.knowledge = knowledge;
    this.page = page;
    this.words = page.words();
    this.html = page.html();
    this.entries = new Entries(page);
    this.code = code;
  }

  static String write(Knowledge knowledge, Page page, ErrorCode code) {
    return new CodePage(knowledge, page, code).write();
  }

  private String write() {
    Said title = Entries.title(words, code);
    page.open(code.synthetic() ? title.text() : code.code() + ": " + title.text());
    headline(title);
    notes();
    meaning();
    causes();
    messages();
    numbers();
    return page.close();
  }

  private void headline(Said title) {
    html.put(
        "p", words.label(code.synthetic() ? "kind.synthetic" : "kind.code"), "class", "kicker");
    html.open("h1");
    if (!code.synthetic()) {
      html.put("code", code.code(), "class", "label");
    }
    html.put("span", title).close();
    if (code.synthetic() || code.obsolete()) {
      html.open("p", "class", "marks");
      entries.marks(code);
      html.close();
    }
  }

  private void notes() {
    if (code.synthetic()) {
      html.put("p", words.label("synthetic.note", "key", code.code()), "class", "caution");
    }
    if (code.obsolete()) {
      String since = code.obsoleteSince();
      String note = words.label("obsolete.note");
      html.put(
          "p",
          since == null ? note : note + " " + words.label("obsolete.since", "date", since),
          "class",
          "caution");
    }
  }

  private void meaning() {
    page.part("meaning", words.label("meaning"));
    String id = "code." + code.code() + ".meaning";
    if (words.has(id)) {
      html.put("p", words.text(id));
    }
    html.open("dl");
    codes("aliases", code.aliases());
    codes("number", code.numbers());
    facts("only-in", labelsOf("only-in", code.matchOnlyIn()));
    facts("scope", List.of(words.labelOf("scope", code.scope())));
    html.put("dt", words.label("retry"));
    retry();
    html.close().close();
  }

  private void retry() {
    String reason = code.retry().reason();
    if (reason == null) {
      html.put("dd", words.labelOf("retry", code.retry().verdict()));
      return;
    }
    html.open("dd").put("span", words.text("report.retry." + reason)).text(" ");
    String basis = code.retry().stated() ? "stated" : "inferred";
    html.put("span", words.text("report.retry.basis." + basis), "class", "muted").close();
  }

  private void causes() {
    page.part("causes", words.label("possible"));
    html.open("ol", "class", "entries numbered");
    code.causes().forEach(id -> entries.causeWithSummary(knowledge.cause(id)));
    html.close().close();
  }

  private void messages() {
    Map<String, List<PortalMessage>> byLanguage = messagesByLanguage();
    if (byLanguage.isEmpty()) {
      return;
    }
    page.part("messages", words.label("messages"));
    html.put("p", words.label("messages.lead"), "class", "muted");
    html.open("dl");
    byLanguage.forEach(
        (language, messages) -> {
          html.put("dt", Tongues.name(language), "lang", language);
          messages.forEach(this::message);
        });
    html.close().close();
  }

  private void numbers() {
    List<NumericError> errors = knowledge.errorsWith(code);
    if (!errors.isEmpty()) {
      page.part("numbers", words.label("numbers.with"));
      html.open("ul", "class", "entries");
      errors.forEach(entries::error);
      html.close().close();
    }
  }

  private void message(PortalMessage message) {
    html.open("dd").put("span", message.text(), "lang", message.language());
    if (message.fragment()) {
      String part = "(" + words.label("messages.fragment") + ")";
      html.text(" ").put("span", part, "class", "muted");
    }
    html.close();
  }

  /** Puts the language of the page first, then English, then the others by their tags. */
  private Map<String, List<PortalMessage>> messagesByLanguage() {
    List<PortalMessage> messages = new ArrayList<>(knowledge.messagesOf(code));
    messages.sort(
        java.util.Comparator.comparing(
                (PortalMessage message) -> !Tongues.same(message.language(), words.language()))
            .thenComparing(message -> !message.language().equals(Tongues.ENGLISH))
            .thenComparing(PortalMessage::language));
    Map<String, List<PortalMessage>> byLanguage = new LinkedHashMap<>();
    for (PortalMessage message : messages) {
      byLanguage.computeIfAbsent(message.language(), tag -> new ArrayList<>()).add(message);
    }
    return byLanguage;
  }

  private List<String> labelsOf(String group, List<String> names) {
    return names.stream().map(name -> words.labelOf(group, name)).toList();
  }

  private void facts(String label, List<String> values) {
    if (!values.isEmpty()) {
      html.put("dt", words.label(label));
      values.forEach(value -> html.put("dd", value));
    }
  }

  private void codes(String label, List<String> values) {
    if (!values.isEmpty()) {
      html.put("dt", words.label(label));
      values.forEach(value -> html.open("dd").put("code", value).close());
    }
  }
}
