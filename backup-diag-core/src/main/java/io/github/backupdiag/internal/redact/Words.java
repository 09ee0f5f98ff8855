package io.github.backupdiag.internal.redact;

/** Walks over the words of a command line, also one written as a list of quoted words. */
final class Words {

  private final PlainText text;
  private int next;
  private int start;
  private int end;

  Words(PlainText text, int from) {
    this.text = text;
    this.next = from;
  }

  /** Goes to the next word of the same command; false at its end. */
  boolean advance() {
    int from = skipBetween(next);
    char c = text.at(from);
    if (from == next || c == PlainText.OUTSIDE || Ascii.isLineEnd(c) || ";|&)]}".indexOf(c) >= 0) {
      return false;
    }
    boolean quoted = Ascii.isQuote(c);
    start = quoted ? from + 1 : from;
    end = quoted ? Extent.quoted(text, from) : wordEnd(from);
    next = quoted ? end + 1 : end;
    return true;
  }

  int start() {
    return start;
  }

  int end() {
    return end;
  }

  /** Whether the word is this one, in lower case. */
  boolean is(String word) {
    return end - start == word.length() && text.hasWord(start, word);
  }

  private int skipBetween(int from) {
    int i = Ascii.isQuote(text.at(from)) ? from + 1 : from;
    int between = i;
    while (Ascii.isBlank(text.at(i)) || text.at(i) == ',') {
      i++;
    }
    return i == between ? from : i;
  }

  private int wordEnd(int from) {
    int i = from;
    while (i < text.length() && !Ascii.isSpace(text.at(i)) && "\"'|;".indexOf(text.at(i)) < 0) {
      i++;
    }
    return i;
  }
}
