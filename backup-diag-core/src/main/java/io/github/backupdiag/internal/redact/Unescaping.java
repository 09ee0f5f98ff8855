package io.github.backupdiag.internal.redact;

/**
 * Undoes percent, JSON and XML escapes in place, layer by layer, six deep. Only what scanners look
 * for matters here, so a wrong guess (a Windows path that looks like an escape) costs nothing.
 */
final class Unescaping {

  private static final int LAYERS = 6;
  private static final String[] ENTITIES = {
    "amp;", "lt;", "gt;", "quot;", "apos;", "equals;", "colon;", "hyphen;", "sol;", "plus;"
  };
  private static final String ENTITY_CHARS = "&<>\"'=:-/+";

  private final char[] chars;
  private final int[] starts;
  private final byte[] levels;
  private int length;
  private int read;
  private int write;
  private boolean changed;

  private Unescaping(String raw) {
    length = raw.length();
    chars = raw.replace(PlainText.TOKEN, '\uE001').toCharArray();
    levels = new byte[length];
    starts = new int[length + 1];
    for (int i = 0; i <= length; i++) {
      starts[i] = i;
    }
  }

  static PlainText of(String raw, Tokens tokens) {
    Unescaping text = new Unescaping(raw);
    text.joinLines(raw);
    int layer = 0;
    while (layer < LAYERS && text.undoLayer(raw.length())) {
      layer++;
    }
    text.foldTokens(raw.length(), tokens);
    return new PlainText(raw, text.chars, text.starts, text.levels, text.length);
  }

  /** Takes out what stands inside words: zeros between the letters of UTF-16, broken lines. */
  private void joinLines(String raw) {
    begin();
    int column = 0;
    boolean quotedPrintable = Wrapping.isQuotedPrintable(raw);
    while (read < length) {
      char c = raw.charAt(read);
      if (c == 0) {
        read++;
      } else if (Wrapping.isSoftBreak(raw, read, column, quotedPrintable)) {
        read += 1 + Wrapping.lineEndLength(raw, read + 1);
        column = 0;
      } else if (Wrapping.joins(raw, read, column)) {
        read += Wrapping.lineEndLength(raw, read);
        column = 0;
      } else if (quotedPrintable && raw.startsWith("=3D", read)) {
        column += 3;
        emit('=', 3, 0);
      } else {
        column = c == '\n' ? 0 : column + 1;
        copy(1);
      }
    }
    finish(raw.length());
  }

  private boolean undoLayer(int rawLength) {
    begin();
    while (read < length) {
      switch (chars[read]) {
        case '%' -> percent();
        case '&' -> entity();
        case '\\' -> backslashes();
        default -> copy(1);
      }
    }
    finish(rawLength);
    return changed;
  }

  private void foldTokens(int rawLength, Tokens tokens) {
    begin();
    while (read < length) {
      int size = chars[read] == '[' ? tokens.present(chars, read, length) : 0;
      if (size > 0) {
        emit(PlainText.TOKEN, size, 0);
      } else {
        copy(1);
      }
    }
    finish(rawLength);
  }

  private void begin() {
    read = 0;
    write = 0;
    changed = false;
  }

  private void finish(int rawLength) {
    length = write;
    starts[length] = rawLength;
  }

  private void percent() {
    int value = hex(read + 1, 2);
    int wide = has(read + 1, "u") ? hex(read + 2, 4) : -1;
    if (Ascii.isPlain(wide)) {
      emit((char) wide, 6, 1);
    } else if (Ascii.isPlain(value)) {
      emit((char) value, 3, 1);
    } else {
      copy(1);
    }
  }

  private void entity() {
    for (int i = 0; i < ENTITIES.length; i++) {
      if (has(read + 1, ENTITIES[i])) {
        emit(ENTITY_CHARS.charAt(i), ENTITIES[i].length() + 1, 1);
        return;
      }
    }
    numericEntity();
  }

  private void numericEntity() {
    boolean hexadecimal = has(read + 1, "#x");
    int digits = read + (hexadecimal ? 3 : 2);
    int end = digits;
    int value = 0;
    while (end < length && end - digits < 6 && Ascii.hex(chars[end]) >= 0) {
      value = value * (hexadecimal ? 16 : 10) + Ascii.hex(chars[end]);
      end++;
    }
    if (has(read + 1, "#") && has(end, ";") && Ascii.isPlain(value)) {
      emit((char) value, end + 1 - read, 1);
    } else {
      copy(1);
    }
  }

  private void backslashes() {
    int end = read;
    while (end < length && chars[end] == '\\') {
      end++;
    }
    int run = end - read;
    char escaped = end < length ? chars[end] : PlainText.OUTSIDE;
    switch (escaped) {
      case '"', '\'', '/' -> escapedMark(escaped, run);
      case 'n', 'r', 't' -> emit(lineMark(escaped), run + 1, depth(run));
      case 'u' -> codePoint(run, hex(end + 1, 4), 5);
      case 'x' -> codePoint(run, hex(end + 1, 2), 3);
      case '&', '%' -> halve(run);
      default -> copy(run);
    }
  }

  /** Each JSON around another escape doubled its backslashes; an odd run belongs to the escape. */
  private void halve(int run) {
    int layers = Integer.numberOfTrailingZeros(run);
    if (layers == 0) {
      copy(run);
      return;
    }
    for (int i = run >> layers; i > 0; i--) {
      emit('\\', 1 << layers, layers);
    }
  }

  /**
   * In JSON within JSON a quote carries 1, 3, 7 … backslashes of its own; more of them are content:
   * its depth is the number of low one-bits of the run.
   */
  private void escapedMark(char mark, int run) {
    int depth = Integer.numberOfTrailingZeros(~run);
    int own = (1 << depth) - 1;
    copy(run - own);
    if (own > 0) {
      emit(mark, own + 1, depth);
    }
  }

  private void codePoint(int run, int value, int size) {
    if (Ascii.isPlain(value)) {
      emit((char) value, run + size, depth(run));
    } else {
      copy(run);
    }
  }

  private static int depth(int run) {
    return 32 - Integer.numberOfLeadingZeros(run);
  }

  private static char lineMark(char letter) {
    return letter == 'n' ? '\n' : letter == 'r' ? '\r' : '\t';
  }

  private int hex(int from, int digits) {
    if (from + digits > length) {
      return -1;
    }
    int value = 0;
    for (int i = from; i < from + digits; i++) {
      int digit = Ascii.hex(chars[i]);
      if (digit < 0) {
        return -1;
      }
      value = value * 16 + digit;
    }
    return value;
  }

  private boolean has(int from, String word) {
    if (from + word.length() > length) {
      return false;
    }
    for (int i = 0; i < word.length(); i++) {
      if (Ascii.lower(chars[from + i]) != word.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private void copy(int count) {
    for (int i = 0; i < count; i++) {
      chars[write] = chars[read];
      starts[write] = starts[read];
      levels[write++] = levels[read++];
    }
  }

  private void emit(char c, int consumed, int deeper) {
    int level = 0;
    for (int i = read; i < read + consumed; i++) {
      level = Math.max(level, levels[i]);
    }
    chars[write] = c;
    starts[write] = starts[read];
    levels[write++] = (byte) Math.min(100, level + deeper);
    read += consumed;
    changed = true;
  }
}
