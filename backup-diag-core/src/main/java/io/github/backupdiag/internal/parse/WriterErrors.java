package io.github.backupdiag.internal.parse;

import io.github.backupdiag.fact.guest.VssWriter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The last error of a writer: its text is translated, and only some translations are known
 * (knowledge/windows-vss.json, lastErrors).
 */
final class WriterErrors {

  private static final Pattern CODE = Pattern.compile("0[xX](\\p{XDigit}{8})(?!\\p{XDigit})");
  private static final Map<String, String> KNOWN = known();

  private WriterErrors() {}

  private static Map<String, String> known() {
    Map<String, String> known = new LinkedHashMap<>();
    for (String none : new String[] {"no error", "kein fehler", "エラーなし", "нет ошибок"}) {
      known.put(none, VssWriter.NO_ERROR);
    }
    known.put("inconsistent shadow copy", "0x800423f0");
    known.put("out of resources", "0x800423f1");
    known.put("timed out", "0x800423f2");
    known.put("retryable error", "0x800423f3");
    known.put("wiederholbarer fehler", "0x800423f3");
    known.put("non-retryable error", "0x800423f4");
    known.put("not responding", "0x80042319");
    return known;
  }

  /** The code, or empty for a text that is not known. */
  static String code(String text) {
    Matcher code = CODE.matcher(text);
    if (code.find()) {
      return "0x" + code.group(1).toLowerCase(Locale.ROOT);
    }
    String lower = text.strip().toLowerCase(Locale.ROOT);
    return KNOWN.entrySet().stream()
        .filter(known -> lower.startsWith(known.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse("");
  }
}
