package io.github.backupdiag.internal.intake;

import io.github.backupdiag.catalog.Catalog;
import io.github.backupdiag.catalog.ErrorCode;
import io.github.backupdiag.catalog.PortalMessage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** All that can be recognised, made for looking it up. Immutable. */
final class Index {

  private final List<Pattern> patterns;
  private final Automaton automaton;
  private final SentenceIndex sentences;
  private final int longest;
  private final NavigableMap<String, List<ErrorCode>> byForm;
  private final Map<Integer, List<ErrorCode>> byNumber;
  private final List<String> officialCodes;
  private final String allForms;
  private final OtherSpellings otherSpellings;

  private Index(List<Pattern> patterns, SentenceIndex sentences, List<ErrorCode> codes) {
    this.patterns = patterns;
    this.sentences = sentences;
    automaton = new Automaton(patterns);
    longest = patterns.stream().mapToInt(Pattern::length).max().orElse(0);
    byForm = officialForms(patterns);
    byNumber = numbers(codes);
    officialCodes = codes.stream().filter(code -> !code.synthetic()).map(ErrorCode::code).toList();
    otherSpellings = new OtherSpellings(codes);
    allForms = String.join(" ", byForm.keySet());
  }

  static Index of(Catalog catalog) {
    PatternList patterns = new PatternList();
    List<ErrorCode> codes = catalog.codes();
    codes.forEach(patterns::addOfficial);
    codes.forEach(patterns::addDamaged);
    codes.forEach(patterns::addUnprefixed);
    Map<String, ErrorCode> byCode = new HashMap<>();
    codes.forEach(code -> byCode.put(code.code(), code));
    for (PortalMessage message : catalog.messages()) {
      ErrorCode code = byCode.get(message.code());
      if (code != null) {
        patterns.addMessage(message, code);
      }
    }
    return new Index(patterns.sorted(), patterns.sentences(), codes);
  }

  /** Gives a pattern by its number. */
  Pattern pattern(int number) {
    return patterns.get(number);
  }

  /** The messages by their words. */
  SentenceIndex sentences() {
    return sentences;
  }

  Automaton automaton() {
    return automaton;
  }

  /** Length of the longest pattern. */
  int longest() {
    return longest;
  }

  /** Codes of Microsoft's, as the catalog writes them. */
  List<String> officialCodes() {
    return officialCodes;
  }

  /** Tells whether a form is a piece of a known code. */
  boolean isPiece(String form) {
    return allForms.contains(form);
  }

  OtherSpellings otherSpellings() {
    return otherSpellings;
  }

  /** Gives the codes that begin with a form and may be recognised anywhere. */
  List<ErrorCode> beginningWith(String form) {
    return byForm.subMap(form, true, form + Character.MAX_VALUE, false).values().stream()
        .flatMap(List::stream)
        .filter(code -> !Context.restrictsNames(code))
        .distinct()
        .toList();
  }

  /** Gives the codes that have a number. */
  List<ErrorCode> numbered(int number) {
    return byNumber.getOrDefault(number, List.of());
  }

  private static NavigableMap<String, List<ErrorCode>> officialForms(List<Pattern> patterns) {
    NavigableMap<String, List<ErrorCode>> forms = new TreeMap<>();
    for (Pattern pattern : patterns) {
      List<ErrorCode> codes =
          pattern.names().stream()
              .filter(name -> name.kind() == Pattern.Kind.OFFICIAL)
              .map(Pattern.Name::code)
              .toList();
      if (!codes.isEmpty()) {
        forms.put(pattern.form(), codes);
      }
    }
    return forms;
  }

  private static Map<Integer, List<ErrorCode>> numbers(List<ErrorCode> codes) {
    Map<Integer, List<ErrorCode>> numbered = new HashMap<>();
    List<ErrorCode> sorted = new ArrayList<>(codes);
    sorted.sort(Comparator.comparing(ErrorCode::code));
    for (ErrorCode code : sorted) {
      for (String number : code.numbers()) {
        if (number.matches("[0-9]{1,9}")) {
          numbered.computeIfAbsent(Integer.valueOf(number), key -> new ArrayList<>()).add(code);
        }
      }
    }
    return numbered;
  }
}
