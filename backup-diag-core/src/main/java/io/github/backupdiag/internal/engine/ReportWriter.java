package io.github.backupdiag.internal.engine;

import io.github.backupdiag.catalog.Catalog;
import io.github.backupdiag.catalog.Cause;
import io.github.backupdiag.catalog.Os;
import io.github.backupdiag.diagnostic.Phrase;
import io.github.backupdiag.diagnostic.Verdict;
import io.github.backupdiag.fact.Absent;
import io.github.backupdiag.fact.FactKey;
import io.github.backupdiag.fact.FactSet;
import io.github.backupdiag.fact.Observation;
import io.github.backupdiag.fact.Observed;
import io.github.backupdiag.fact.Unavailable;
import io.github.backupdiag.fact.UnavailableReason;
import io.github.backupdiag.fact.backup.BackupFacts;
import io.github.backupdiag.fact.backup.ProbeRun;
import io.github.backupdiag.fact.guest.GuestFacts;
import io.github.backupdiag.fact.guest.Platform;
import io.github.backupdiag.internal.engine.BoundFacts.Gate;
import io.github.backupdiag.report.CauseState;
import io.github.backupdiag.report.Coverage;
import io.github.backupdiag.report.ExtensionProblem;
import io.github.backupdiag.report.Finding;
import io.github.backupdiag.report.Finding.Outcome;
import io.github.backupdiag.report.NextStep;
import io.github.backupdiag.report.RankedCause;
import io.github.backupdiag.report.Report;
import io.github.backupdiag.report.Report.Status;
import io.github.backupdiag.report.SeenFact;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Makes the report of what was judged. */
final class ReportWriter {

  private static final String GATE = "core.platform.azure-vm";

  /** Facts that the caller gives; nobody looks for them. The newest time only sets the window. */
  private static final String REQUEST = "request.";

  private final Catalog catalog;
  private final FactSet facts;
  private final Candidates candidates;
  private final Gate gate;
  private final Map<String, List<Judgement>> byCause = new HashMap<>();
  private final List<Judgement> judgements;

  ReportWriter(
      Catalog catalog,
      FactSet facts,
      Candidates candidates,
      Gate gate,
      List<Judgement> judgements) {
    this.catalog = catalog;
    this.facts = facts;
    this.candidates = candidates;
    this.gate = gate;
    this.judgements = judgements;
    for (Judgement judgement : judgements) {
      byCause
          .computeIfAbsent(judgement.rule().descriptor.cause(), cause -> new ArrayList<>())
          .add(judgement);
    }
  }

  Report write(Collection<FactKey<?>> wanted, List<ExtensionProblem> known, Locale locale) {
    List<CauseJudgement> judged = judged();
    StepWriter steps = new StepWriter(catalog, facts);
    List<RankedCause> ranked = new ArrayList<>();
    for (Ranker.Ranked cause : new Ranker(candidates).rank(judged)) {
      ranked.add(write(cause, steps));
    }
    return new Report(
        status(),
        candidates.isHealthCheck(),
        value(BackupFacts.INCIDENTS),
        candidates.matches(),
        value(BackupFacts.UNKNOWN_CODES),
        List.copyOf(ranked),
        findings(),
        nextSteps(judged),
        problems(known),
        coverage(judged, wanted),
        DerivedFacts.without(facts),
        catalog,
        locale);
  }

  private <T> List<T> value(FactKey<List<T>> key) {
    List<T> list = facts.value(key);
    return list == null ? List.of() : list;
  }

  private List<CauseJudgement> judged() {
    List<CauseJudgement> judged = new ArrayList<>();
    Os guest = StepWriter.osOf(facts);
    for (String id : candidates.all()) {
      Cause cause = catalog.cause(id);
      if (cause != null) {
        CauseJudgement judgement =
            new CauseJudgement(cause, byCause.getOrDefault(id, List.of()), guest);
        boolean found =
            judgement.state() == CauseState.CONFIRMED
                || judgement.state() == CauseState.CONTRADICTORY
                || (candidates.pointers().textTells() && !judgement.hints().isEmpty());
        if (found || candidates.listed().contains(id)) {
          judged.add(judgement);
        }
      }
    }
    return judged;
  }

  private RankedCause write(Ranker.Ranked ranked, StepWriter steps) {
    CauseJudgement judgement = ranked.judgement();
    Cause cause = judgement.cause();
    boolean confirmed = judgement.state() == CauseState.CONFIRMED;
    return new RankedCause(
        cause.id(),
        judgement.state(),
        confirmed ? judgement.confidence() : null,
        judgement.isHealed(),
        cause.danger(),
        ranked.explainedBy(),
        Phrase.of("cause." + cause.id() + ".title"),
        Because.of(judgement, gate, candidates),
        judgement.reasons(),
        wantsSteps(judgement) ? steps.steps(cause, judgement.arguments()) : List.of());
  }

  /** Steps against everything that might be would help nobody in a health check. */
  private boolean wantsSteps(CauseJudgement judgement) {
    return switch (judgement.state()) {
      case CONFIRMED, CONTRADICTORY -> true;
      case OPEN -> !candidates.isHealthCheck() || !judgement.hints().isEmpty();
      case NOT_TESTED -> !candidates.isHealthCheck();
      case RULED_OUT -> false;
    };
  }

