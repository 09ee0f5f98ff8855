package io.github.backupdiag.reference;

/** The page at the root of the site: the search, and the way to each language. */
final class RootPage {

  private RootPage() {}

  static String write(Site site, Words words) {
    Page page = new Page(site, words, "");
    page.head(words.label("title"), words.language(), "", true);
    Html html = page.html();
    html.open("body").open("main", "id", "content");
    html.put("h1", words.label("title"));
    html.put("p", words.label("lead"), "class", "lead");
    html.open("nav", "aria-label", words.label("languages"));
    html.open("ul", "class", "doors");
    for (String language : site.languages()) {
      html.open("li");
      html.put(
          "a",
          Tongues.name(language),
          "href",
          language + "/" + Links.INDEX,
          "hreflang",
          language,
          "lang",
          language);
      html.close();
    }
    html.close().close();
    page.searchBox(words.language() + "/");
    return page.close();
  }
}
