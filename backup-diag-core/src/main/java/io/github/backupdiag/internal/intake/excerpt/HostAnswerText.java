package io.github.backupdiag.internal.intake.excerpt;

import io.github.backupdiag.fact.FactSet;
import io.github.backupdiag.fact.backup.BackupFacts;
import io.github.backupdiag.fact.guest.ExtensionFacts;
import io.github.backupdiag.fact.guest.HostAnswers;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds what the last message of the backup extension says of the host; the last one counts. */
final class HostAnswerText {

  private static final int LONGEST = 300;
  private static final String NEEDED = "hostStatusCode";
  private static final Pattern CODE =
      Pattern.compile("hostStatusCode(Pre|Do)Snapshot\\s?[=:]\\s?(\\d{3})(?!\\d)");

  private HostAnswerText() {}

  static void read(Excerpt excerpt, FactSet.Builder facts) {
    HostAnswers last = null;
    int number = 0;
    for (String line : excerpt.lines()) {
      number++;
      HostAnswers told = line.contains(NEEDED) ? told(line, number) : null;
      last = told == null ? last : told;
    }
    if (last != null) {
      facts.observed(ExtensionFacts.HOST_ANSWERS, last, BackupFacts.INPUT);
    }
  }

  private static @Nullable HostAnswers told(String line, int number) {
    Long check = null;
    Long answer = null;
    Matcher matcher = CODE.matcher(line);
    int from = -1;
    while (matcher.find()) {
      boolean before = matcher.group(1).equals("Pre");
      check = before ? Long.valueOf(matcher.group(2)) : check;
      answer = before ? answer : Long.valueOf(matcher.group(2));
      from = from < 0 ? matcher.start() : from;
    }
    return from < 0
        ? null
        : new HostAnswers(
            check,
            answer,
            number,
            line.substring(from, Math.min(line.length(), from + LONGEST)).strip());
  }
}
