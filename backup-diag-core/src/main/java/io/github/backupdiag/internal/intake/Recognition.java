package io.github.backupdiag.internal.intake;

import io.github.backupdiag.catalog.Catalog;
import io.github.backupdiag.catalog.ErrorCode;
import io.github.backupdiag.fact.backup.CodeMatch;
import io.github.backupdiag.fact.backup.CodeMatch.MatchedBy;
import io.github.backupdiag.fact.backup.UnknownCode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The stages in order: normalise, find codes, find messages, rank. Thread-safe. */
public final class Recognition {

  /** How many characters or bytes of an input are read. */
  public static final int LIMIT = 8 * 1024 * 1024;

  private static final int LONGEST_NAME = 200;
  private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9.-]*");

  private final Catalog catalog;
  private volatile @Nullable Index index;

  /**
   * Prepares nothing yet.
   *
   * @param catalog what is to be recognised
   */
  public Recognition(Catalog catalog) {
    this.catalog = catalog;
  }

  /**
   * What a text says.
   *
   * @param matches known codes, best first
   * @param unknown words of the shape of a code
   * @param language language of the best message, or null
   * @param rest the text without the codes and messages that were found
   */
  public record Recognised(
      List<CodeMatch> matches, List<UnknownCode> unknown, @Nullable String language, String rest) {}

  /**
   * Reads one text.
   *
   * @param text any text
   * @param incident number of the incident it belongs to
   * @return what it says
   */
  public Recognised read(String text, int incident) {
    Recognised alone = lone(text, incident);
    return alone == null ? scan(text, incident) : alone;
  }

  /**
   * Reads a text that is nothing but a code or a message.
   *
   * @param text any text
   * @return what it says, or null if the text is anything else
   */
  public @Nullable Recognised lone(String text) {
    return lone(text, 0);
  }

  private @Nullable Recognised lone(String text, int incident) {
    Recognised alone = text.length() > LONGEST_NAME ? null : name(text, incident);
    return alone == null && text.length() <= WholeMessages.LONGEST
        ? message(text, incident)
        : alone;
  }

  /** A message alone needs no search, which takes ten times as long. */
  private @Nullable Recognised message(String text, int incident) {
    Index known = index();
    WholeMessages.Place place = known.wholeMessages().find(text);
    if (place == null) {
      return null;
    }
    List<Candidate> messages = MessageSearch.whole(known.pattern(place.pattern()), place);
    return new Recognised(
        Ranking.of(messages, text, incident), List.of(), Ranking.language(messages), "");
  }

  /** A code alone needs no index, which takes longer to make than all the rest of a short run. */
  private @Nullable Recognised name(String text, int incident) {
    String name = text.strip();
    ErrorCode code = NAME.matcher(name).matches() ? catalog.code(name) : null;
    if (code == null || !(code.code().equals(name) || code.aliases().contains(name))) {
      return null;
    }
    int start = text.indexOf(name);
    Candidate candidate =
        new Candidate(code, MatchedBy.CODE, null, Spelling.EXACT, start, start + name.length());
    return new Recognised(Ranking.of(List.of(candidate), text, incident), List.of(), null, "");
  }

  /** Reads any text. */
  Recognised scan(String text, int incident) {
    Index known = index();
    Findings findings = Scan.of(known, text, Math.min(text.length(), LIMIT));
    List<Candidate> all = new ArrayList<>(CodeSearch.in(findings, known));
    // "BackUpOperationFailed" is a code, though a message has the same letters.
    List<Candidate> messages = new ArrayList<>(MessageSearch.in(findings, known));
    messages.removeIf(message -> all.stream().anyMatch(code -> code.holds(message)));
    List<UnknownCode> unknown = UnknownSearch.in(findings, known, all);
    all.addAll(messages);
    return new Recognised(
        Ranking.of(all, text, incident), unknown, Ranking.language(messages), Rest.of(text, all));
  }

  private Index index() {
    Index made = index;
    if (made == null) {
      synchronized (this) {
        made = index;
        if (made == null) {
          made = Index.of(catalog);
          index = made;
        }
      }
    }
    return made;
  }
}
