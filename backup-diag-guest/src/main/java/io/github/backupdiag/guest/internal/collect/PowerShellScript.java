package io.github.backupdiag.guest.internal.collect;

import io.github.backupdiag.fact.guest.Platform;
import io.github.backupdiag.guestaccess.Question;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** The script for Windows: PowerShell 3 and later, with what every Windows has. */
final class PowerShellScript {

  /** All writers answer in half a minute on a healthy guest, in three on a bad one. */
  private static final int SECONDS = 300;

  private static final String MEANING = "\\*+?|{}[]()^$.# ";

  private PowerShellScript() {}

  /** Writes the script. */
  static String of(Collection<Question<?>> questions, List<String> words, String made) {
    String calls = new PowerShellQuestions(questions, Limits.WHOLE).text();
    boolean logs = calls.contains("  Tail");
    return Template.of("collect.ps1")
        .with("MADE", made)
        .with("BIG", Limits.WHOLE)
        .with("RAW", Limits.END)
        .with("TIME", SECONDS)
        .with("MOST", Limits.OUTPUT)
        .with("VERSION", 1)
        .with("TAG", Platform.AZURE_CHASSIS_TAG)
        .with("WORDS", PowerShellQuestions.quoted(any(logs ? words : List.of())))
        .with("QUESTIONS", calls)
        .toString();
  }

  /** A regular expression of .NET for any of the words. */
  private static String any(List<String> words) {
    return words.isEmpty()
        ? "(?!)"
        : words.stream().map(PowerShellScript::literal).collect(Collectors.joining("|"));
  }

  private static String literal(String word) {
    StringBuilder literal = new StringBuilder();
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      literal.append(MEANING.indexOf(c) >= 0 ? "\\" : "").append(c);
    }
    return literal.toString();
  }
}
