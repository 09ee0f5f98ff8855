package io.github.backupdiag.render;

import io.github.backupdiag.internal.render.HtmlSheet;
import io.github.backupdiag.internal.render.JsonReport;
import io.github.backupdiag.internal.render.MarkdownSheet;
import io.github.backupdiag.internal.render.Outlet;
import io.github.backupdiag.internal.render.Pages;
import io.github.backupdiag.internal.render.TextSheet;
import io.github.backupdiag.report.Report;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The renderers that come with the library. All are stateless and thread-safe, cost nothing before
 * their first use, and write the same characters for the same report, whatever the default locale
 * and time zone are. None of them closes or flushes what it writes to.
 *
 * <p>What comes from outside (log lines, paths, codes) is escaped for the format, and characters
 * that would act on a terminal or change the direction of the text are made visible.
 */
public final class Renderers {

  /** Widest line of the text form, in columns. */
  public static final int COLUMNS = 100;

  private Renderers() {}

  /**
   * Gives the renderer for programs: the whole report, indented by two blanks.
   *
   * @return renderer of the format {@code json}; its schema is the resource {@code
   *     /io/github/backupdiag/schema/report-1.json}
   */
  public static ReportRenderer json() {
    return new Form("json", (report, locale, out) -> JsonReport.indented(report, locale, out));
  }

  /**
   * Gives the renderer for JSON Lines: the whole report in one line.
   *
   * @return renderer of the format {@code json}
   */
  public static ReportRenderer compactJson() {
    return compactJson(null);
  }

  /**
   * Gives the renderer for JSON Lines with an id in each report.
   *
   * @param id what the caller calls the report, or null for none
   * @return renderer of the format {@code json}
   */
  public static ReportRenderer compactJson(@Nullable String id) {
    return new Form("json", (report, locale, out) -> JsonReport.compact(id, report, locale, out));
  }

  /**
   * Gives the renderer for a terminal, without colours, {@link #COLUMNS} wide.
   *
   * @return renderer of the format {@code text}
   */
  public static ReportRenderer text() {
    return text(false, COLUMNS);
  }

  /**
   * Gives the renderer for a terminal. Only commands may be longer than a line, so that they can be
   * copied.
   *
   * @param colour whether to write ANSI colours; they never carry meaning alone
   * @param columns width of the terminal; taken as 40 if it is less, as {@link #COLUMNS} if it is
   *     more. A wide character takes two
   * @return renderer of the format {@code text}
   */
  public static ReportRenderer text(boolean colour, int columns) {
    int width = Math.max(40, Math.min(COLUMNS, columns));
    return new Form(
        "text",
        (report, locale, out) -> Pages.write(report, locale, new TextSheet(colour, width), out));
  }

  /**
   * Gives the renderer for tickets: GitHub flavoured Markdown in which nothing from outside is
   * markup.
   *
   * @return renderer of the format {@code markdown}
   */
  public static ReportRenderer markdown() {
    return new Form(
        "markdown", (report, locale, out) -> Pages.write(report, locale, new MarkdownSheet(), out));
  }

  /**
   * Gives the renderer for browsers: one page that is also well-formed XML, without script and
   * without any request.
   *
   * @return renderer of the format {@code html}
   */
  public static ReportRenderer html() {
    return new Form(
        "html", (report, locale, out) -> Pages.write(report, locale, new HtmlSheet(), out));
  }

  /**
   * Gives one renderer for each format of the library.
   *
   * @return JSON, text, Markdown, HTML
   */
  public static List<ReportRenderer> builtIn() {
    return List.of(json(), text(), markdown(), html());
  }

  /**
   * Finds the renderer of a format; one of the library goes before an extra one.
   *
   * @param format name of the format, to the letter
   * @param extra renderers of third parties
   * @return the renderer
   * @throws IllegalArgumentException if there is none; the message lists the formats
   */
  public static ReportRenderer find(String format, List<ReportRenderer> extra) {
    List<ReportRenderer> all =
        Stream.concat(builtIn().stream(), extra.stream().map(Watched::new)).toList();
    return all.stream()
        .filter(renderer -> renderer.format().equals(format))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "format '"
                        + format
                        + "' is not known; known are "
                        + String.join(", ", all.stream().map(ReportRenderer::format).toList())));
  }

  /** A renderer of a third party, whose output is looked at as ours is. */
  private record Watched(ReportRenderer renderer) implements ReportRenderer {
    @Override
    public String format() {
      return renderer.format();
    }

    @Override
    public void render(Report report, Locale locale, Appendable out) throws IOException {
      Outlet.write(report, out, (shown, text) -> renderer.render(shown, locale, text));
    }
  }

  private interface Body {
    void write(Report report, Locale locale, Appendable out) throws IOException;
  }

  private record Form(String format, Body body) implements ReportRenderer {
    @Override
    public void render(Report report, Locale locale, Appendable out) throws IOException {
      Outlet.write(report, out, (shown, text) -> body.write(shown, locale, text));
    }
  }
}
