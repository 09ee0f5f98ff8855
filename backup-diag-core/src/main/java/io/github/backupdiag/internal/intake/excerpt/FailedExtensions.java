package io.github.backupdiag.internal.intake.excerpt;

import io.github.backupdiag.fact.FactSet;
import io.github.backupdiag.fact.backup.BackupFacts;
import io.github.backupdiag.fact.backup.FailedExtension;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the messages in which compute names an extension that failed. Compute writes them in
 * English, whatever the language of the portal.
 */
final class FailedExtensions {

  private static final int LONGEST = 300;
  private static final int MOST = 50;
  private static final String NAME = "['\"\u2018]?([A-Za-z][\\w.-]{0,79})['\"\u2019]?";
  private static final String NEEDED = "xtension";
  private static final Pattern MESSAGE =
      Pattern.compile(
          "(?:failure when processing extension |failure for VM extension )"
              + NAME
              + "|Provisioning of VM extension "
              + NAME
              + " has timed out",
          Pattern.CASE_INSENSITIVE);

  private FailedExtensions() {}

  static void read(Excerpt excerpt, FactSet.Builder facts) {
    List<FailedExtension> found = new ArrayList<>();
    Set<String> names = new HashSet<>();
    int number = 0;
    for (String line : excerpt.lines()) {
      number++;
      if (line.contains(NEEDED) && found.size() < MOST) {
        Matcher matcher = MESSAGE.matcher(line);
        while (matcher.find()) {
          String name = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
          if (names.add(name.toLowerCase(Locale.ROOT))) {
            found.add(new FailedExtension(trimmed(name), around(line, matcher), number));
          }
        }
      }
    }
    if (!found.isEmpty()) {
      facts.observed(BackupFacts.FAILED_EXTENSIONS, found, BackupFacts.INPUT);
    }
  }

  /** Without the full stop of a sentence. */
  private static String trimmed(String name) {
    return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
  }

  private static String around(String line, Matcher matcher) {
    int to = Math.min(line.length(), matcher.start() + LONGEST);
    return line.substring(matcher.start(), to).strip();
  }
}
