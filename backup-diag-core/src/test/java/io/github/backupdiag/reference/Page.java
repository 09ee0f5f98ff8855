package io.github.backupdiag.reference;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A page of the site: the frame that all share, and where it lies. */
final class Page {

  private static final String POLICY =
      "default-src 'none'; style-src 'self' file:; script-src 'self' file:; "
          + "base-uri 'none'; form-action 'none'";

  private final Site site;
  private final Words words;
  private final String path;
  private final Html html = new Html();
  private final Map<String, String> parts = new LinkedHashMap<>();
  private int contents;

  /** Starts a page that lies at a path below the folder of its language. */
  Page(Site site, Words words, String path) {
    this.site = site;
    this.words = words;
    this.path = path;
  }

  Words words() {
    return words;
  }

  Html html() {
    return html;
  }

  /** Gives the way from here to a page of the same language. */
  String to(String page) {
    return "../".repeat(depth()) + page;
  }

  /** Gives the way from here to a file at the root of the site. */
  String toRoot(String file) {
    return to("../" + file);
  }

  /** Writes everything up to where the content begins. */
  Page open(String title) {
    head(title, words.language(), toRoot(""), path.equals(Links.INDEX));
    html.open("body");
    html.put("a", words.label("skip"), "class", "skip", "href", "#content");
    html.open("header", "class", "bar");
    navigation();
    if (site.languages().size() > 1) {
      languages();
    }
    html.close();
    html.open("main", "id", "content");
    return this;
  }

  /** Opens a part of the page under a heading. */
  Html part(String id, String heading) {
    html.open("section", "class", "part", "id", id);
    parts.put(id, heading);
    return html.put("h2", heading);
  }

  /** Opens a part of which only the heading is seen at first. */
  Html foldedPart(String id, String heading) {
    html.open("details", "class", "part", "id", id);
    parts.put(id, heading);
    return html.put("summary", heading);
  }

  /** Lets a table of the parts that will follow stand here. */
  void contents() {
    contents = html.place();
  }

  /** Writes the end of the page, and gives it whole. */
  String close() {
    if (contents > 0) {
      html.insert(contents, listOfParts());
    }
    html.close();
    html.open("footer");
    html.put("p", words.label("foot", "version", site.version()), "class", "muted");
    html.close();
    return html.close().close().toString();
  }

  /** Writes the head of a page. */
  void head(String title, String language, String toRoot, boolean searches) {
    html.doctype().open("html", "lang", language).open("head");
    html.lone("meta", "charset", "utf-8");
    html.lone("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
    html.lone("meta", "http-equiv", "Content-Security-Policy", "content", POLICY);
    html.lone("meta", "name", "color-scheme", "content", "light dark");
    html.put("title", title);
    html.lone("link", "rel", "stylesheet", "href", toRoot + "style.css");
    if (searches) {
      html.put("script", "", "src", toRoot + "search-data.js", "defer", "defer");
      html.put("script", "", "src", toRoot + "search.js", "defer", "defer");
    }
    html.close();
  }

  /** Writes the box to search in; hidden until the script that serves it has run. */
  void searchBox(String folder) {
    html.open("div", "id", "search", "role", "search", "hidden", "hidden", "data-folder", folder);
    for (String name : List.of("found", "first", "similar", "none")) {
      html.put("span", words.label("search." + name), "hidden", "hidden", "data-say", name);
    }
    for (String kind : List.of("code", "synthetic", "cause", "check", "remedy", "number")) {
      html.put("span", words.label("kind." + kind), "hidden", "hidden", "data-kind", kind);
    }
    html.put("label", words.label("search"), "for", "query");
    html.lone(
        "input",
        "id",
        "query",
        "type",
        "search",
        "autocomplete",
        "off",
        "spellcheck",
        "false",
        "aria-describedby",
        "hint");
    html.put("p", words.label("search.hint"), "id", "hint", "class", "muted");
    html.put("p", "", "id", "count", "role", "status");
    html.put("ol", "", "id", "results", "class", "entries");
    html.close();
    html.open("noscript").put("p", words.label("search.off"), "class", "muted").close();
  }

  private Html listOfParts() {
    Html list = new Html();
    list.open("nav", "aria-label", words.label("on-page")).open("ul", "class", "groups");
    parts.forEach((id, heading) -> list.open("li").put("a", heading, "href", "#" + id).close());
    return list.close().close();
  }

  private void navigation() {
    html.open("nav", "aria-label", words.label("parts"));
    html.open("ul");
    item(Links.INDEX, "home");
    item(Links.INDEX + "#codes", "codes");
    item(Links.INDEX + "#causes", "causes");
    item(Links.REMEDIES, "remedies");
    item(Links.CHECKS, "checks");
    item(Links.NUMBERS, "numbers");
    html.close().close();
  }

  private void item(String page, String label) {
    html.open("li");
    html.put(
        "a", words.label(label), "href", to(page), "aria-current", page.equals(path) ? "page" : "");
    html.close();
  }

  private void languages() {
    html.open("nav", "class", "languages", "aria-label", words.label("languages"));
    html.open("ul");
    for (String language : site.languages()) {
      html.open("li");
      html.put(
          "a",
          Tongues.name(language),
          "href",
          toRoot(language + "/" + path),
          "hreflang",
          language,
          "lang",
          language,
          "aria-current",
          language.equals(words.language()) ? "true" : "");
      html.close();
    }
    html.close().close();
  }

  private int depth() {
    return (int) path.chars().filter(c -> c == '/').count();
  }
}
