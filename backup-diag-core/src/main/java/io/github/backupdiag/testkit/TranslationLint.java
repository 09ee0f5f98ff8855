package io.github.backupdiag.testkit;

import java.lang.Character.UnicodeScript;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds what a translation lost of the English text, or should not have. */
final class TranslationLint {

  /** What is no word but a name to be typed or looked for: it is the same in all languages. */
  private static final Pattern LITERALS =
      Pattern.compile(
          String.join(
              "|",
              "[A-Za-z]:\\\\[\\w\\\\.*-]*[\\w*]",
              "HK[A-Z]{1,20}\\\\[\\w\\\\.-]*\\w",
              "(?<![\\w/<])(?:/[\\w.*-]+){1,40}/[\\w.*-]*[\\w*]",
              "(?<![\\w-])--[a-z][a-z-]+",
              "\\b0x[0-9A-Fa-f]+\\b",
              "\\b\\w*[a-z0-9][A-Z]\\w*\\b",
              "\\b[A-Z]{2,}[a-z]\\w*\\b",
              "\\b[A-Za-z][\\w-]{0,60}+(?:\\.[A-Za-z][\\w-]{0,60}+){1,12}+\\b",
              "\\b[A-Za-z]+_\\w+\\b",
              "\\b[A-Z][A-Z0-9_]{2,}\\b"));

  private static final Pattern NUMBERS = Pattern.compile("\\d(?:[\\d.,]*\\d)?");
  private static final Pattern PLACEHOLDERS = Pattern.compile("\\{[a-z][A-Za-z0-9]*}");
  private static final Pattern ENGLISH_SENTENCE =
      Pattern.compile("(?<![\"'“「『„])\\b[A-Z]?[a-z]+(?: [a-z]+){4}\\b");
  private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"|'[^']*'");
  private static final Set<String> NOT_LITERAL = Set.of("DANGER", "VMs");
  private static final String DANGER = "DANGER:";

  /** How a text begins that warns of a frozen file system or of lost data. */
  private static final Map<String, String> DANGERS =
      Map.of("de", "GEFAHR:", "ko", "위험:", "ja", "危険:", "zh-Hant", "危險：");

  /** Scripts that letters of a language may have, beside Latin. */
  private static final Map<String, Set<UnicodeScript>> SCRIPTS =
      Map.of(
          "de", Set.of(),
          "ko", Set.of(UnicodeScript.HANGUL),
          "ja", Set.of(UnicodeScript.HIRAGANA, UnicodeScript.KATAKANA, UnicodeScript.HAN),
          "zh-Hant", Set.of(UnicodeScript.HAN));

  /** An older character set of the language, which lacks the characters of its neighbours. */
  private static final Map<String, String> CHARSETS = Map.of("ja", "MS932", "zh-Hant", "MS950");

  private final String language;
  private final Set<UnicodeScript> scripts;

  TranslationLint(String language) {
    this.language = language;
    this.scripts = SCRIPTS.getOrDefault(language, Set.of());
  }

  /** Finds what is wrong with a text; one clause each. */
  List<String> problems(String english, String text) {
    List<String> problems = new ArrayList<>();
    literals(english).stream()
        .filter(literal -> !contains(text, literal))
        .forEach(literal -> problems.add("lacks '" + literal + "' of the English text"));
    String digits = text.replaceAll("(?<=\\d)[.,\u00a0 ](?=\\d)", "");
    numbers(english).stream()
        .filter(number -> !digits.contains(number))
        .forEach(number -> problems.add("lacks the number " + number + " of the English text"));
    checkPlaceholders(english, text, problems);
    if (english.endsWith(":") && !text.endsWith(":") && !text.endsWith("：")) {
      problems.add("must end with a colon, since a command follows");
    }
    checkDanger(english, text, problems);
    checkScript(english, text, problems);
    return problems;
  }

  private void checkPlaceholders(String english, String text, List<String> problems) {
    List<String> expected = all(PLACEHOLDERS, english);
    if (!expected.equals(all(PLACEHOLDERS, text))) {
      problems.add("must have these placeholders, each as often: " + expected);
    }
  }

  private void checkDanger(String english, String text, List<String> problems) {
    String danger = DANGERS.get(language);
    if (danger != null && english.startsWith(DANGER) && !text.startsWith(danger)) {
      problems.add("must begin with " + danger + " as the English text does with " + DANGER);
    }
  }

  private void checkScript(String english, String text, List<String> problems) {
    if (!SCRIPTS.containsKey(language)) {
      return;
    }
    CharsetEncoder encoder = encoder();
    text.codePoints()
        .filter(c -> Character.isLetter(c) && (isForeign(c) || isOfNeighbour(c, encoder)))
        .mapToObj(Character::toString)
        .distinct()
        .forEach(letter -> problems.add("has '" + letter + "', no letter of " + language));
    String prose = prose(text);
    if (!language.equals("de") && ENGLISH_SENTENCE.matcher(prose).find()) {
      problems.add("has an English sentence left");
    }
    boolean wordy = prose(english).split("\\s+").length > 3;
    if (wordy && english.equals(text)) {
      problems.add("is not translated");
    }
  }

  private boolean isForeign(int letter) {
    UnicodeScript script = UnicodeScript.of(letter);
    return script != UnicodeScript.LATIN
        && script != UnicodeScript.COMMON
        && !scripts.contains(script);
  }

  private static boolean isOfNeighbour(int letter, @Nullable CharsetEncoder encoder) {
    return encoder != null
        && Character.isIdeographic(letter)
        && !encoder.canEncode(Character.toString(letter));
  }

  private @Nullable CharsetEncoder encoder() {
    String charset = CHARSETS.get(language);
    // Small Java runtimes come without the character sets of East Asia.
    return charset != null && Charset.isSupported(charset)
        ? Charset.forName(charset).newEncoder()
        : null;
  }

  /** Case does not count where a sentence begins with the name of a file. */
  private static boolean contains(String text, String literal) {
    return text.toLowerCase(Locale.ROOT).contains(literal.toLowerCase(Locale.ROOT));
  }

  private static Set<String> literals(String english) {
    Set<String> found =
        new LinkedHashSet<>(all(LITERALS, PLACEHOLDERS.matcher(english).replaceAll(" ")));
    found.removeAll(NOT_LITERAL);
    return found;
  }

  private static Set<String> numbers(String english) {
    Set<String> found = new LinkedHashSet<>();
    for (String number : all(NUMBERS, LITERALS.matcher(english).replaceAll(" "))) {
      String digits = number.replaceAll("[.,](?=\\d)", "");
      if (digits.length() > 1) {
        found.add(digits);
      }
    }
    return found;
  }

  private static String prose(String text) {
    String words = QUOTED.matcher(text).replaceAll(" ");
    return LITERALS.matcher(words).replaceAll(" ");
  }

  private static List<String> all(Pattern pattern, String text) {
    List<String> found = new ArrayList<>();
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      found.add(matcher.group());
    }
    found.sort(null);
    return found;
  }
}
