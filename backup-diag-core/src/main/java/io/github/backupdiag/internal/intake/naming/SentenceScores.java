package io.github.backupdiag.internal.intake.naming;

import io.github.backupdiag.fact.backup.NamedCause;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Adds up, sentence by sentence, what its terms say of each cause. Not reusable. */
final class SentenceScores implements Terms.Sink {

  /** A term of at most every twentieth text; two of them must agree, or one far rarer. */
  private static final double RARE = Math.log(20);

  private static final double VERY_RARE = Math.log(150);

  private static final int MOST_WORDS = 6;
  private static final int MOST_SENTENCES = 400;

  /** Logarithms of the counts of texts. */
  private static final double[] LOGS = new double[1024];

  static {
    for (int i = 1; i < LOGS.length; i++) {
      LOGS[i] = Math.log(i);
    }
  }

  private final String text;
  private final List<TermTable> tables;
  private final double threshold;
  private final double all;
  private final Map<String, NamedCause> best = new LinkedHashMap<>();

  // By cause, in one sentence.
  private final double[] scores;
  private final double[] covered;
  private final int[] rare;
  private final boolean[] veryRare;
  private final int[] touched;
  private int touches;

  // By term: the last sentence that held it.
  private final int[][] seenIn;
  private final List<Heard> heard = new ArrayList<>();
  private final int[] numbers;
  private double mass;
  private int sentence = 1;

  /** A term of the sentence. */
  private static final class Heard {
    private final int[] numbers;
    private final double rarity;
    private final int start;
    private final int end;

    Heard(int[] numbers, double rarity, int start, int end) {
      this.numbers = numbers;
      this.rarity = rarity;
      this.start = start;
      this.end = end;
    }
  }

  SentenceScores(String text, List<TermTable> tables, double threshold) {
    this.text = text;
    this.tables = tables;
    this.threshold = threshold;
    all = Math.log(tables.stream().mapToInt(table -> table.all).sum());
    int causes = tables.stream().mapToInt(TermTable::causes).max().orElse(0);
    scores = new double[causes];
    covered = new double[causes];
    rare = new int[causes];
    veryRare = new boolean[causes];
    touched = new int[causes];
    numbers = new int[tables.size()];
    seenIn = tables.stream().map(table -> new int[table.size()]).toArray(int[][]::new);
  }

  @Override
  public void term(char[] letters, int length, int start, int end) {
    int texts = 0;
    boolean isNew = false;
    for (int i = 0; i < numbers.length; i++) {
      TermTable table = tables.get(i);
      int number = table.find(letters, length);
      numbers[i] = number;
      if (number >= 0) {
        texts += table.texts(number);
        isNew |= seenIn[i][number] != sentence;
        seenIn[i][number] = sentence;
      }
    }
    double rarity = texts == 0 ? 0 : (all - log(texts)) / (length == 2 ? 2 : 1);
    if (isNew && rarity > 0 && sentence <= MOST_SENTENCES) {
      hear(new Heard(numbers.clone(), rarity, start, end));
    }
  }

  private static double log(int count) {
    return count < LOGS.length ? LOGS[count] : Math.log(count);
  }

  private void hear(Heard term) {
    heard.add(term);
    mass += term.rarity;
    for (int i = 0; i < numbers.length; i++) {
      if (term.numbers[i] >= 0) {
        hear(term, tables.get(i), term.numbers[i], i > 0 && term.numbers[0] >= 0);
      }
    }
  }

  private void hear(Heard term, TermTable table, int number, boolean again) {
    for (int i = table.mentionsFrom(number); i < table.mentionsTo(number); i++) {
      int cause = table.mentioned(i);
      if (again && weight(tables.get(0), term.numbers[0], cause) > 0) {
        continue;
      }
      if (covered[cause] == 0) {
        touched[touches++] = cause;
      }
      scores[cause] += term.rarity * table.weight(i);
      covered[cause] += term.rarity;
      rare[cause] += term.rarity >= RARE ? 1 : 0;
      veryRare[cause] |= term.rarity >= VERY_RARE;
    }
  }

  private static float weight(TermTable table, int number, int cause) {
    for (int i = table.mentionsFrom(number); i < table.mentionsTo(number); i++) {
      if (table.mentioned(i) == cause) {
        return table.weight(i);
      }
    }
    return 0;
  }

  @Override
  public void endOfSentence() {
    for (int i = 0; i < touches; i++) {
      int cause = touched[i];
      // Much of a sentence that is about something else tells less than a whole one about this.
      double score = scores[cause] * Math.sqrt(covered[cause] / mass);
      if (score >= threshold && (rare[cause] >= 2 || veryRare[cause])) {
        name(cause, score);
      }
      scores[cause] = 0;
      covered[cause] = 0;
      rare[cause] = 0;
      veryRare[cause] = false;
    }
    touches = 0;
    mass = 0;
    heard.clear();
    sentence++;
  }

  private void name(int cause, double score) {
    String id = tables.get(0).cause(cause);
    NamedCause known = best.get(id);
    if (known == null || known.score() < score) {
      best.put(id, new NamedCause(id, score, strongest(cause)));
    }
  }

  private List<String> strongest(int cause) {
    return heard.stream()
        .filter(term -> says(term, cause) > 0)
        .sorted((a, b) -> Double.compare(says(b, cause), says(a, cause)))
        .map(term -> text.substring(term.start, term.end))
        .distinct()
        .limit(MOST_WORDS)
        .toList();
  }

  private double says(Heard term, int cause) {
    double weight = 0;
    for (int i = 0; i < term.numbers.length; i++) {
      if (term.numbers[i] >= 0) {
        weight = Math.max(weight, weight(tables.get(i), term.numbers[i], cause));
      }
    }
    return weight * term.rarity;
  }

  /** Gives the causes of all sentences, each with its clearest one. */
  List<NamedCause> named() {
    return List.copyOf(best.values());
  }
}
