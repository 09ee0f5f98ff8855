package io.github.backupdiag.internal.parse;

import io.github.backupdiag.catalog.NumericError;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds numbers that Windows and VSS give as errors: hexadecimal ones, or decimal ones with or
 * without a sign, of ten digits. Numbers of Linux and of the service are too small to be told from
 * any other and are never found. Immutable and thread-safe.
 */
public final class ErrorNumbers {

  private static final Set<String> KINDS = Set.of("vss", "hresult");
  private static final int DECIMAL = 10;
  private static final Pattern NUMBER =
      Pattern.compile(
          "(?<![\\p{Alnum}_])(?:0[xX] ?(\\p{XDigit}{4}) ?(\\p{XDigit}{4})|(-?\\d{10}))"
              + "(?![\\p{Alnum}_])");

  private final Map<String, NumericError> byNumber = new HashMap<>();

  /**
   * Makes a finder.
   *
   * @param errors all errors of the catalog
   */
  public ErrorNumbers(List<NumericError> errors) {
    for (NumericError error : errors) {
      if (KINDS.contains(error.kind())) {
        byNumber.put(error.value().toLowerCase(Locale.ROOT), error);
        error.decimals().forEach(decimal -> byNumber.put(decimal, error));
      }
    }
  }

  /**
   * A number that was found.
   *
   * @param error what the catalog knows of it
   * @param written as it is written
   * @param start its offset
   */
  public record Hit(NumericError error, String written, int start) {}

  /**
   * Finds the numbers of a text.
   *
   * @param text any text
   * @return in its order
   */
  public List<Hit> find(String text) {
    List<Hit> hits = new ArrayList<>();
    if (!mayHold(text)) {
      return hits;
    }
    Matcher number = NUMBER.matcher(text);
    while (number.find()) {
      String decimal = number.group(3);
      String key =
          decimal != null
              ? decimal
              : ("0x" + number.group(1) + number.group(2)).toLowerCase(Locale.ROOT);
      NumericError error = byNumber.get(key);
      if (error != null) {
        hits.add(new Hit(error, number.group(), number.start()));
      }
    }
    return hits;
  }

  /** Most texts hold no number of such a form, which is quicker to see than to search for. */
  private static boolean mayHold(String text) {
    int digits = 0;
    for (int at = 0; at < text.length() && digits < DECIMAL; at++) {
      char c = text.charAt(at);
      if (digits > 0 && (c == 'x' || c == 'X')) {
        return true;
      }
      digits = c >= '0' && c <= '9' ? digits + 1 : 0;
    }
    return digits == DECIMAL;
  }
}
