package io.github.backupdiag.internal.intake;

/**
 * Decides whether a piece of text may be taken for a message. The limits were set so that of 190 MB
 * of message catalogues and 115 MB of documentation no sentence is taken; see {@code
 * UnrelatedTextTest}.
 */
final class Similarity {

  // What both have has to be rare in messages: "permission", "writer"; not "operation", "failed".
  private static final float RARE = 2.6f;
  private static final float RARE_PAIR = 1.3f;
  private static final int LEAST_RARE = 2;
  private static final int LEAST_RARE_PAIRS = 4;
  private static final int LEAST_CONTENT = 3;
  private static final int LEAST_CONTENT_PAIRS = 6;
  private static final float LEAST_SAID = 8;

  /** Of a part, or without a word of our field: so much is no accident. */
  private static final float LEAST_SAID_ALONE = 13;

  // It need not be rare if it is nearly all of both.
  private static final double NEARLY_ALL = 0.7;
  private static final int LEAST_OF_NEARLY_ALL = 4;

  /** More than half is the same. */
  private static final double LEAST_OVERLAP = 0.5;

  /** Without a word of our field the sentence has to be the message but for a word. */
  private static final double LEAST_OFF_TOPIC = 0.88;

  // A few words, or many in any order, stand in any long text.
  private static final int FEW = 4;
  private static final double LEAST_ORDER = 0.34;
  private static final double LEAST_ORDER_OF_FEW = 0.6;
  private static final double LEAST_PRECISION = 0.6;
  private static final double LEAST_PRECISION_OF_LOOSE = 0.75;

  // The beginning of a message that then goes on otherwise, word for word.
  private static final double LEAST_PART = 0.42;
  private static final double LEAST_PART_OF_PAIRS = 0.5;
  private static final double EXACT_PART = 0.9;

  /** Without a word of our field, where letter for letter is the same but for a name. */
  private static final float LEAST_SAID_LITERALLY = 6.5f;

  /** A short message may be half names. */
  private static final double LEAST_OF_CHANGED = 0.4;

  private static final double OF_ORDER = 0.35;

  private final Alignment alignment;
  private final double order;
  private final double score;
  private final int words;
  private final int pairs;
  private final boolean onTopic;

  private Similarity(Alignment alignment) {
    this.alignment = alignment;
    order = alignment.order();
    score = alignment.overlap() * (1 - OF_ORDER + OF_ORDER * order);
    words = alignment.count(SentenceIndex.CONTENT, 0);
    pairs = alignment.count(SentenceIndex.PAIR, 0);
    onTopic = alignment.count(SentenceIndex.TOPIC, 0) > 0;
  }

  /**
   * Gives how near a piece of text is to a message, 0 if it is another sentence.
   *
   * @param alignment the piece laid beside the message
   * @param changedOnce tells of a piece whether it is the message but for one change
   */
  static double of(Alignment alignment, Alignment.Piece changedOnce) {
    if (alignment.isEmpty()) {
      return 0;
    }
    Similarity similarity = new Similarity(alignment);
    boolean near = similarity.isNear() || similarity.isChanged(changedOnce);
    return near && !similarity.isTurned() ? similarity.score : 0;
  }

  private boolean isChanged(Alignment.Piece changedOnce) {
    boolean telling = onTopic || alignment.matched() >= LEAST_SAID_LITERALLY;
    return telling && score >= LEAST_OF_CHANGED && alignment.anyHolds(changedOnce);
  }

  private boolean isNear() {
    if (onTopic && score >= NEARLY_ALL && words >= LEAST_OF_NEARLY_ALL) {
      return true;
    }
    if (!reaches(words, LEAST_CONTENT, pairs, LEAST_CONTENT_PAIRS) || !hasRare()) {
      return false;
    }
    return onTopic
        ? isMuch() || isPart()
        : score >= LEAST_OFF_TOPIC && alignment.matched() >= LEAST_SAID_ALONE;
  }

  private boolean hasRare() {
    int rareWords = alignment.count(SentenceIndex.CONTENT, RARE);
    int rarePairs = alignment.count(SentenceIndex.PAIR, RARE_PAIR);
    return alignment.matched() >= LEAST_SAID
        && reaches(rareWords, LEAST_RARE, rarePairs, LEAST_RARE_PAIRS);
  }

  /** Tells whether words and pairs together are enough: Chinese messages have both. */
  private static boolean reaches(int words, int leastWords, int pairs, int leastPairs) {
    return words * leastPairs + pairs * leastWords >= leastWords * leastPairs;
  }

  private boolean isMuch() {
    boolean few = words + pairs / 2 <= FEW;
    boolean ordered = order >= LEAST_ORDER_OF_FEW;
    double leastPrecision = few || !ordered ? LEAST_PRECISION_OF_LOOSE : LEAST_PRECISION;
    return score >= LEAST_OVERLAP
        && (few ? ordered : order >= LEAST_ORDER)
        && alignment.precision() >= leastPrecision;
  }

  private boolean isPart() {
    return alignment.recall() >= (pairs > words ? LEAST_PART_OF_PAIRS : LEAST_PART)
        && alignment.precision() >= EXACT_PART
        && order >= EXACT_PART
        && alignment.matched() >= LEAST_SAID_ALONE;
  }

  /**
   * Tells whether one says that something went wrong and the other that it went well, or that it
   * did not happen.
   */
  private boolean isTurned() {
    int negations = alignment.inText(SentenceIndex.NEGATION);
    int failures = alignment.inText(SentenceIndex.FAILURE);
    int negationsOfMessage = alignment.inMessage(SentenceIndex.NEGATION);
    int failuresOfMessage = alignment.inMessage(SentenceIndex.FAILURE);
    boolean bad = negationsOfMessage + failuresOfMessage > 0;
    boolean good = alignment.inText(SentenceIndex.SUCCESS) > 0 && negations == 0;
    return (bad && negations + failures == 0)
        || (good && alignment.inMessage(SentenceIndex.SUCCESS) == 0)
        || (negationsOfMessage == 0 && negations > 0 && failures >= failuresOfMessage);
  }
}
