package io.github.backupdiag.internal.redact;

import java.io.IOException;
import java.util.Arrays;

/**
 * Redacts a text of any length in bounded memory; where the chunks of it end makes no difference.
 *
 * <p>The text goes through a window. What a window holds is redacted as one text and written up to
 * a line end that lies far enough before its end that what follows could change nothing there; the
 * next window begins some lines before that place. So a secret that is shorter than the reserve is
 * hidden as it is in the whole text. What does not fit fails closed: a line longer than the window
 * becomes a token, and after something hidden that does not end within the window (an unclosed PEM
 * block, element or object) nothing more is written.
 */
public final class StreamRedactor {

  private static final int WINDOW = 1 << 19;
  private static final int RESERVE = 1 << 16;
  private static final int CONTEXT = 1 << 12;

  private final Redactor redactor;
  private final Appendable out;
  private final int reserve;
  private final int context;
  private final char[] window;
  private int length;

  /** How much of the window was written before. */
  private int written;

  private boolean skipsLine;
  private boolean hidesRest;

  /**
   * Starts a stream.
   *
   * @param redactor numbers the secrets; may serve several texts, one after the other
   * @param out where the redacted text goes
   */
  public StreamRedactor(Redactor redactor, Appendable out) {
    this(redactor, out, WINDOW, RESERVE, CONTEXT);
  }

  StreamRedactor(Redactor redactor, Appendable out, int window, int reserve, int context) {
    this.redactor = redactor;
    this.out = out;
    this.window = new char[window];
    this.reserve = reserve;
    this.context = context;
  }

  /** Takes the next part of the text. */
  public void append(CharSequence part) throws IOException {
    for (int i = 0; i < part.length(); i++) {
      append(part.charAt(i));
    }
  }

  /** Takes the next character of the text. */
  public void append(char c) throws IOException {
    if (hidesRest) {
      return;
    }
    if (skipsLine && Ascii.isLineEnd(c)) {
      skipsLine = false;
      keep(Math.max(0, length - context));
      written = length;
    }
    window[length++] = c;
    if (length == window.length) {
      advance();
    }
  }

  /** Writes what is left. The stream takes nothing after it. */
  public void finish() throws IOException {
    if (!hidesRest && !skipsLine) {
      Redactor part = Redactor.ofPart();
      Marks marks = new Marks(new int[] {written});
      String hidden = part.redact(new String(window, 0, length), marks);
      write(hidden, marks.first(), hidden.length(), part);
    }
    hidesRest = true;
  }

  private void advance() throws IOException {
    if (skipsLine) {
      keep(length - context);
      return;
    }
    int[] places = places();
    Marks marks = new Marks(places.clone());
    Redactor part = Redactor.ofPart();
    String hidden = part.redact(new String(window, 0, length), marks);
    int last = marks.last();
    if (last > 0) {
      write(hidden, marks.first(), marks.at(last), part);
      drop(places[last]);
    } else if (written > 0 && !marks.isFirstHidden()) {
      keep(written);
      written = 0;
    } else if (places.length == 1 && !marks.isFirstHidden()) {
      skipLine();
    } else {
      write(hidden, marks.first(), hidden.indexOf(']', marks.first()) + 1, part);
      hidesRest = true;
    }
  }

  private void write(String hidden, int from, int to, Redactor part) throws IOException {
    out.append(LastLook.at(redactor.numbered(hidden.substring(from, to), part)));
  }

  /** Where the output goes on, and every line start at which it may end. */
  private int[] places() {
    int[] places = new int[Math.max(0, window.length - reserve - written) + 1];
    int count = 0;
    places[count++] = written;
    for (int i = written + 1; i <= window.length - reserve; i++) {
      if (isLineStart(i)) {
        places[count++] = i;
      }
    }
    return Arrays.copyOf(places, count);
  }

  private boolean isLineStart(int i) {
    char before = window[i - 1];
    return before == '\n' || (before == '\r' && window[i] != '\n');
  }

  /** Keeps what was not written, and some lines before it. */
  private void drop(int end) {
    int from = Math.max(1, end - context);
    while (from < end && !isLineStart(from)) {
      from++;
    }
    keep(from);
    written = end - from;
  }

  private void keep(int from) {
    length -= from;
    System.arraycopy(window, from, window, 0, length);
  }

  /** Hides a line whole; only its end is kept, as what stands before the next line. */
  private void skipLine() throws IOException {
    out.append(redactor.lineToken());
    int end = 0;
    while (end < length && !Ascii.isLineEnd(window[end])) {
      end++;
    }
    skipsLine = end == length;
    int from = Math.max(1, end - context);
    keep(from);
    written = end - from;
  }
}
