package io.github.backupdiag.internal.engine;

import io.github.backupdiag.diagnostic.Confidence;
import io.github.backupdiag.diagnostic.Phrase;
import io.github.backupdiag.diagnostic.Verdict;
import io.github.backupdiag.diagnostic.Verdict.Confirmed;
import io.github.backupdiag.diagnostic.Verdict.Inconclusive;
import io.github.backupdiag.fact.FactKey;
import io.github.backupdiag.fact.Observed;
import io.github.backupdiag.fact.Unavailable;
import io.github.backupdiag.fact.backup.BackupFacts;
import io.github.backupdiag.fact.guest.GuestOs;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Asks one rule, whatever it does. */
final class Evaluator {

  private static final Phrase UNSEEN = Phrase.of("because.needs-unseen");
  private static final Phrase OTHER_OS = Phrase.of("because.other-os");

  /** Facts that are known without a look at any system. */
  private static final Set<FactKey<?>> OF_THE_REQUEST =
      Set.of(
          BackupFacts.TARGET,
          BackupFacts.INCIDENTS,
          BackupFacts.MATCHES,
          BackupFacts.UNKNOWN_CODES,
          BackupFacts.INPUT_LANGUAGE,
          BackupFacts.FAILED_AT,
          BackupFacts.CLOCK_NOW,
          BackupFacts.REFERENCE_TIME,
          BackupFacts.WINDOW,
          BackupFacts.PROBE_RUNS,
          BackupFacts.QUOTED_LINES,
          BackupFacts.NAMED_CAUSES,
          BackupFacts.GOOD_BACKUPS,
          BackupFacts.FAILED_EXTENSIONS,
          BackupFacts.INPUT_PROBLEMS,
          BackupFacts.GUEST_LIMITATIONS);

  private Evaluator() {}

  /** Judges; the caller has made sure that the platform is right. */
  static Judgement judge(CompiledRule rule, BoundFacts facts) {
    for (int i = 0; i < rule.needs; i++) {
      if (facts.byPlace[rule.places[i]] instanceof Unavailable<?>) {
        return Judgement.unseen(rule, unseen(rule, facts));
      }
    }
    try {
      Verdict verdict = rule.diagnostic.diagnose(new FactView(rule, facts.byPlace));
      if (verdict == null) {
        return Judgement.failed(rule, "it gave no verdict");
      }
      if (verdict instanceof Inconclusive open && sawNoSystem(rule, facts)) {
        return Judgement.unseen(rule, open);
      }
      boolean undated = verdict instanceof Confirmed && sawOnlyUndatedText(rule, facts);
      return Judgement.of(
          rule, undated ? ((Confirmed) verdict).atMost(Confidence.LIKELY) : verdict);
    } catch (Throwable thrown) {
      return Judgement.failed(rule, Failures.describe(thrown));
    }
  }

  /** Nobody knows when a text without a time was taken, nor what has changed since then. */
  private static boolean sawOnlyUndatedText(CompiledRule rule, BoundFacts facts) {
    boolean text = false;
    for (int i = 0; i < rule.keys.length; i++) {
      if (facts.byPlace[rule.places[i]] instanceof Observed<?> seen
          && !OF_THE_REQUEST.contains(rule.keys[i])) {
        if (!seen.source().equals(BackupFacts.INPUT) || seen.at() != null) {
          return false;
        }
        text = true;
      }
    }
    return text;
  }

  /** A rule that needs nothing is asked always; that alone does not mean that it saw something. */
  private static boolean sawNoSystem(CompiledRule rule, BoundFacts facts) {
    if (rule.needs > 0) {
      return false;
    }
    for (int i = 0; i < rule.keys.length; i++) {
      boolean seen = !(facts.byPlace[rule.places[i]] instanceof Unavailable<?>);
      if (seen && !OF_THE_REQUEST.contains(rule.keys[i])) {
        return false;
      }
    }
    return true;
  }

  /** Tells whether a rule speaks of this family of guests; an unknown one raises no doubt. */
  static boolean speaksOf(CompiledRule rule, BoundFacts facts) {
    GuestOs.Family family = facts.family();
    return family == null
        || rule.descriptor.families().isEmpty()
        || rule.descriptor.families().contains(family);
  }

  static Judgement otherOs(CompiledRule rule) {
    return Judgement.of(rule, Verdict.notApplicable(OTHER_OS));
  }

  private static Inconclusive unseen(CompiledRule rule, BoundFacts facts) {
    List<FactKey<?>> missing = new ArrayList<>();
    for (int i = 0; i < rule.needs; i++) {
      if (facts.byPlace[rule.places[i]] instanceof Unavailable<?>) {
        missing.add(rule.keys[i]);
      }
    }
    return Verdict.inconclusive(UNSEEN).missing(missing.toArray(new FactKey<?>[0]));
  }
}
