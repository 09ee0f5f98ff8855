package io.github.backupdiag.internal.intake.payload;

import io.github.backupdiag.fact.FactSet;
import io.github.backupdiag.fact.backup.Incident;
import io.github.backupdiag.internal.intake.payload.Payload.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gathers what an input says. Not thread-safe. */
final class PayloadBuilder {

  private static final int MOST_INCIDENTS = 5_000;
  private static final int MOST_PASSAGES = 20_000;

  private final Problems problems = new Problems();
  private final Budget budget = new Budget();
  private final List<Incident> incidents = new ArrayList<>();
  private final List<Passage> passages = new ArrayList<>();
  private final InstanceViews views = new InstanceViews();
  private final GoodBackups good = new GoodBackups();
  private final GuestReports reports = new GuestReports();
  private final ResourceIds freeIds = new ResourceIds();
  private @Nullable Kind kind;

  Problems problems() {
    return problems;
  }

  Budget budget() {
    return budget;
  }

  InstanceViews views() {
    return views;
  }

  GoodBackups good() {
    return good;
  }

  GuestReports reports() {
    return reports;
  }

  int incidents() {
    return incidents.size();
  }

  /** Says what the input is; the first known kind counts. */
  void kind(Kind seen) {
    if (kind == null || kind == Kind.JSON || kind == Kind.TEXT) {
      kind = seen == Kind.TEXT && kind != null ? kind : seen;
    }
  }

  /** Adds a failure and gives its number. */
  int incident(@Nullable Instant failedAt, ResourceIds ids) {
    if (incidents.size() == MOST_INCIDENTS) {
      problems.add("more than " + MOST_INCIDENTS + " failures: the others were left out");
      return Passage.NO_INCIDENT - 1;
    }
    incidents.add(new Incident(incidents.size(), failedAt, ids.vm(), ids.vault()));
    return incidents.size() - 1;
  }

  void passage(int incident, Role role, Place place, String text) {
    passage(incident, role, place.path(), place.node().line(), text);
  }

  void passage(int incident, Role role, String path, int line, String text) {
    if (incident < Passage.NO_INCIDENT || text.isBlank()) {
      return;
    }
    if (passages.size() == MOST_PASSAGES) {
      problems.add("more than " + MOST_PASSAGES + " texts: the others were left out");
      return;
    }
    passages.add(new Passage(incident, role, path, line, text));
    if (incident == Passage.NO_INCIDENT) {
      freeIds.scan(text);
    }
  }

  Payload build() {
    Kind seen = kind == null ? Kind.EMPTY : kind;
    boolean assumed = incidents.isEmpty() && passages.stream().anyMatch(p -> speaks(p, seen));
    if (assumed) {
      incident(null, freeIds);
    } else if (incidents.size() == 1) {
      incidents.set(0, completed(incidents.get(0)));
    }
    FactSet.Builder facts = FactSet.builder();
    good.tell(incidents, facts);
    views.addTo(facts, problems);
    reports.addTo(facts, problems);
    return new Payload(seen, incidents, ordered(), problems.all(), facts.build(), assumed);
  }

  /** What the record does not tell, the text around it may. */
  private Incident completed(Incident incident) {
    return new Incident(
        incident.index(),
        incident.failedAt(),
        incident.vm() == null ? freeIds.vm() : incident.vm(),
        incident.vault() == null ? freeIds.vault() : incident.vault());
  }

  /** Text around records that did not fail speaks for itself; details of a healthy VM do not. */
  private static boolean speaks(Passage passage, Kind kind) {
    return passage.role() == Role.FREE || kind == Kind.JSON || kind == Kind.ERROR_PAGE;
  }

  private List<Passage> ordered() {
    boolean one = incidents.size() == 1;
    return passages.stream()
        .map(passage -> one ? ofTheOne(passage) : passage)
        .sorted(Comparator.comparingInt(Passage::line))
        .toList();
  }

  private static Passage ofTheOne(Passage passage) {
    return passage.incident() == Passage.NO_INCIDENT
        ? new Passage(0, passage.role(), passage.path(), passage.line(), passage.text())
        : passage;
  }
}
