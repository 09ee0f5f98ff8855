package io.github.backupdiag.internal.render;

import io.github.backupdiag.report.CauseState;
import io.github.backupdiag.report.RankedCause;
import io.github.backupdiag.report.Report;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Sorts the causes of a report into what is shown together; keeps their order. */
final class Standing {

  /** A confirmed cause and the confirmed causes it brought about. */
  record Root(RankedCause cause, List<Root> consequences) {}

  private final List<RankedCause> causes;
  private final Set<String> placed = new LinkedHashSet<>();
  private final List<Root> roots = new ArrayList<>();

  Standing(Report report) {
    this.causes = report.causes();
    List<RankedCause> confirmed = in(CauseState.CONFIRMED);
    Set<String> ids = new LinkedHashSet<>(confirmed.stream().map(RankedCause::id).toList());
    confirmed.stream().filter(cause -> !ids.contains(explanation(cause))).forEach(this::addRoot);
    // Left over are causes that explain each other in a ring.
    confirmed.forEach(this::addRoot);
  }

  List<Root> roots() {
    return roots;
  }

  List<RankedCause> contradictory() {
    return in(CauseState.CONTRADICTORY);
  }

  /** Gives the causes that nothing decided, most likely first. */
  List<RankedCause> undecided() {
    return in(CauseState.OPEN, CauseState.NOT_TESTED);
  }

  List<RankedCause> ruledOut() {
    return in(CauseState.RULED_OUT);
  }

  /** Gives the causes that are doing damage. */
  List<RankedCause> dangerous() {
    return in(CauseState.CONFIRMED, CauseState.CONTRADICTORY).stream()
        .filter(RankedCause::danger)
        .toList();
  }

  private void addRoot(RankedCause cause) {
    if (!placed.contains(cause.id())) {
      roots.add(place(cause));
    }
  }

  private Root place(RankedCause cause) {
    placed.add(cause.id());
    List<Root> consequences = new ArrayList<>();
    for (RankedCause other : in(CauseState.CONFIRMED)) {
      if (cause.id().equals(other.explainedBy()) && !placed.contains(other.id())) {
        consequences.add(place(other));
      }
    }
    return new Root(cause, consequences);
  }

  private List<RankedCause> in(CauseState... states) {
    List<CauseState> wanted = List.of(states);
    return causes.stream().filter(cause -> wanted.contains(cause.state())).toList();
  }

  private static String explanation(RankedCause cause) {
    return cause.explainedBy() == null ? "" : cause.explainedBy();
  }
}
