package io.github.backupdiag.internal.intake;

/**
 * Walks over the normal form of a text: escapes undone, folded, letters and digits only. Blanks,
 * wrapping, quotes and punctuation make no difference. Knows where in the text each character
 * stood.
 */
final class NormalForm {

  private static final int END = 0x10000;
  // Longer heaps of combining marks are no text; sorting them takes quadratic time.
  private static final int LONGEST_RUN = 32;

  private final Escapes escapes;
  private int ahead;
  private char aheadRaw;
  private int aheadStart;
  private int aheadEnd;
  private String run = "";
  private int inRun;
  private int start;
  private int end;

  NormalForm(String text, int limit) {
    escapes = new Escapes(text, 0, limit);
    advance();
  }

  /** Gives the normal form of a whole text. */
  static String of(String text) {
    NormalForm form = new NormalForm(text, text.length());
    StringBuilder all = new StringBuilder(text.length());
    for (int c = form.next(); c >= 0; c = form.next()) {
      all.append((char) c);
    }
    return all.toString();
  }

  /** Gives the next character, or -1 at the end. */
  int next() {
    if (inRun < run.length()) {
      start = end;
      return run.charAt(inRun++);
    }
    while (ahead != END) {
      int folded = ahead;
      char raw = aheadRaw;
      start = aheadStart;
      end = aheadEnd;
      advance();
      if (folded == Folding.DROPPED) {
        continue;
      }
      if (folded != Folding.COMBINING && ahead != Folding.COMBINING) {
        return folded;
      }
      foldRun(raw);
      if (!run.isEmpty()) {
        return run.charAt(inRun++);
      }
    }
    return -1;
  }

  /** Where the character begins in the text. Equals the last end if it directly follows. */
  int start() {
    return start;
  }

  int end() {
    return end;
  }

  private void foldRun(char first) {
    StringBuilder raw = new StringBuilder().append(first);
    while (ahead == Folding.COMBINING && raw.length() < LONGEST_RUN) {
      raw.append(aheadRaw);
      end = aheadEnd;
      advance();
    }
    run = Folding.of(raw);
    inRun = 0;
  }

  private void advance() {
    while (escapes.next()) {
      aheadRaw = escapes.value();
      ahead = Folding.of(aheadRaw);
      if (ahead != Folding.IGNORED) {
        aheadStart = escapes.start();
        aheadEnd = escapes.end();
        return;
      }
      end = escapes.end();
    }
    ahead = END;
  }
}
