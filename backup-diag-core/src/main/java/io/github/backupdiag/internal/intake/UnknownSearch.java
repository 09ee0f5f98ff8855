package io.github.backupdiag.internal.intake;

import io.github.backupdiag.fact.backup.UnknownCode;
import io.github.backupdiag.internal.text.Nearest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Finds words of the shape of a code that are none we know. */
final class UnknownSearch {

  private static final int MOST = 20;
  // Looking for near codes is dear; a log may hold any number of names.
  private static final int MOST_LOOKED_AT = 200;
  private static final int MOST_NEAREST = 3;
  private static final int SHORTEST = 16;
  private static final int SHORTEST_USER_ERROR = 14;
  private static final int LEAST_HUMPS = 3;
  private static final int LONGEST_ADDRESS = 300;

  /** What codes begin with that are the user's to solve; the second of backup management. */
  private static final List<String> USER_ERRORS = List.of(Humps.USER_ERROR, "bmsusererror");

  private static final Set<String> SUBJECTS =
      Set.of(
          "extension",
          "snapshot",
          "vss",
          "backup",
          "agent",
          "vm",
          "disk",
          "disks",
          "restore",
          "recovery",
          "rp",
          "vault",
          "freeze",
          "script",
          "crp",
          "bcm");

  private static final Set<String> FAILURES =
      Set.of(
          "error",
          "failed",
          "failure",
          "fail",
          "not",
          "unable",
          "unavailable",
          "unsupported",
          "invalid",
          "timeout",
          "timed",
          "exceeded",
          "reached",
          "denied",
          "disallowed",
          "missing",
          "stuck",
          "locked",
          "corrupt",
          "corrupted",
          "bad");

  /** Names of programs, not of results. */
  private static final Set<String> LAST_OF_PROGRAMS =
      Set.of("exception", "handler", "event", "count", "message", "code", "id", "listener");

  private final Index index;
  private final String text;
  private final Map<String, UnknownCode> unknown = new LinkedHashMap<>();
  private int lookedAt;

  private UnknownSearch(Index index, String text) {
    this.index = index;
    this.text = text;
  }

  static List<UnknownCode> in(Findings findings, Index index, List<Candidate> known) {
    if (findings.words().isEmpty()) {
      return List.of();
    }
    UnknownSearch search = new UnknownSearch(index, findings.text());
    Covered covered = new Covered(known);
    for (Word word : findings.words()) {
      if (search.unknown.size() < MOST && !covered.meets(word)) {
        search.look(word);
      }
    }
    return List.copyOf(search.unknown.values());
  }

  private void look(Word word) {
    String form = word.plain().toLowerCase(Locale.ROOT);
    List<String> humps = Humps.of(word.plain()).stream().map(UnknownSearch::lower).toList();
    boolean userError =
        form.length() >= SHORTEST_USER_ERROR && USER_ERRORS.stream().anyMatch(form::startsWith);
    boolean shaped = userError || hasShape(word.plain(), humps);
    if (!shaped
        || unknown.containsKey(form)
        || LAST_OF_PROGRAMS.contains(humps.get(humps.size() - 1))
        || isPartOfName(word)
        || index.officialCodes().holdPiece(form)
        || ++lookedAt > MOST_LOOKED_AT) {
      return;
    }
    List<String> nearest = Nearest.of(word.plain(), index.officialCodes().names(), MOST_NEAREST);
    if (userError || !nearest.isEmpty() || humps.stream().anyMatch(FAILURES::contains)) {
      unknown.put(form, new UnknownCode(word.plain(), nearest));
    }
  }

  private static boolean hasShape(String word, List<String> humps) {
    // Programs call their errors so, too; those of the service say more.
    boolean error = humps.get(humps.size() - 1).equals("error");
    return word.length() >= SHORTEST
        && Character.isUpperCase(word.charAt(0))
        && (isOfCloud(humps)
            || (humps.size() >= (error ? LEAST_HUMPS + 1 : LEAST_HUMPS)
                && humps.stream().anyMatch(SUBJECTS::contains)));
  }

  /** Errors of the service itself: {@code CloudInternalError}. */
  private static boolean isOfCloud(List<String> humps) {
    return humps.size() >= LEAST_HUMPS
        && humps.get(0).equals("cloud")
        && humps.get(humps.size() - 1).equals("error");
  }

  /** Tells whether the word is a piece of a qualified name, a path, an address, a call or a key. */
  private boolean isPartOfName(Word word) {
    char before = word.start() == 0 ? ' ' : text.charAt(word.start() - 1);
    char after = charAt(word.end());
    boolean goesOn = after == '.' && Character.isLetterOrDigit(charAt(word.end() + 1));
    return "./\\@$-#".indexOf(before) >= 0
        || "/\\(@$".indexOf(after) >= 0
        || goesOn
        || isKey(word.end())
        || isInAddress(word.start());
  }

  private boolean isKey(int end) {
    int at = end;
    while (charAt(at) == '\\') {
      at++;
    }
    return charAt(at) == '"' && charAt(at + 1) == ':';
  }

  private boolean isInAddress(int start) {
    int from = start;
    while (from > 0 && start - from < LONGEST_ADDRESS && isOfAddress(text.charAt(from - 1))) {
      from--;
    }
    String before = text.substring(from, start);
    return before.contains("://") || lower(before).contains("www.");
  }

  private static boolean isOfAddress(char c) {
    return !Character.isWhitespace(c) && "\"'<>".indexOf(c) < 0;
  }

  private char charAt(int place) {
    return place < text.length() ? text.charAt(place) : ' ';
  }

  private static String lower(String word) {
    return word.toLowerCase(Locale.ROOT);
  }
}