  private List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    if (gate != Gate.OPEN) {
      findings.add(gateFinding());
    }
    judgements.stream()
        .map(ReportWriter::finding)
        .sorted(Comparator.comparing(Finding::diagnostic))
        .forEach(findings::add);
    return List.copyOf(findings);
  }

  private Finding gateFinding() {
    Observation<Platform> platform = facts.get(GuestFacts.PLATFORM);
    String detail =
        platform instanceof Observed<Platform> observed
            ? observed.value().detail()
            : platform instanceof Unavailable<Platform> unavailable ? unavailable.detail() : "";
    return gate == Gate.NOT_AZURE
        ? new Finding(
            GATE, null, Outcome.NOT_APPLICABLE, Phrase.of("because.not-azure", "detail", detail))
        : new Finding(
            GATE,
            null,
            Outcome.INCONCLUSIVE,
            Phrase.of("because.platform-unknown", "detail", detail));
  }

  private static Finding finding(Judgement judgement) {
    Verdict verdict = judgement.verdict();
    String id = judgement.rule().descriptor.id();
    String cause = judgement.rule().descriptor.cause();
    if (verdict instanceof Verdict.Confirmed yes) {
      return new Finding(id, cause, Outcome.CONFIRMED, yes.evidence().get(0).text());
    }
    if (verdict instanceof Verdict.RuledOut no) {
      return new Finding(id, cause, Outcome.RULED_OUT, no.evidence().get(0).text());
    }
    if (verdict instanceof Verdict.Inconclusive open) {
      return new Finding(id, cause, Outcome.INCONCLUSIVE, open.reason());
    }
    if (verdict instanceof Verdict.NotApplicable other) {
      return new Finding(id, cause, Outcome.NOT_APPLICABLE, other.reason());
    }
    return new Finding(
        id, cause, Outcome.FAILED, Phrase.literal(String.valueOf(judgement.failure())));
  }

  private List<NextStep> nextSteps(List<CauseJudgement> judged) {
    NextSteps next = new NextSteps(facts, catalog.texts(Locale.ENGLISH));
    judged.forEach(
        judgement -> next.add(judgement, byCause.getOrDefault(judgement.cause().id(), List.of())));
    if (gate == Gate.UNKNOWN) {
      next.add(Phrase.of("next.assume-azure"), candidates.listed());
    }
    return next.toList();
  }

  private List<ExtensionProblem> problems(List<ExtensionProblem> known) {
    List<ExtensionProblem> problems = new ArrayList<>(known);
    for (ProbeRun run : value(BackupFacts.PROBE_RUNS)) {
      boolean broke =
          run.failure() == UnavailableReason.FAILED || run.failure() == UnavailableReason.TIMED_OUT;
      if (broke) {
        problems.add(new ExtensionProblem(run.probe(), run.detail()));
      }
    }
    if (facts.get(BackupFacts.GUEST_LIMITATIONS) instanceof Observed<List<String>> limits) {
      limits.value().forEach(line -> problems.add(new ExtensionProblem(limits.source(), line)));
    }
    for (Judgement judgement : judgements) {
      String failure = judgement.failure();
      if (failure != null) {
        problems.add(new ExtensionProblem(judgement.rule().descriptor.id(), failure));
      }
    }
    return List.copyOf(problems);
  }

  private Status status() {
    List<ProbeRun> runs = value(BackupFacts.PROBE_RUNS);
    if (runs.stream().anyMatch(run -> run.failure() == UnavailableReason.CANCELLED)) {
      return Status.CANCELLED;
    }
    boolean partial =
        runs.stream().anyMatch(ReportWriter::endedEarly)
            || judgements.stream().anyMatch(judgement -> judgement.failure() != null);
    return partial ? Status.PARTIAL : Status.COMPLETE;
  }

  private static boolean endedEarly(ProbeRun run) {
    UnavailableReason failure = run.failure();
    return failure != null && failure.leavesReportPartial();
  }

  private Coverage coverage(List<CauseJudgement> judged, Collection<FactKey<?>> wanted) {
    int decided = 0;
    int unseen = 0;
    for (CauseJudgement judgement : judged) {
      switch (judgement.state()) {
        case CONFIRMED, CONTRADICTORY, RULED_OUT -> decided++;
        case NOT_TESTED -> unseen++;
        case OPEN -> {}
      }
    }
    Set<FactKey<?>> keys = new TreeSet<>(Comparator.comparing(FactKey::id));
    keys.addAll(wanted);
    keys.removeIf(key -> key.id().startsWith(REQUEST) || key.equals(GuestFacts.NEWEST_TIME));
    List<SeenFact> seen = keys.stream().map(this::seen).toList();
    return new Coverage(judged.size(), decided, unseen, seen);
  }

  private SeenFact seen(FactKey<?> key) {
    Observation<?> observation = facts.get(key);
    @Nullable UnavailableReason reason = null;
    String detail = "";
    if (observation instanceof Observed<?> observed) {
      detail = observed.source();
    } else if (observation instanceof Absent<?> absent) {
      detail = absent.source();
    } else if (observation instanceof Unavailable<?> unavailable) {
      reason = unavailable.reason();
      detail = unavailable.detail();
    }
    boolean found = observation instanceof Observed<?>;
    return new SeenFact(key.id(), observation.isSeen(), found, reason, detail);
  }
}
