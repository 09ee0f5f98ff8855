package io.github.backupdiag.internal.redact;

import org.jspecify.annotations.Nullable;

/** Content of XML elements whose name says secret: {@code <Password>…</Password>}. */
final class XmlElements {

  /**
   * So many names in brackets ({@code use <password> here}) are taken for prose, not for elements.
   */
  private static final int PLACEHOLDERS = 16;

  private final PlainText text;
  private final Spans found;
  private int unclosed;

  private XmlElements(PlainText text, Spans found) {
    this.text = text;
    this.found = found;
  }

  static void scan(PlainText text, Spans found) {
    new XmlElements(text, found).run();
  }

  private void run() {
    int i = 0;
    while (i < text.length()) {
      i = text.at(i) == '<' ? Math.max(i + 1, element(i)) : i + 1;
    }
  }

  private int element(int open) {
    int nameEnd = qualifiedNameEnd(open + 1);
    int nameStart = text.nameStart(nameEnd);
    NamedSecret secret = nameEnd == open + 1 ? null : SecretNames.find(text, nameStart, nameEnd);
    if (secret == null) {
      return nameEnd;
    }
    int content = contentStart(nameEnd);
    if (text.at(content - 1) != '>' || text.at(content - 2) == '/') {
      return nameEnd;
    }
    int close = close(content, text.level(open), text.plain(nameStart, nameEnd));
    return hide(content, close, secret);
  }

  private int qualifiedNameEnd(int from) {
    int end = text.nameEnd(from);
    return text.at(end) == ':' ? text.nameEnd(end + 1) : end;
  }

  /** Index after the {@code >} of a start tag; a tag holds no other tag. */
  private int contentStart(int from) {
    int i = from;
    while (i < text.length() && text.at(i) != '>' && text.at(i) != '<') {
      i++;
    }
    return i + 1;
  }

  private int hide(int content, int close, NamedSecret secret) {
    int start = text.skipSpace(content);
    boolean closed = close < text.length();
    if (!closed && Ascii.isBlank(text.at(content)) && ++unclosed < PLACEHOLDERS) {
      return content;
    }
    int end = close;
    while (end > start && Ascii.isSpace(text.at(end - 1))) {
      end--;
    }
    boolean ordinary = secret.weak() && Harmless.isOrdinary(text, start, end);
    if (start < end
        && !ordinary
        && secret.fits(text, start, end)
        && !Harmless.isPlaceholder(text, start, end)) {
      found.add(start, end, secret.kind());
    }
    return Math.max(content, close);
  }

  /**
   * Index of the end tag that belongs to an element of this name, or the end of the text. What is
   * escaped inside an element ends with that one.
   */
  private int close(int from, int level, String name) {
    int nested = 0;
    for (int i = from; i < text.length(); i++) {
      if (text.at(i) == '<' && text.level(i) < level && text.at(i + 1) == '/') {
        return i;
      }
      if (text.at(i) == '<' && text.level(i) <= level) {
        Boolean opens = opens(i, name);
        nested += opens == null ? 0 : opens ? 1 : -1;
        if (nested < 0) {
          return i;
        }
      }
    }
    return text.length();
  }

  /** True for a start tag of this name, false for an end tag, null for anything else. */
  private @Nullable Boolean opens(int open, String name) {
    boolean end = text.at(open + 1) == '/';
    int from = open + (end ? 2 : 1);
    int nameEnd = qualifiedNameEnd(from);
    int nameStart = text.nameStart(nameEnd);
    boolean same =
        nameEnd - nameStart == name.length()
            && text.plain(nameStart, nameEnd).equalsIgnoreCase(name);
    return same ? Boolean.valueOf(!end) : null;
  }
}
