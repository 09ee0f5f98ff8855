package io.github.backupdiag.internal.intake;

/** Rates a message whose end is missing. */
final class CutMessage {

  private static final double LEAST_PART = 0.5;
  private static final double LEAST_SCORE = 0.6;
  private static final double MOST_SCORE = 0.8;
  private static final int SHORTEST = 20;
  private static final int SHORTEST_CJK = 10;

  // Two thirds of a short message are a cut message if nothing else is there.
  private static final int SHORTEST_ALONE = 12;
  private static final int SHORTEST_CJK_ALONE = 6;
  private static final double LEAST_PART_ALONE = 0.65;

  /** Fewer characters say too little of any message. */
  static final int SHORTEST_OF_ALL = SHORTEST_CJK_ALONE;

  private CutMessage() {}

  /**
   * Gives the score of the first characters of a pattern's messages, 0 if they say too little.
   *
   * @param alone true if the text says nothing else
   */
  static double score(Pattern pattern, int length, boolean alone) {
    double part = (double) length / pattern.length();
    boolean whole = length == pattern.length();
    if (pattern.messages().isEmpty() || pattern.wholeOnly() || whole || part < LEAST_PART) {
      return 0;
    }
    if (length < SHORTEST && !(length >= SHORTEST_CJK && Folding.hasCjk(pattern.form()))) {
      return alone && saysEnoughAlone(pattern, length, part) ? LEAST_SCORE : 0;
    }
    return LEAST_SCORE + (part - LEAST_PART) / (1 - LEAST_PART) * (MOST_SCORE - LEAST_SCORE);
  }

  private static boolean saysEnoughAlone(Pattern pattern, int length, double part) {
    int shortest = Folding.hasCjk(pattern.form()) ? SHORTEST_CJK_ALONE : SHORTEST_ALONE;
    return length >= shortest && part >= LEAST_PART_ALONE;
  }
}
