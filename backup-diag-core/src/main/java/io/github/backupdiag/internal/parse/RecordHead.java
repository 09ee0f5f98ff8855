package io.github.backupdiag.internal.parse;

import java.util.Set;

/**
 * How a record of the agent's log begins: time, level, and, since 2.2.46, thread and prefix; older
 * agents wrote the prefix alone, the oldest none (log-formats.md, section 1).
 *
 * @param level such as {@code WARNING}; empty if there is none
 * @param thread empty if there is none
 * @param prefix such as {@code Daemon}; empty if there is none
 */
record RecordHead(String level, String thread, String prefix) {

  private static final Set<String> LEVELS = Set.of("VERBOSE", "INFO", "WARNING", "ERROR");
  private static final Set<String> PREFIXES = Set.of("Daemon", "ExtHandler", "LogCollector");
  private static final RecordHead NONE = new RecordHead("", "", "");

  /** Longer than any head. */
  private static final int HEAD = 400;

  static RecordHead of(String record) {
    String[] words = record.substring(0, Math.min(record.length(), HEAD)).split(" ", 7);
    int level = words.length > 1 && LEVELS.contains(words[1]) ? 1 : 2;
    if (words.length <= level || !LEVELS.contains(words[level])) {
      return NONE;
    }
    String first = word(words, level + 1);
    String second = word(words, level + 2);
    if (isPrefix(second)) {
      return new RecordHead(words[level], first, second);
    }
    return new RecordHead(words[level], "", isPrefix(first) ? first : "");
  }

  private static String word(String[] words, int at) {
    return at < words.length ? words[at] : "";
  }

  private static boolean isPrefix(String word) {
    return PREFIXES.contains(word) || (word.startsWith("[") && word.endsWith("]"));
  }
}
