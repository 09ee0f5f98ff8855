package io.github.backupdiag.reference;

import io.github.backupdiag.catalog.Cause;
import io.github.backupdiag.catalog.ErrorCode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;

/** The start page of a language: the search, and everything there is for those who browse. */
final class IndexPage {

  private static final List<String> SCOPES =
      List.of(
          "backup",
          "restore",
          "job",
          "registration",
          "compute-restore-point",
          "linux-extension-internal");

  private final Knowledge knowledge;
  private final Page page;
  private final Words words;
  private final Html html;
  private final Entries entries;

  private IndexPage(Knowledge knowledge, Page page) {
    this.knowledge = knowledge;
    this.page = page;
    this.words = page.words();
    this.html = page.html();
    this.entries = new Entries(page);
  }

  static String write(Knowledge knowledge, Page page) {
    return new IndexPage(knowledge, page).write();
  }

  private String write() {
    page.open(words.label("title"));
    html.put("h1", words.label("title"));
    html.put("p", words.label("lead"), "class", "lead");
    page.searchBox("");
    html.open("div", "id", "lists");
    codes();
    causes();
    html.close();
    return page.close();
  }

  private void codes() {
    Map<String, List<ErrorCode>> groups =
        new TreeMap<>(
            Comparator.comparingInt(IndexPage::placeOfScope)
                .thenComparing(Comparator.naturalOrder()));
    knowledge
        .codes()
        .forEach(code -> groups.computeIfAbsent(code.scope(), s -> new ArrayList<>()).add(code));
    html.open("section", "class", "part", "id", "codes");
    html.put("h2", words.label("codes") + " (" + knowledge.codes().size() + ")");
    groups(groups, "scope", code -> entries.code(code, ""));
    html.close();
  }

  private void causes() {
    Map<String, List<Cause>> groups =
        new TreeMap<>(
            Comparator.comparing((String topic) -> words.labelOf("topic", topic))
                .thenComparing(Comparator.naturalOrder()));
    knowledge
        .causes()
        .forEach(cause -> groups.computeIfAbsent(cause.topic(), t -> new ArrayList<>()).add(cause));
    html.open("section", "class", "part", "id", "causes");
    html.put("h2", words.label("causes") + " (" + knowledge.causes().size() + ")");
    groups(groups, "topic", entries::cause);
    html.close();
  }

  private <T> void groups(Map<String, List<T>> groups, String kind, Consumer<T> line) {
    Function<String, String> anchor = name -> kind + "-" + Links.safe(name);
    html.open("ul", "class", "groups");
    groups.forEach(
        (name, members) -> {
          html.open("li").open("a", "href", "#" + anchor.apply(name));
          html.text(words.labelOf(kind, name)).close();
          html.put("span", " " + members.size(), "class", "muted").close();
        });
    html.close();
    groups.forEach(
        (name, members) -> {
          html.put("h3", words.labelOf(kind, name), "id", anchor.apply(name));
          html.open("ul", "class", "entries");
          members.forEach(line);
          html.close();
        });
  }

  private static int placeOfScope(String scope) {
    int place = SCOPES.indexOf(scope);
    return place < 0 ? SCOPES.size() : place;
  }
}
