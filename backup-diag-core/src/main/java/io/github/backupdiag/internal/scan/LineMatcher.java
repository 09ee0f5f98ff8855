package io.github.backupdiag.internal.scan;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Decides which phrases a line holds: an expression decides first, then the longest of overlapping
 * literals wins, and all others are kept. Each phrase counts once in a line. Not thread-safe.
 */
public final class LineMatcher {

  /** An expression sees the whole of a line up to this many bytes. */
  public static final int LONGEST = 64 << 10;

  /**
   * What a line holds.
   *
   * @param phrase number of the phrase
   * @param start offset of its literal in what was looked through; in a line with colour codes, in
   *     the line without them
   * @param text the line, or, of a longer one, what stands round the literal
   * @param values named groups of its expression
   */
  public record Match(int phrase, int start, String text, Map<String, String> values) {}

  private static final long NEVER = Long.MAX_VALUE;

  private final Phrases phrases;
  private final int longest;
  private final Occurrences withoutColour = new Occurrences();
  private final List<Match> matches = new ArrayList<>();

  // Of the line.
  private final boolean[] done;
  private final @Nullable Map<String, String>[] confirmed;

  /** Where an expression that was not found is looked for again. */
  private final long[] again;

  private final Cover cover = new Cover();

  // Of what is at hand of the line.
  private byte[] bytes = {};
  private long base;
  private int from;
  private int to;
  private boolean whole;
  private @Nullable String text;

  /**
   * Makes a matcher.
   *
   * @param phrases what to find
   */
  public LineMatcher(Phrases phrases) {
    this(phrases, LONGEST);
  }

  @SuppressWarnings({"unchecked", "rawtypes"}) // an array of a generic type
  LineMatcher(Phrases phrases, int longest) {
    this.phrases = phrases;
    this.longest = longest;
    this.done = new boolean[phrases.count()];
    this.confirmed = new Map[phrases.count()];
    this.again = new long[phrases.count()];
  }

  /**
   * Decides about a whole line.
   *
   * @param line bytes that hold it
   * @param start its first byte
   * @param end offset behind its last byte
   * @param found places of literals
   * @param first index of the first one in this line
   * @param behind index behind the last one in this line
   * @return what the line holds, by its place; good until the next call
   */
  public List<Match> line(
      byte[] line, int start, int end, Occurrences found, int first, int behind) {
    matches.clear();
    int text = LineBreaks.withoutNulls(line, start, end);
    newLine();
    if (end - text <= longest && hasColour(found, first, behind)) {
      byte[] plain = ColourCodes.removed(line, text, end);
      phrases.scan(plain, 0, plain.length, withoutColour);
      at(plain, 0, 0, plain.length, true);
      decide(withoutColour, 0, withoutColour.count());
    } else {
      at(line, 0, text, end, end - text <= longest);
      decide(found, first, behind);
    }
    return matches;
  }

  private boolean hasColour(Occurrences found, int first, int behind) {
    for (int i = first; i < behind; i++) {
      if (phrases.phrase(found.literal(i)) < 0) {
        return true;
      }
    }
    return false;
  }

  private void decide(Occurrences found, int first, int behind) {
    for (int i = first; i < behind; i++) {
      Match match = match(found.start(i), found.literal(i));
      if (match != null) {
        matches.add(match);
      }
    }
  }

  /** Forgets the line before. */
  void newLine() {
    Arrays.fill(done, false);
    Arrays.fill(confirmed, null);
    Arrays.fill(again, 0);
    cover.clear();
  }

  /** Says what is at hand of the line, and where it stands in the whole text. */
  void at(byte[] bytes, long base, int from, int to, boolean whole) {
    this.bytes = bytes;
    this.base = base;
    this.from = from;
    this.to = to;
    this.whole = whole;
    this.text = null;
  }

  /** Takes the next literal of the line; null if it does not count. */
  @Nullable Match match(int start, int literal) {
    int number = phrases.phrase(literal);
    if (number < 0) {
      return null;
    }
    Phrase phrase = phrases.get(number);
    long place = base + start;
    long end = place + phrases.length(literal);
    if (phrase.competes() && cover.hides(place, end)) {
      return null;
    }
    Map<String, String> values = values(number, phrase.expression(), start);
    if (values == null) {
      return null;
    }
    if (phrase.competes()) {
      cover.add(place, end);
    }
    if (done[number]) {
      return null;
    }
    done[number] = true;
    return new Match(number, start, text(start), values);
  }

  private @Nullable Map<String, String> values(
      int number, @Nullable Expression expression, int start) {
    if (expression == null) {
      return Map.of();
    }
    if (confirmed[number] == null && base + start >= again[number]) {
      confirmed[number] = expression.values(text(start));
      again[number] = whole ? NEVER : base + start + longest / 4;
    }
    return confirmed[number];
  }

  private String text(int start) {
    if (!whole) {
      return decoded(Math.max(from, start - longest / 2), Math.min(to, start + longest / 2));
    }
    String known = text;
    if (known == null) {
      known = decoded(from, to);
      text = known;
    }
    return known;
  }

  private String decoded(int start, int end) {
    int length = end - start - (end > start && bytes[end - 1] == '\r' ? 1 : 0);
    return new String(bytes, start, length, StandardCharsets.UTF_8);
  }
}
