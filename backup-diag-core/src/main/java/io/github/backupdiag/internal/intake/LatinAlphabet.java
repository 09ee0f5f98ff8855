package io.github.backupdiag.internal.intake;

import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Tells charsets of one byte a letter apart, which share most letters: the letters with accents of
 * a text are those of one language.
 */
final class LatinAlphabet {

  private static final List<String> WESTERN =
      List.of(
          "äöüßé",
          "àâæçéèêëîïôœùûüÿ",
          "áéíóúñüç",
          "ãõáâàçéêíóôú",
          "àèéìíòóùú",
          "åäöæøéü",
          "éëïóöüèê");
  private static final List<String> CENTRAL =
      List.of("áčďéěíňóřšťúůýž", "áäčďéíĺľňóôŕšťúýž", "ąćęłńóśźż", "áéíóöőúüű");
  private static final List<String> TURKISH = List.of("çğıöşüâîûİ");

  private LatinAlphabet() {}

  /** Gives the charset that reads bytes best; of equally good ones the first. */
  static Charset best(List<Charset> candidates, byte[] bytes, int from, int to) {
    return candidates.stream()
        .max(
            Comparator.comparingInt((Charset charset) -> points(charset, bytes, from, to))
                .thenComparing(charset -> -candidates.indexOf(charset)))
        .orElseThrow();
  }

  private static int points(Charset charset, byte[] bytes, int from, int to) {
    String text = new String(bytes, from, to - from, charset);
    return alphabets(charset.name()).stream()
        .mapToInt(alphabet -> points(text, alphabet))
        .max()
        .orElseThrow();
  }

  private static List<String> alphabets(String charset) {
    return switch (charset) {
      case "windows-1250" -> CENTRAL;
      case "windows-1254" -> TURKISH;
      default -> WESTERN;
    };
  }

  private static int points(String text, String alphabet) {
    int[] known = alphabet.chars().sorted().toArray();
    return text.chars()
        .filter(c -> c >= 0x80)
        .map(c -> isLetter(c) ? (isIn(known, c) ? 1 : -1) : c == '\uFFFD' ? -1 : 0)
        .sum();
  }

  private static boolean isLetter(int c) {
    return Character.isLetter(c) && c != 'ª' && c != 'º';
  }

  private static boolean isIn(int[] known, int c) {
    return Arrays.binarySearch(known, c) >= 0
        || Arrays.binarySearch(known, Character.toLowerCase(c)) >= 0;
  }
}
