package io.github.backupdiag.internal.parse;

import io.github.backupdiag.catalog.NumericError;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds numbers that Windows and VSS give as errors: hexadecimal ones, which diskshadow and COM+
 * write without a prefix behind the word HRESULT, decimal ones with or without a sign, of ten
 * digits, or by their names in the headers. Numbers of Linux and of the service are too small to be
 * told from any other and are never found. Immutable and thread-safe.
 */
public final class ErrorNumbers {

  private static final Set<String> KINDS = Set.of("vss", "hresult");
  private static final int DECIMAL = 10;
  private static final Pattern NUMBER =
      Pattern.compile(
          "(?<![\\p{Alnum}_])(?:(?:0[xX] ?|HRESULT(?: was|[:=]| =)? {0,2})"
              + "(\\p{XDigit}{4}) ?(\\p{XDigit}{4})|(-?\\d{10}))(?![\\p{Alnum}_])");

  /** Names that the headers of Windows give to numbers: {@code VSS_E_PROVIDER_VETO}. */
  private static final Pattern SYMBOL =
      Pattern.compile("(?<![\\p{Alnum}_])[A-Z]{2,12}_E_[A-Z0-9_]{3,60}(?![\\p{Alnum}_])");

  private static final String OF_SYMBOLS = "_E_";

  private final Map<String, NumericError> byNumber = new HashMap<>();
  private final Map<String, NumericError> bySymbol = new HashMap<>();

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
        if (error.symbol() != null) {
          bySymbol.put(error.symbol(), error);
        }
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
    if (mayHold(text)) {
      numbers(text, hits);
    }
    if (text.contains(OF_SYMBOLS)) {
      symbols(text, hits);
      hits.sort(Comparator.comparingInt(Hit::start));
    }
    return hits;
  }

  private void numbers(String text, List<Hit> hits) {
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
  }

  /** A name beside its number tells nothing new. */
  private void symbols(String text, List<Hit> hits) {
    Set<String> found = new HashSet<>();
    hits.forEach(hit -> found.add(hit.error().id()));
    Matcher symbol = SYMBOL.matcher(text);
    while (symbol.find()) {
      NumericError error = bySymbol.get(symbol.group());
      if (error != null && found.add(error.id())) {
        hits.add(new Hit(error, symbol.group(), symbol.start()));
      }
    }
  }

  /** Most texts hold no number of such a form, which is quicker to see than to search for. */
  private static boolean mayHold(String text) {
    return text.contains("HRESULT") || mayHoldNumber(text);
  }

  private static boolean mayHoldNumber(String text) {
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
