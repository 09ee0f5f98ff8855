package io.github.backupdiag.internal.redact;

import org.jspecify.annotations.Nullable;

/**
 * PEM blocks of any label. Without its END line a block goes to the end of the text; an END line
 * without its beginning takes the lines of base64 before it.
 */
final class PemBlocks {

  private static final String BEGIN = "-----begin ";
  private static final String END = "-----end ";
  private static final String DASHES = "-----";

  private final PlainText text;
  private final Spans found;

  private PemBlocks(PlainText text, Spans found) {
    this.text = text;
    this.found = found;
  }

  static void scan(PlainText text, Spans found) {
    new PemBlocks(text, found).run();
  }

  private void run() {
    int i = 0;
    int done = 0;
    while (i < text.length()) {
      String label = text.hasWord(i, BEGIN) ? label(i + BEGIN.length()) : null;
      if (label != null) {
        done = end(i + BEGIN.length(), END + label + DASHES);
        found.add(i, done, Kind.PEM);
        i = done;
      } else if (text.hasWord(i, END) && label(i + END.length()) != null) {
        done = orphan(i, done);
        i = done;
      } else {
        i++;
      }
    }
  }

  /** The label in lower case; null when no PEM label stands here. */
  private @Nullable String label(int from) {
    int end = from;
    while (end - from < 64 && (Ascii.isAlphanumeric(text.at(end)) || text.at(end) == ' ')) {
      end++;
    }
    if (end == from || !text.hasWord(end, DASHES)) {
      return null;
    }
    StringBuilder label = new StringBuilder(end - from);
    for (int i = from; i < end; i++) {
      label.append(Ascii.lower(text.at(i)));
    }
    return label.toString();
  }

  private int end(int from, String marker) {
    for (int i = from; i < text.length(); i++) {
      if (text.at(i) == '-' && text.hasWord(i, marker)) {
        return i + marker.length();
      }
    }
    return text.length();
  }

  private int orphan(int marker, int floor) {
    int start = marker;
    int line = lineStart(marker, floor);
    while (line < start) {
      start = line;
      line = lineStart(line, floor);
    }
    found.add(start, marker, Kind.PEM);
    return marker + END.length();
  }

  /** Start of the line of base64 that ends before {@code end}; {@code end} when there is none. */
  private int lineStart(int end, int floor) {
    int last = end;
    while (last > floor && Ascii.isSpace(text.at(last - 1))) {
      last--;
    }
    int start = last;
    while (start > floor && (Ascii.isBase64(text.at(start - 1)) || text.at(start - 1) == '=')) {
      start--;
    }
    boolean wholeLine = start == 0 || start == floor || Ascii.isLineEnd(text.at(start - 1));
    return start < last && wholeLine ? start : end;
  }
}
