package io.github.backupdiag.internal.intake;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A charset of the time before UTF-8, and how much a text looks as if it were written in it: by
 * letters that are common in its language. What the runtime does not know is no candidate.
 */
final class LegacyCharset {

  private static final int LONGEST_RUN = 2;
  private static final double MALFORMED = -3;
  private static final double COMMON = 1;
  private static final double SIGN = 0.5;
  private static final double RARE = 0.1;
  private static final double STRANGE = -1;

  private final Charset charset;
  private final int bytesOfALetter;
  private final Language language;
  private final int[] common;

  private LegacyCharset(Charset charset, int bytesOfALetter, Language language, String common) {
    this.charset = charset;
    this.bytesOfALetter = bytesOfALetter;
    this.language = language;
    this.common = common.chars().sorted().toArray();
  }

  private enum Language {
    WESTERN,
    KOREAN,
    JAPANESE,
    CHINESE,
    ANY
  }

  /** Gives the candidates; of equally plausible ones the first counts. */
  static List<LegacyCharset> all() {
    String any =
        CommonLetters.KOREAN
            + CommonLetters.JAPANESE
            + CommonLetters.TRADITIONAL_CHINESE
            + CommonLetters.SIMPLIFIED_CHINESE;
    return Stream.of(
            of(1, Language.WESTERN, "", "windows-1252", "ISO-8859-1"),
            of(1, Language.WESTERN, "", "windows-1250"),
            of(1, Language.WESTERN, "", "windows-1254"),
            of(2, Language.JAPANESE, CommonLetters.JAPANESE, "windows-31j", "Shift_JIS"),
            of(2, Language.KOREAN, CommonLetters.KOREAN, "x-windows-949", "EUC-KR"),
            of(2, Language.CHINESE, CommonLetters.TRADITIONAL_CHINESE, "x-windows-950", "Big5"),
            of(2, Language.CHINESE, CommonLetters.SIMPLIFIED_CHINESE, "GB18030", "GBK"),
            of(2, Language.ANY, any, "UTF-16LE"),
            of(2, Language.ANY, any, "UTF-16BE"))
        .filter(Objects::nonNull)
        .toList();
  }

  private static @Nullable LegacyCharset of(
      int bytesOfALetter, Language language, String common, String... names) {
    for (String name : names) {
      if (Charset.isSupported(name)) {
        return new LegacyCharset(Charset.forName(name), bytesOfALetter, language, common);
      }
    }
    return null;
  }

  Charset charset() {
    return charset;
  }

  /** Tells whether each letter is one byte. */
  boolean isLatin() {
    return language == Language.WESTERN;
  }

  /** Tells whether a sample must begin at an even byte. */
  boolean isUtf16() {
    return language == Language.ANY;
  }

  /** Gives how plausible bytes are, in points for each byte that is not ASCII. */
  double plausibility(byte[] bytes, int from, int to) {
    String text = decoded(bytes, from, to);
    double sum = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean ascii = c < 0x80;
      if (!ascii) {
        sum += language == Language.WESTERN ? western(text, i) : bytesOfALetter * eastern(c);
      } else if (isUtf16()) {
        sum += c < ' ' && c != '\n' && c != '\r' && c != '\t' ? 2 * STRANGE : 0;
      }
    }
    return sum;
  }

  private String decoded(byte[] bytes, int from, int to) {
    try {
      CharBuffer text =
          charset
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPLACE)
              .onUnmappableCharacter(CodingErrorAction.REPLACE)
              .decode(ByteBuffer.wrap(bytes, from, to - from));
      return text.toString();
    } catch (CharacterCodingException e) {
      throw new IllegalStateException("damage is replaced", e);
    }
  }

  /** One or two letters with an accent stand in a word; more in a row are another language. */
  private static double western(String text, int at) {
    char c = text.charAt(at);
    if (c == '\uFFFD' || (c >= 0x80 && c < 0xA0)) {
      return MALFORMED;
    }
    if (!Character.isLetter(c)) {
      return "\u00A0‘’“”„‚«»–—…•·°§©®™€".indexOf(c) >= 0 ? SIGN : STRANGE / 2;
    }
    int from = at;
    int to = at;
    while (isForeignLetter(text, from - 1) && at - from < LONGEST_RUN) {
      from--;
    }
    while (isForeignLetter(text, to + 1) && to - at < LONGEST_RUN) {
      to++;
    }
    boolean inWord = isPlainLetter(text, from - 1) || isPlainLetter(text, to + 1);
    return to - from >= LONGEST_RUN ? STRANGE : inWord ? COMMON : RARE;
  }

  private static boolean isForeignLetter(String text, int at) {
    return isLetter(text, at) && text.charAt(at) >= 0x80;
  }

  private static boolean isPlainLetter(String text, int at) {
    return isLetter(text, at) && text.charAt(at) < 0x80;
  }

  private static boolean isLetter(String text, int at) {
    return at >= 0 && at < text.length() && Character.isLetter(text.charAt(at));
  }

  private double eastern(char c) {
    if (c == '\uFFFD') {
      return MALFORMED;
    }
    if (isCommon(c) || isKanaOfItsLanguage(c)) {
      return COMMON;
    }
    if ("、。，．：；！？（）「」『』【】《》“”‘’…—～・／％ー".indexOf(c) >= 0) {
      return SIGN;
    }
    // Two letters of ASCII make a rare ideograph of UTF-16.
    return isOfItsLanguage(c) ? isUtf16() ? STRANGE / 2 : RARE : STRANGE;
  }

  private boolean isCommon(char c) {
    return Arrays.binarySearch(common, c) >= 0;
  }

  private boolean isKanaOfItsLanguage(char c) {
    return c >= 0x3041
        && c <= 0x30FE
        && (language == Language.JAPANESE || language == Language.ANY);
  }

  private boolean isOfItsLanguage(char c) {
    boolean ideograph = c >= 0x4E00 && c <= 0x9FFF;
    boolean syllable = c >= 0xAC00 && c <= 0xD7A3;
    return switch (language) {
      case KOREAN -> syllable;
      case JAPANESE, CHINESE -> ideograph;
      default -> ideograph || syllable || (c >= 0xC0 && c < 0x250);
    };
  }

  /** Gives the most plausible of some candidates, the first of equal ones. */
  static LegacyCharset best(List<LegacyCharset> candidates, byte[] bytes, int from, int to) {
    double[] points =
        candidates.stream()
            .mapToDouble(
                candidate ->
                    candidate.plausibility(bytes, candidate.isUtf16() ? from & ~1 : from, to))
            .toArray();
    int best = IntStream.range(1, points.length).reduce(0, (a, b) -> points[b] > points[a] ? b : a);
    return candidates.get(best);
  }
}
