package io.github.backupdiag.internal.intake;

import io.github.backupdiag.catalog.ErrorCode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Codes by what is left of their names when all is taken off in which careless spellings differ:
 * prefixes, the s of a plural, letters that look like digits. Nothing else may differ: what is
 * merely near stays unknown.
 */
final class OtherSpellings {

  static final double SCORE = 0.82;
  static final double AMBIGUOUS = 0.6;

  private static final int SHORTEST = 12;
  private static final int LEAST_HUMPS = 3;
  private static final List<String> PREFIXES =
      List.of(
          letters("UserError"),
          letters("ExtensionFailed"),
          letters("Extension"),
          letters("Extention"));

  private final Map<String, List<ErrorCode>> byLetters = new HashMap<>();

  OtherSpellings(List<ErrorCode> codes) {
    for (ErrorCode code : codes) {
      if (!code.synthetic() && !Context.restrictsNames(code)) {
        add(code, code.code());
        code.aliases().forEach(alias -> add(code, alias));
      }
    }
  }

  private void add(ErrorCode code, String name) {
    String letters = letters(name);
    if (Humps.of(name).size() < LEAST_HUMPS) {
      return;
    }
    put(letters, code);
    for (String prefix : PREFIXES) {
      put(without(prefix, letters), code);
    }
  }

  private void put(String letters, ErrorCode code) {
    if (letters.length() >= SHORTEST) {
      List<ErrorCode> codes = byLetters.computeIfAbsent(letters, key -> new ArrayList<>(1));
      if (!codes.contains(code)) {
        codes.add(code);
      }
    }
  }

  /** Gives the codes that a word spells carelessly. */
  List<ErrorCode> of(String word) {
    String letters = letters(word);
    List<ErrorCode> codes = byLetters.getOrDefault(letters, List.of());
    for (int i = 0; i < PREFIXES.size() && codes.isEmpty(); i++) {
      codes = byLetters.getOrDefault(without(PREFIXES.get(i), letters), List.of());
    }
    return codes;
  }

  private static String without(String prefix, String letters) {
    return letters.startsWith(prefix) ? letters.substring(prefix.length()) : "";
  }

  private static String letters(String name) {
    StringBuilder letters = new StringBuilder(name.length());
    for (char c : name.toLowerCase(Locale.ROOT).toCharArray()) {
      switch (c) {
        case 's', '5', '-' -> {}
        case '0' -> letters.append('o');
        case '1', 'i' -> letters.append('l');
        default -> letters.append(c);
      }
    }
    return letters.toString();
  }
}
