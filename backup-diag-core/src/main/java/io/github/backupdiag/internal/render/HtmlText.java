package io.github.backupdiag.internal.render;

/** Writes text so that HTML and XML show it as it is, in elements and in attributes. */
public final class HtmlText {

  private HtmlText() {}

  /** Gives a text that stays on one line. */
  public static String line(String text) {
    return escape(Visible.line(text));
  }

  /** Gives a text whose line ends are kept. */
  public static String lines(String text) {
    return escape(Visible.lines(text));
  }

  private static String escape(String text) {
    StringBuilder escaped = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> escaped.append("&amp;");
        case '<' -> escaped.append("&lt;");
        case '>' -> escaped.append("&gt;");
        case '"' -> escaped.append("&quot;");
        case '\'' -> escaped.append("&#39;");
        default -> escaped.append(c);
      }
    }
    return escaped.toString();
  }
}
