package io.github.backupdiag.internal.parse;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A size as Windows prints it in the words of a locale, such as {@code 9.81 GB (9%)}, {@code 9,81
 * Go (9 %)} or {@code 1.023,5 MB}.
 *
 * @param bytes about so many
 * @param percent the number before the percent sign, or null
 */
record PrintedSize(long bytes, @Nullable Integer percent) {

  private static final Pattern FORM =
      Pattern.compile(
          "^(\\d[\\d.,'\\u00a0\\u202f\\u066b\\u2019 ]{0,24}?)\\s?(\\p{L}{1,10})\\b(?:.{0,3}?\\((\\d{1,3})[.,\\d]{0,4}\\s?%\\))?");
  private static final Pattern MARKS = Pattern.compile("[.,\\u066b]");
  private static final int KILO = 10;

  /** By the first letter of the unit. */
  private static final Map<Character, Integer> POWERS =
      Map.of(
          'k', 1, 'm', 2, 'g', 3, 't', 4, 'p', 5, '\u043a', 1, '\u043c', 2, '\u0433', 3, '\u0442',
          4);

  /** Gives null if it is no size, as for a limit that is a word. */
  static @Nullable PrintedSize parse(String text) {
    Matcher form = FORM.matcher(text.strip());
    if (!form.find()) {
      return null;
    }
    BigDecimal number = number(form.group(1));
    if (number == null) {
      return null;
    }
    int power = power(form.group(2));
    String percent = form.group(3);
    return new PrintedSize(
        number
            .multiply(BigDecimal.valueOf(1L << (KILO * power)))
            .setScale(0, RoundingMode.HALF_UP)
            .min(BigDecimal.valueOf(Long.MAX_VALUE))
            .longValue(),
        percent == null ? null : Integer.valueOf(percent));
  }

  /** A lone letter or a whole word is that of bytes in some language. */
  private static int power(String unit) {
    boolean hasPrefix = unit.length() == 2 || unit.length() == 3;
    return hasPrefix ? POWERS.getOrDefault(Character.toLowerCase(unit.charAt(0)), 0) : 0;
  }

  /** Windows prints two decimals at the most, so that three digits behind a mark are a group. */
  private static @Nullable BigDecimal number(String text) {
    String compact = text.replaceAll("[^\\d.,\\u066b]", "");
    int last = Math.max(compact.lastIndexOf('.'), compact.lastIndexOf(','));
    last = Math.max(last, compact.lastIndexOf('\u066b'));
    if (last < 0) {
      return digits(compact, "");
    }
    String whole = MARKS.matcher(compact.substring(0, last)).replaceAll("");
    String rest = compact.substring(last + 1);
    return rest.length() == 3 ? digits(whole + rest, "") : digits(whole, rest);
  }

  private static @Nullable BigDecimal digits(String whole, String decimals) {
    String text = (whole.isEmpty() ? "0" : whole) + (decimals.isEmpty() ? "" : "." + decimals);
    try {
      return new BigDecimal(text);
    } catch (NumberFormatException e) {
      return null;
    }
  }
}
