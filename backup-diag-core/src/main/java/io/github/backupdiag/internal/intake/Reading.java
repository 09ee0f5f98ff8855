package io.github.backupdiag.internal.intake;

import io.github.backupdiag.catalog.Catalog;
import io.github.backupdiag.catalog.PortalMessage;
import io.github.backupdiag.fact.FactSet;
import io.github.backupdiag.fact.backup.BackupFacts;
import io.github.backupdiag.fact.backup.CodeMatch;
import io.github.backupdiag.fact.backup.NamedCause;
import io.github.backupdiag.internal.intake.excerpt.PastedLogs;
import io.github.backupdiag.internal.intake.naming.CauseNaming;
import io.github.backupdiag.internal.intake.payload.Payload;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what a text says beside its codes. Thread-safe. */
public final class Reading {

  /** Pieces to take out times characters to look for them in. */
  private static final long MOST_REPLACING = 1L << 28;

  private static final Pattern LAST_STOP = Pattern.compile("[.。!]\\s*$");

  private final Catalog catalog;
  private final CauseNaming naming;
  private final WindowsText windows;
  private volatile @Nullable PastedLogs logs;

  /**
   * Prepares nothing yet.
   *
   * @param catalog what is known
   */
  public Reading(Catalog catalog) {
    this.catalog = catalog;
    this.naming = new CauseNaming(catalog);
    this.windows = new WindowsText(catalog);
  }

  /**
   * Reads a text.
   *
   * @param text any text; only its beginning is read, as for codes
   * @param matches the codes that were found in it
   * @param payload what it was found to be
   * @return what else it says
   */
  public FactSet of(String text, List<CodeMatch> matches, Payload payload) {
    FactSet.Builder facts = FactSet.builder().putAll(payload.facts());
    if (!payload.problems().isEmpty()) {
      facts.observed(BackupFacts.INPUT_PROBLEMS, payload.problems(), BackupFacts.INPUT);
    }
    if (isMoreThan(matches, text)) {
      String read = text.substring(0, Math.min(text.length(), Recognition.LIMIT));
      logs().read(read, facts);
      windows.read(read, facts);
      boolean alone = matches.isEmpty() && facts.build().ids().isEmpty();
      List<NamedCause> named = naming.read(without(matches, read), alone);
      if (!named.isEmpty()) {
        facts.observed(BackupFacts.NAMED_CAUSES, named, BackupFacts.INPUT);
      }
    }
    return facts.build();
  }

  /** A recognised message speaks of its code, not of a cause. */
  private String without(List<CodeMatch> matches, String text) {
    Set<String> excerpts = new LinkedHashSet<>();
    Set<String> codes = new HashSet<>();
    for (CodeMatch match : matches) {
      excerpts.add(match.excerpt());
      codes.add(match.code());
    }
    List<PortalMessage> messages =
        codes.isEmpty()
            ? List.of()
            : catalog.messages().stream().filter(m -> codes.contains(m.code())).toList();
    // So many failures in so long a text are no prose that would name a cause.
    if ((long) (excerpts.size() + messages.size()) * text.length() > MOST_REPLACING) {
      return "";
    }
    String rest = text;
    for (String excerpt : excerpts) {
      rest = rest.replace(excerpt, "\n");
    }
    for (PortalMessage message : messages) {
      rest = words(message.text()).matcher(rest).replaceAll("\n");
    }
    return rest;
  }

  /** A message without its last stop, in any case. */
  private static Pattern words(String message) {
    String bare = LAST_STOP.matcher(message).replaceFirst("");
    return Pattern.compile(Pattern.quote(bare), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }

  /** Of a code or message alone the rest is blanks: reading on would cost a short run its speed. */
  private static boolean isMoreThan(List<CodeMatch> matches, String text) {
    int length = text.strip().length();
    return length > 0
        && matches.stream()
            .noneMatch(match -> match.score() >= 1 && match.excerpt().length() >= length);
  }

  private PastedLogs logs() {
    PastedLogs made = logs;
    if (made == null) {
      made = new PastedLogs(catalog);
      logs = made;
    }
    return made;
  }
}
