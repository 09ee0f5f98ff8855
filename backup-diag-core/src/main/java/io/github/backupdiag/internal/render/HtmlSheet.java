package io.github.backupdiag.internal.render;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** A report as one HTML page that is also well-formed XML: no script, no request. */
public final class HtmlSheet implements Sheet {

  private final StringBuilder html = new StringBuilder();
  private final Deque<String> open = new ArrayDeque<>();
  private String list = "";

  /** Makes an empty sheet; a sheet is for one report. */
  public HtmlSheet() {
    // Nothing to set.
  }

  @Override
  public void open(String language, String title) {
    html.append("<!DOCTYPE html>\n<html lang=\"").append(HtmlText.line(language)).append("\">\n");
    html.append(
        """
        <head>
        <meta charset="utf-8"/>
        <meta name="viewport" content="width=device-width, initial-scale=1"/>
        <meta http-equiv="Content-Security-Policy" \
        content="default-src 'none'; style-src 'unsafe-inline'"/>
        <meta name="color-scheme" content="light dark"/>
        """);
    element("title", "", title);
    html.append("<style>\n").append(style()).append("</style>\n</head>\n<body>\n<main>\n");
    element("p", "kicker", title);
  }

  @Override
  public void answer(Head head) {
    begin("");
    html.append("<header class=\"answer\">\n");
    headline("h1", head);
    html.append("</header>\n");
  }

  @Override
  public void say(Tone tone, String sentence) {
    begin("");
    element("p", css(tone), sentence);
  }

  @Override
  public void section(String title, boolean folded) {
    begin("");
    if (folded) {
      html.append("<details class=\"part\">\n");
      element("summary", "", title);
      open.push("details");
    } else {
      html.append("<section class=\"part\">\n");
      element("h2", "", title);
      open.push("section");
    }
  }

  @Override
  public void cause(Head head) {
    begin("");
    html.append("<article class=\"cause\">\n");
    headline("h3", head);
    open.push("article");
  }

  @Override
  public void end() {
    begin("");
    html.append("</").append(open.pop()).append(">\n");
  }

  @Override
  public void label(String label) {
    begin("");
    element(open.isEmpty() ? "h2" : "h4", "", label);
  }

  @Override
  public void exhibit(Exhibit exhibit) {
    begin("ul");
    html.append("<li class=\"").append(exhibit.against() ? "against" : "for").append("\">\n");
    element("p", "", exhibit.text());
    html.append("<p class=\"place\">");
    if (exhibit.place() != null) {
      html.append("<code>").append(HtmlText.line(exhibit.place())).append("</code> ");
    }
    html.append(HtmlText.line(String.join(", ", exhibit.details()))).append("</p>\n");
    if (exhibit.excerpt() != null) {
      html.append("<pre tabindex=\"0\">").append(HtmlText.lines(exhibit.excerpt()));
      html.append("</pre>\n");
    }
    html.append("</li>\n");
  }

  @Override
  public void remedy(String title) {
    begin("");
    element("h5", "", title);
  }

  @Override
  public void step(Instruction step) {
    begin("ol");
    html.append("<li>\n");
    element("p", "", step.text());
    if (step.command() != null) {
      html.append("<pre class=\"command\" tabindex=\"0\"><code>");
      html.append(HtmlText.line(step.command())).append("</code></pre>\n");
    }
    if (step.verify() != null) {
      element("p", "verify", step.verify());
    }
    html.append("</li>\n");
  }

  @Override
  public void candidate(Head head, List<String> lines) {
    begin("ul");
    html.append("<li class=\"candidate\">\n");
    headline("h3", head);
    lines.forEach(line -> element("p", "", line));
    html.append("</li>\n");
  }

  @Override
  public void item(String item) {
    begin("ul");
    element("li", "", item);
  }

  @Override
  public void drawing(TimelineDrawing drawing) {
    begin("");
    html.append(drawing.svg());
  }

  @Override
  public void foot(List<String> lines) {
    begin("");
    html.append("<footer>\n");
    lines.forEach(line -> element("p", css(Tone.MUTED), line));
    html.append("</footer>\n");
  }

  @Override
  public String close() {
    return html.append("</main>\n</body>\n</html>\n").toString();
  }

  private void headline(String tag, Head head) {
    html.append('<').append(tag).append('>');
    if (!head.label().isEmpty()) {
      html.append("<span class=\"label\">").append(HtmlText.line(head.label())).append("</span> ");
    }
    html.append(HtmlText.line(head.title())).append("</").append(tag).append(">\n");
    if (!head.badge().isEmpty()) {
      element("p", "badge " + css(head.tone()), head.badge());
    }
  }

  private void element(String tag, String css, String text) {
    html.append('<').append(tag);
    if (!css.isEmpty()) {
      html.append(" class=\"").append(css).append('"');
    }
    html.append('>').append(HtmlText.line(text)).append("</").append(tag).append(">\n");
  }

  /** Ends the list that is open and begins another one, unless it is the same. */
  private void begin(String wanted) {
    if (!list.equals(wanted)) {
      if (!list.isEmpty()) {
        html.append("</").append(list).append(">\n");
      }
      if (!wanted.isEmpty()) {
        html.append('<').append(wanted).append(">\n");
      }
      list = wanted;
    }
  }

  private static String css(Tone tone) {
    return tone.name().toLowerCase(Locale.ROOT);
  }

  private static String style() {
    try (InputStream in =
        Objects.requireNonNull(HtmlSheet.class.getResourceAsStream("report.css"), "report.css")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
