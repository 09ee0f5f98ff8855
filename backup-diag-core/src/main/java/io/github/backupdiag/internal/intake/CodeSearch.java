package io.github.backupdiag.internal.intake;

import io.github.backupdiag.catalog.ErrorCode;
import io.github.backupdiag.fact.backup.CodeMatch.MatchedBy;
import java.util.ArrayList;
import java.util.List;

/** Finds the codes that are spelled out, damaged, cut, or given by number. */
final class CodeSearch {

  private static final double NUMBER = 0.9;
  private static final double BARE_NUMBER = 0.7;
  private static final int SMALLEST_BARE_NUMBER = 100;

  private final Index index;
  private final Findings findings;
  private final List<Candidate> found = new ArrayList<>(4);

  private CodeSearch(Index index, Findings findings) {
    this.index = index;
    this.findings = findings;
  }

  static List<Candidate> in(Findings findings, Index index) {
    CodeSearch search = new CodeSearch(index, findings);
    search.spelled();
    Covered covered = new Covered(search.found);
    for (Word word : findings.words()) {
      search.word(word, covered);
    }
    return search.found;
  }

  private void spelled() {
    List<Hit> real = new ArrayList<>(findings.names().size());
    for (Hit hit : findings.names()) {
      if (!candidates(hit).isEmpty()) {
        real.add(hit);
      }
    }
    Overlaps.resolved(real).forEach(hit -> found.addAll(candidates(hit)));
  }

  private List<Candidate> candidates(Hit hit) {
    String written = Escapes.undone(findings.text(), hit.start(), hit.end());
    List<Candidate> candidates = new ArrayList<>(1);
    for (Pattern.Name name : hit.pattern().names()) {
      double score = Spelling.score(name, written);
      if (score > 0 && isAllowed(name.code(), hit)) {
        candidates.add(candidate(name.code(), MatchedBy.CODE, score, hit.start(), hit.end()));
      }
    }
    return candidates;
  }

  private boolean isAllowed(ErrorCode code, Hit hit) {
    if (Context.goesOnAsVersion(findings.text(), hit.end())) {
      return false;
    }
    return !Context.restrictsNames(code)
        || findings.isWhole(hit)
        || Context.allowsName(code, findings.text(), hit.start(), hit.end());
  }

  private void word(Word word, Covered covered) {
    if (word.isNumber()) {
      number(word);
    } else if (!covered.meets(word)) {
      damaged(word);
    }
  }

  private void damaged(Word word) {
    List<ErrorCode> careless = index.officialCodes().otherSpellings().of(word.plain());
    if (!careless.isEmpty()) {
      add(word, careless, OtherSpellings.SCORE, OtherSpellings.AMBIGUOUS);
    } else {
      add(word, CutCode.find(word.plain(), index), CutCode.SCORE, CutCode.AMBIGUOUS);
    }
  }

  private void add(Word word, List<ErrorCode> codes, double score, double ambiguous) {
    for (ErrorCode code : codes) {
      double each = codes.size() == 1 ? score : ambiguous;
      found.add(candidate(code, MatchedBy.CODE, each, word.start(), word.end()));
    }
  }

  private void number(Word word) {
    int number = Integer.parseInt(word.plain());
    List<ErrorCode> codes = index.numbered(number);
    if (codes.isEmpty()) {
      return;
    }
    boolean bare = findings.isWhole(word) && number >= SMALLEST_BARE_NUMBER;
    if (!bare && !Context.mayHoldNumber(findings.text(), word.start())) {
      return;
    }
    boolean field = !bare && Context.isErrorCodeField(findings.text(), word.start());
    for (ErrorCode code : codes) {
      if (Context.allowsNumberInField(code) ? bare || field : isStatus(code, word)) {
        double score = bare ? BARE_NUMBER : NUMBER;
        found.add(candidate(code, MatchedBy.NUMBER, score, word.start(), word.end()));
      }
    }
  }

  private boolean isStatus(ErrorCode code, Word word) {
    return !Context.goesOnAsVersion(findings.text(), word.end())
        && Context.allowsNumberInStatus(code, findings.text(), word.start());
  }

  private static Candidate candidate(
      ErrorCode code, MatchedBy by, double score, int start, int end) {
    return new Candidate(code, by, null, score, start, end);
  }
}
