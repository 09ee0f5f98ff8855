package io.github.backupdiag.internal.intake;

import io.github.backupdiag.catalog.Catalog;
import io.github.backupdiag.fact.backup.CodeMatch;
import io.github.backupdiag.fact.backup.UnknownCode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The stages in order: normalise, find codes, find messages, rank. Thread-safe. */
public final class Recognition {

  /** How many characters or bytes of an input are read. */
  public static final int LIMIT = 8 * 1024 * 1024;

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
   */
  public record Recognised(
      List<CodeMatch> matches, List<UnknownCode> unknown, @Nullable String language) {}

  /**
   * Reads one text.
   *
   * @param text any text
   * @param incident number of the incident it belongs to
   * @return what it says
   */
  public Recognised read(String text, int incident) {
    Index known = index();
    Findings findings = Scan.of(known, text, Math.min(text.length(), LIMIT));
    List<Candidate> messages = MessageSearch.in(findings);
    List<Candidate> all = new ArrayList<>(CodeSearch.in(findings, known));
    List<UnknownCode> unknown = UnknownSearch.in(findings, known, all);
    all.addAll(messages);
    return new Recognised(Ranking.of(all, text, incident), unknown, Ranking.language(messages));
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
