package io.github.backupdiag.linear;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Texts that a regular expression matches or nearly matches: each alternative once, each optional
 * part with and without. Reads the syntax as far as it is used here; what stands around a place
 * (looking ahead, word ends) is passed over.
 */
final class SampleMatches {

  private static final String CHARACTERS =
      "a1A b-._/:,;='\"<>(){}[]|\\#@%+*?!&~^$`\t\nzZ9f0Fé値\u2502\ufeff\ufffd\u0001";
  private static final int VARIANTS = 12;
  private static final int MOST_REPEATS = 4;

  private final String regex;
  private final int flags;
  private final int variant;
  private int at;

  private SampleMatches(Pattern pattern, int variant) {
    this.regex = pattern.pattern();
    this.flags = pattern.flags();
    this.variant = variant;
  }

  static Set<String> of(Pattern pattern) {
    Set<String> samples = new LinkedHashSet<>();
    long alternatives = pattern.pattern().chars().filter(c -> c == '|').count();
    for (int variant = 0; variant < Math.min(VARIANTS, 2 + alternatives); variant++) {
      samples.add(new SampleMatches(pattern, variant).alternatives());
    }
    return samples;
  }

  private String alternatives() {
    List<String> all = new ArrayList<>();
    all.add(sequence());
    while (at < regex.length() && regex.charAt(at) == '|') {
      at++;
      all.add(sequence());
    }
    return all.get(variant % all.size());
  }

  private String sequence() {
    StringBuilder text = new StringBuilder();
    while (at < regex.length() && regex.charAt(at) != '|' && regex.charAt(at) != ')') {
      text.append(repeated(atom()));
    }
    return text.toString();
  }

  private String atom() {
    char c = regex.charAt(at);
    return switch (c) {
      case '(' -> group();
      case '[' -> oneOf(bracket());
      case '\\' -> escaped();
      case '.' -> {
        at++;
        yield "a";
      }
      case '^', '$' -> {
        at++;
        yield "";
      }
      default -> {
        at++;
        yield String.valueOf(c);
      }
    };
  }

  private String group() {
    at++;
    boolean around = false;
    if (regex.charAt(at) == '?') {
      int end = at + 1;
      while (":=!>)".indexOf(regex.charAt(end)) < 0) {
        end++;
      }
      around = regex.charAt(end) == '=' || regex.charAt(end) == '!';
      at = end + 1;
      if (regex.charAt(end) == ')') {
        return "";
      }
    }
    String text = alternatives();
    at++;
    return around ? "" : text;
  }

  private String escaped() {
    char c = regex.charAt(at + 1);
    if (c == 'Q') {
      int end = regex.indexOf("\\E", at);
      String text = regex.substring(at + 2, end < 0 ? regex.length() : end);
      at = end < 0 ? regex.length() : end + 2;
      return text;
    }
    int from = at;
    at += 2;
    if ((c == 'p' || c == 'P') && regex.charAt(at) == '{') {
      at = regex.indexOf('}', at) + 1;
    } else if (c == 'u') {
      at += 4;
    }
    return "bBAzZG".indexOf(c) >= 0 ? "" : oneOf(regex.substring(from, at));
  }

  private String bracket() {
    int from = at++;
    int depth = 1;
    while (depth > 0) {
      char c = regex.charAt(at);
      if (c == '\\') {
        at++;
      } else if (c == '[') {
        depth++;
      } else if (c == ']') {
        depth--;
      }
      at++;
    }
    return regex.substring(from, at);
  }

  private String oneOf(String one) {
    Pattern pattern = Pattern.compile(one, flags);
    return CHARACTERS
        .chars()
        .mapToObj(c -> String.valueOf((char) c))
        .filter(text -> pattern.matcher(text).matches())
        .findFirst()
        .orElse("");
  }

  private String repeated(String atom) {
    if (at >= regex.length()) {
      return atom;
    }
    int least = 1;
    boolean optional = false;
    switch (regex.charAt(at)) {
      case '*', '?' -> {
        optional = true;
        at++;
      }
      case '+' -> at++;
      case '{' -> {
        int end = regex.indexOf('}', at);
        int comma = regex.indexOf(',', at);
        int number = comma >= 0 && comma < end ? comma : end;
        least = Integer.parseInt(regex, at + 1, number, 10);
        optional = least == 0;
        at = end + 1;
      }
      default -> {
        return atom;
      }
    }
    if (at < regex.length() && "?+".indexOf(regex.charAt(at)) >= 0) {
      at++;
    }
    return optional && variant % 2 == 1
        ? ""
        : atom.repeat(Math.min(MOST_REPEATS, Math.max(1, least)));
  }
}
