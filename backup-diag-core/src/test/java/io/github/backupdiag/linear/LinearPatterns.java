package io.github.backupdiag.linear;

import io.github.backupdiag.linear.CountedText.TooManyLooksException;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds a text on which a regular expression takes more than its share: beginnings of what it
 * matches, then a piece of that again and again, then nothing that it wants. Looks at characters
 * are counted, not time. A search that begins anew at each character and goes on to the end takes
 * half as many looks for each character as the text is long, one in proportion a few.
 */
public final class LinearPatterns {

  private static final int SHORT = 1 << 11;
  private static final int LINE = 1 << 16;
  private static final int MOST_LOOKS = 400;
  private static final int WORST = 3;
  private static final long MANY = Long.MAX_VALUE;

  /** As little for the short text as threads commonly have for the line. */
  private static final int STACK = 1 << 17;

  private LinearPatterns() {}

  /** How a pattern is used. */
  public enum Use {
    /** All places in a text. */
    SEARCH,
    /** The begin of a text, or all of it. */
    AT_BEGIN
  }

  /** Tells of a text on which the pattern takes more than its share, or nothing. */
  public static Optional<String> complaint(Pattern pattern, Use use) {
    Set<Hostile> hostile = hostileTexts(pattern);
    AtomicReference<@Nullable String> found = new AtomicReference<>();
    Thread small = new Thread(null, () -> found.set(search(pattern, use, hostile)), "small", STACK);
    small.start();
    try {
      small.join();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return Optional.ofNullable(found.get());
  }

  private static @Nullable String search(Pattern pattern, Use use, Set<Hostile> texts) {
    SortedMap<Long, Hostile> byLooks = new TreeMap<>(Comparator.reverseOrder());
    for (Hostile hostile : texts) {
      byLooks.putIfAbsent(looks(pattern, use, hostile.text(SHORT)), hostile);
    }
    return byLooks.entrySet().stream()
        .limit(WORST)
        .filter(each -> each.getKey() == MANY || grows(pattern, use, each.getValue()))
        .map(each -> each.getValue().toString())
        .findFirst()
        .orElse(null);
  }

  private static boolean grows(Pattern pattern, Use use, Hostile text) {
    long part = looks(pattern, use, text.text(LINE / 4));
    return looks(pattern, use, text.text(LINE)) > Math.max(6 * part, LINE);
  }

  private static Set<Hostile> hostileTexts(Pattern pattern) {
    Set<Hostile> texts = new LinkedHashSet<>();
    for (String sample : SampleMatches.of(pattern)) {
      for (int at = 0; at < sample.length(); at++) {
        String begin = sample.substring(0, at);
        for (String end : List.of("", "\u0001")) {
          texts.add(new Hostile("", sample.substring(0, at + 1), end));
          texts.add(new Hostile("", sample.substring(at), end));
          for (int length = 1; length <= Math.min(2, sample.length() - at); length++) {
            String again = sample.substring(at, at + length);
            texts.add(new Hostile(begin, again, end));
            texts.add(new Hostile("", again, end));
          }
        }
      }
    }
    return texts;
  }

  /** A text of which a piece comes again and again. */
  private record Hostile(String begin, String again, String end) {

    String text(int length) {
      return begin + again.repeat(length / again.length()) + end;
    }
  }

  private static long looks(Pattern pattern, Use use, String text) {
    CountedText counted = new CountedText(text, (long) MOST_LOOKS * text.length());
    try {
      Matcher matcher = pattern.matcher(counted);
      if (use == Use.AT_BEGIN) {
        matcher.matches();
        matcher.lookingAt();
      } else {
        long all = matcher.results().count();
        return all < 0 ? MANY : counted.looks();
      }
    } catch (TooManyLooksException | StackOverflowError e) {
      return MANY;
    }
    return counted.looks();
  }
}
