package io.github.backupdiag.internal.catalog;

import io.github.backupdiag.catalog.NumericError;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Turns a JSON entry into a numeric error. */
final class NumberReader {

  private static final Pattern HEXADECIMAL = Pattern.compile("0x[0-9a-f]{8}");
  private static final Pattern PLAIN = Pattern.compile("-?[0-9]{1,10}");
  private static final long RANGE = 1L << 32;

  private NumberReader() {}

  static Entry<NumericError> error(Fields fields, Problems problems) {
    String kind = fields.text("kind");
    String value = fields.text("value");
    NumericError error =
        new NumericError(
            kind + "." + value,
            kind,
            value,
            fields.optionalText("symbol"),
            fields.numbers("decimals"),
            fields.word("retryable", List.of("yes", "no", "unknown")),
            fields.texts("causes"),
            fields.texts("codes"),
            fields.texts("sources"));
    if (isNumber(value)) {
      checkDecimals(error, fields, problems);
    } else if (!value.isEmpty()) {
      problems.add(fields.place("value"), "'value' is '" + value + "'; " + remedy(value));
    }
    Entry.Mode mode = fields.flag("replaces") ? Entry.Mode.REPLACES : Entry.Mode.NEW;
    String id = kind.isEmpty() || value.isEmpty() ? "" : error.id();
    return new Entry<>(id, error, fields.place(), mode);
  }

  private static boolean isNumber(String value) {
    return HEXADECIMAL.matcher(value).matches() || PLAIN.matcher(value).matches();
  }

  private static String remedy(String value) {
    String lower = value.toLowerCase(Locale.ROOT);
    return isNumber(lower)
        ? "write it '" + lower + "'"
        : "write 0x and eight hexadecimal digits, or a whole number";
  }

  /** The same 32 bits may be written without and with a sign, and in no other way. */
  private static void checkDecimals(NumericError error, Fields fields, Problems problems) {
    String value = error.value();
    long number =
        HEXADECIMAL.matcher(value).matches()
            ? Long.parseLong(value.substring(2), 16)
            : Long.parseLong(value);
    Set<Long> same = new TreeSet<>(Set.of(number));
    same.add(number < 0 ? number + RANGE : number);
    same.add(number >= RANGE / 2 ? number - RANGE : number);
    for (String decimal : error.decimals()) {
      if (!same.contains(Long.valueOf(decimal))) {
        problems.add(
            fields.place("decimals"),
            decimal + " is not " + value + "; write " + String.join(" or ", texts(same)));
      }
    }
  }

  private static List<String> texts(Set<Long> numbers) {
    return numbers.stream().map(String::valueOf).toList();
  }
}
