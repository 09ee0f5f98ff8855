package io.github.backupdiag.internal.engine;

import io.github.backupdiag.catalog.Cause;
import io.github.backupdiag.catalog.Os;
import io.github.backupdiag.diagnostic.Confidence;
import io.github.backupdiag.diagnostic.Evidence;
import io.github.backupdiag.diagnostic.Verdict.Confirmed;
import io.github.backupdiag.diagnostic.Verdict.Inconclusive;
import io.github.backupdiag.diagnostic.Verdict.NotApplicable;
import io.github.backupdiag.diagnostic.Verdict.RuledOut;
import io.github.backupdiag.diagnostic.When;
import io.github.backupdiag.internal.timeline.GoodRun;
import io.github.backupdiag.report.CauseState;
import io.github.backupdiag.report.Reason;
import io.github.backupdiag.report.Reason.Stance;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What all rules of one cause say together. */
final class CauseJudgement {

  private static final String LATER_RUN = "core.backup.later-good-run";

  private final Cause cause;
  private final List<Judgement> judgements;
  private final Set<When> confirmed = EnumSet.noneOf(When.class);
  private final Set<When> ruledOut = EnumSet.noneOf(When.class);
  private final boolean onOtherOs;
  private final CauseState state;
  private final @Nullable GoodRun later;

  /** Of a good run, it matters whether it began after all that convicts the cause. */
  CauseJudgement(
      Cause cause, List<Judgement> judgements, @Nullable Os guest, @Nullable GoodRun goodRun) {
    this.cause = cause;
    this.judgements = judgements;
    this.onOtherOs = guest != null && !cause.os().contains(guest);
    for (Judgement judgement : judgements) {
      Confirmed yes = judgement.confirmed();
      RuledOut no = judgement.ruledOut();
      if (yes != null) {
        confirmed.add(yes.when());
      } else if (no != null) {
        ruledOut.add(no.when());
      }
    }
    this.state = decide();
    this.later = goodRun != null && isLater(goodRun) ? goodRun : null;
  }

  private boolean isLater(GoodRun run) {
    return run.heals(cause)
        && judgements.stream()
            .map(Judgement::confirmed)
            .filter(Objects::nonNull)
            .allMatch(yes -> isBefore(yes, run.begin()));
  }

  /** Evidence without a time may be of any day, so one with a time is asked for. */
  private static boolean isBefore(Confirmed yes, Instant begin) {
    List<Instant> times =
        yes.evidence().stream().map(Evidence::time).filter(Objects::nonNull).toList();
    return !times.isEmpty() && times.stream().allMatch(begin::isAfter);
  }

  private CauseState decide() {
    if (onOtherOs) {
      return CauseState.RULED_OUT;
    }
    if (confirmed.stream().anyMatch(ruledOut::contains)) {
      return CauseState.CONTRADICTORY;
    }
    if (!confirmed.isEmpty()) {
      return CauseState.CONFIRMED;
    }
    List<Judgement> decisive =
        judgements.stream()
            .filter(judgement -> judgement.rule().descriptor.decisive() && applies(judgement))
            .toList();
    if (!decisive.isEmpty() && decisive.stream().allMatch(j -> j.ruledOut() != null)) {
      return CauseState.RULED_OUT;
    }
    boolean sawSomething = !hints().isEmpty() || decisive.stream().anyMatch(CauseJudgement::saw);
    return sawSomething ? CauseState.OPEN : CauseState.NOT_TESTED;
  }

  private static boolean applies(Judgement judgement) {
    return !(judgement.verdict() instanceof NotApplicable);
  }

  private static boolean saw(Judgement judgement) {
    return judgement.ruledOut() != null
        || (judgement.sawNeeds() && judgement.inconclusive() != null);
  }

  Cause cause() {
    return cause;
  }

  CauseState state() {
    return state;
  }

  /** Held at the failure, and is gone now. */
  boolean isHealed() {
    return state == CauseState.CONFIRMED
        && confirmed.equals(EnumSet.of(When.AT_FAILURE))
        && (ruledOut.contains(When.NOW) || later != null);
  }

  /** Ruled out for the present only; nobody saw the time of the failure. */
  boolean isRuledOutNowOnly() {
    return state == CauseState.RULED_OUT && !ruledOut.contains(When.AT_FAILURE);
  }

  /**
   * Spoken against for the time of the failure, although other rules could not look. What was seen
   * then weighs more than what points to many causes.
   */
  boolean isSpokenAgainst() {
    return state == CauseState.OPEN && ruledOut.contains(When.AT_FAILURE);
  }

  /** Happens on another operating system than that of the guest. */
  boolean isOnOtherOs() {
    return onOtherOs;
  }

  boolean hasRules() {
    return !judgements.isEmpty();
  }

  boolean isConfirmedAtFailure() {
    return confirmed.contains(When.AT_FAILURE);
  }

  @Nullable Confidence confidence() {
    return judgements.stream()
        .map(Judgement::confirmed)
        .filter(Objects::nonNull)
        .map(Confirmed::confidence)
        .min(Comparator.naturalOrder())
        .orElse(null);
  }

  /** Values for placeholders; the first rule by id wins. */
  Map<String, String> arguments() {
    Map<String, String> arguments = new LinkedHashMap<>();
    for (Judgement judgement : judgements) {
      Confirmed yes = judgement.confirmed();
      if (yes != null) {
        yes.arguments().forEach(arguments::putIfAbsent);
      }
    }
    return arguments;
  }

  /** Evidence that raises suspicion without deciding. */
  List<Evidence> hints() {
    List<Evidence> hints = new ArrayList<>();
    for (Judgement judgement : judgements) {
      Inconclusive open = judgement.inconclusive();
      if (open != null) {
        hints.addAll(open.hints());
      }
    }
    return hints;
  }

  /** All evidence: for before against, confirmations before hints, each place once. */
  List<Reason> reasons() {
    Map<String, Reason> reasons = new LinkedHashMap<>();
    for (Judgement judgement : judgements) {
      Confirmed yes = judgement.confirmed();
      if (yes != null) {
        add(yes.evidence(), Stance.FOR, yes.when(), judgement, reasons);
      }
    }
    for (Judgement judgement : judgements) {
      Inconclusive open = judgement.inconclusive();
      if (open != null) {
        add(open.hints(), Stance.FOR, null, judgement, reasons);
      }
    }
    for (Judgement judgement : judgements) {
      RuledOut no = judgement.ruledOut();
      if (no != null) {
        add(no.evidence(), Stance.AGAINST, no.when(), judgement, reasons);
      }
    }
    if (later != null && isHealed()) {
      Reason gone = new Reason(later.evidence(), Stance.AGAINST, When.NOW, LATER_RUN);
      reasons.putIfAbsent(LATER_RUN, gone);
    }
    return List.copyOf(reasons.values());
  }

  private static void add(
      List<Evidence> evidence,
      Stance stance,
      @Nullable When when,
      Judgement judgement,
      Map<String, Reason> reasons) {
    for (Evidence piece : evidence) {
      String place =
          piece.file() == null || piece.excerpt() == null
              ? piece.fact() + piece.text()
              : piece.file() + ":" + piece.line() + piece.excerpt();
      reasons.putIfAbsent(
          stance + place, new Reason(piece, stance, when, judgement.rule().descriptor.id()));
    }
  }
}
