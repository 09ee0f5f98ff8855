package io.github.backupdiag.internal.parse;

import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text inside XML: the five entities of the language and numbers, none that a document defines. */
final class XmlText {

  private static final Pattern ENTITY =
      Pattern.compile("&(?:(lt|gt|amp|quot|apos)|#(\\d{1,7})|#[xX](\\p{XDigit}{1,6}));");
  private static final Map<String, String> NAMED =
      Map.of("lt", "<", "gt", ">", "amp", "&", "quot", "\"", "apos", "'");

  private XmlText() {}

  static String decoded(String text) {
    return text.indexOf('&') < 0
        ? text
        : ENTITY.matcher(text).replaceAll(found -> Matcher.quoteReplacement(character(found)));
  }

  private static String character(MatchResult found) {
    String named = found.group(1);
    if (named != null) {
      return NAMED.getOrDefault(named, "");
    }
    String decimal = found.group(2);
    int code = decimal != null ? Integer.parseInt(decimal) : Integer.parseInt(found.group(3), 16);
    return Character.isValidCodePoint(code) ? Character.toString(code) : "\ufffd";
  }
}
