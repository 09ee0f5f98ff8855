package io.github.backupdiag.internal.render;

/** Writes text so that GitHub flavoured Markdown shows it as it is. */
final class MarkdownText {

  /** Joined to a mark, it keeps GitHub from making a mention, a reference or a link of it. */
  private static final String NO_LINK = "&#8203;";

  private MarkdownText() {}

  /** Escapes a text, without blanks at its ends, for anywhere in a line, also its start. */
  static String inline(String text) {
    String line = Visible.line(text).strip();
    if (line.isEmpty()) {
      return NO_LINK; // Emphasis and list entries need something inside.
    }
    StringBuilder escaped = new StringBuilder(line.length() + 16);
    for (int i = 0; i < line.length(); i++) {
      char next = i + 1 < line.length() ? line.charAt(i + 1) : ' ';
      escaped.append(inline(line.charAt(i), next));
    }
    return atStart(escaped.toString());
  }

  private static String inline(char c, char next) {
    return switch (c) {
      case '<' -> "&lt;";
      case '>' -> "&gt;";
      case '&' -> "&amp;";
      case '$' -> "&#36;";
      case '\\', '`', '*', '_', '[', ']', '|', '~' -> "\\" + c;
      case '@' -> "@" + NO_LINK;
      case '#' -> "\\#" + NO_LINK;
      case ':' -> next == '/' ? ":" + NO_LINK : ":";
      case 'w', 'W' -> next == 'w' || next == 'W' ? c + NO_LINK : String.valueOf(c);
      default -> String.valueOf(c);
    };
  }

  /** A mark of a list or a heading counts only at the start of a line. */
  private static String atStart(String line) {
    int digits = 0;
    while (digits < line.length() && line.charAt(digits) >= '0' && line.charAt(digits) <= '9') {
      digits++;
    }
    if (digits == line.length()) {
      return line;
    }
    boolean ordered = digits > 0 && ".)".indexOf(line.charAt(digits)) >= 0;
    boolean marked = digits == 0 && "-+=".indexOf(line.charAt(0)) >= 0;
    return ordered || marked ? line.substring(0, digits) + "\\" + line.substring(digits) : line;
  }

  /** Gives a code span. */
  static String code(String text) {
    String line = Visible.line(text);
    String ticks = "`".repeat(longestRun(line) + 1);
    boolean pad = line.isBlank() || line.startsWith("`") || line.endsWith("`");
    return pad ? ticks + " " + line + " " + ticks : ticks + line + ticks;
  }

  /** Gives a fence that nothing in the text can close. */
  static String fence(String text) {
    return "`".repeat(Math.max(3, longestRun(text) + 1));
  }

  private static int longestRun(String text) {
    int longest = 0;
    int run = 0;
    for (int i = 0; i < text.length(); i++) {
      run = text.charAt(i) == '`' ? run + 1 : 0;
      longest = Math.max(longest, run);
    }
    return longest;
  }
}
