package io.github.backupdiag.internal.engine;

import io.github.backupdiag.ProgressListener;
import io.github.backupdiag.catalog.Catalog;
import io.github.backupdiag.catalog.Cause;
import io.github.backupdiag.catalog.Os;
import io.github.backupdiag.fact.FactKey;
import io.github.backupdiag.fact.FactSet;
import io.github.backupdiag.fact.backup.BackupFacts;
import io.github.backupdiag.fact.backup.ProbeRun;
import io.github.backupdiag.fact.guest.GuestFacts;
import io.github.backupdiag.fact.guest.GuestOs;
import io.github.backupdiag.guestaccess.GuestConnection;
import io.github.backupdiag.intake.Intake;
import io.github.backupdiag.internal.pseudonym.Pseudonymous;
import io.github.backupdiag.internal.redact.Redactor;
import io.github.backupdiag.probe.Probe;
import io.github.backupdiag.probe.ProbeDescriptor;
import io.github.backupdiag.report.ExtensionProblem;
import io.github.backupdiag.report.Report;
import io.github.backupdiag.request.DiagnosisRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** Gathers and judges. One engine serves many diagnoses at once. */
public final class Engine {

  private final Extensions.Chosen extensions;
  private final Catalog catalog;
  private final Knowledge knowledge;
  private final Map<Class<?>, Object> connections;
  private final @Nullable Executor executor;
  private final Clock clock;
  private final ProgressListener listener;
  private final Quarantine quarantine = new Quarantine();
  private final RequestFacts requestFacts;

  /**
   * Makes an engine.
   *
   * @param extensions who takes part
   * @param catalog the knowledge
   * @param connections by type
   * @param executor runs probes, or null for threads of our own
   * @param clock tells the time
   * @param listener is told of progress
   */
  public Engine(
      Extensions.Chosen extensions,
      Catalog catalog,
      Map<Class<?>, Object> connections,
      @Nullable Executor executor,
      Clock clock,
      ProgressListener listener) {
    this.extensions = extensions;
    this.catalog = catalog;
    this.knowledge = new Knowledge(extensions, catalog);
    this.connections = connections;
    this.executor = executor;
    this.clock = clock;
    this.listener = listener;
    this.requestFacts = new RequestFacts(catalog, knowledge::intake);
  }

  private Engine(Engine other, Map<Class<?>, Object> connections) {
    this.extensions = other.extensions;
    this.catalog = other.catalog;
    this.knowledge = other.knowledge;
    this.connections = connections;
    this.executor = other.executor;
    this.clock = other.clock;
    this.listener = other.listener;
    this.requestFacts = other.requestFacts;
  }

  /**
   * Gives an engine with the same knowledge that looks at something else.
   *
   * @param type under which probes ask for the connection
   * @param connection takes the place of one of the same type
   */
  public Engine with(Class<?> type, Object connection) {
    Map<Class<?>, Object> others = new LinkedHashMap<>(connections);
    others.put(type, connection);
    return new Engine(this, others);
  }

  /** Gives the intake, made at its first use. */
  public Intake intake() {
    return knowledge.intake();
  }

  /** Gives all rules with the data-driven ones, made at their first use. */
  public RuleSet rules() {
    return knowledge.rules();
  }

  /**
   * Gathers.
   *
   * @param request what to look for
   * @return redacted facts, with those of the request
   */
  public FactSet gather(DiagnosisRequest request) {
    FactSet facts = look(request);
    return request.pseudonyms() ? Pseudonymous.facts(facts) : facts;
  }

  private FactSet look(DiagnosisRequest request) {
    long end = endOf(request);
    FactSet known = requestFacts.beforeLooking(request.knownFacts(), request);
    Instant now = known.value(BackupFacts.CLOCK_NOW) == null ? now() : null;
    if (now != null) {
      known = known.toBuilder().observed(BackupFacts.CLOCK_NOW, now, "clock").build();
    }
    return redacted(gather(request, known, end));
  }

  private FactSet gather(DiagnosisRequest request, FactSet known, long end) {
    FactStore store = new FactStore(known);
    ProbePlan plan = new ProbePlan(extensions.probes(), connections.keySet(), store);
    List<ProbeRun> before = before(request, known);
    plan.passOver(before);
    CallPool own = executor == null ? new CallPool() : null;
    try {
      Executor chosen = executor == null ? java.util.Objects.requireNonNull(own) : executor;
      Gatherer gatherer =
          new Gatherer(request, store, plan, connections, chosen, listener, quarantine, end);
      gatherer.goOnFrom(before, known.value(BackupFacts.SEEN_CODES));
      return DerivedFacts.without(gatherer.gather(this::wanted));
    } finally {
      if (own != null) {
        own.close();
      }
    }
  }

  /** What looked when the facts of a recording were gathered; it is not to look again. */
  private static List<ProbeRun> before(DiagnosisRequest request, FactSet known) {
    List<ProbeRun> runs = request.isRecorded() ? known.value(BackupFacts.PROBE_RUNS) : null;
    return runs == null ? List.of() : runs;
  }

  /**
   * Gives the probes of the facts that a request calls for, and of those that they need.
   *
   * @param request names the error
   * @return in the order of their ids
   */
  public List<Probe> probes(DiagnosisRequest request) {
    FactSet known = requestFacts.beforeLooking(request.knownFacts(), request);
    Set<FactKey<?>> wanted = new LinkedHashSet<>(wanted(known));
    Map<String, Probe> chosen = new TreeMap<>();
    for (int before = -1; before < chosen.size(); ) {
      before = chosen.size();
      for (Probe probe : extensions.probes().values()) {
        ProbeDescriptor descriptor = probe.descriptor();
        if (!Collections.disjoint(descriptor.provides(), wanted)) {
          chosen.put(descriptor.id(), probe);
          wanted.addAll(descriptor.needs());
        }
      }
    }
    return List.copyOf(chosen.values());
  }

  /** Of a guest that was asked before, its own clock counts; a copy has none. */
  private @Nullable Instant now() {
    if (!(connections.get(GuestConnection.class) instanceof GuestConnection guest)) {
      return clock.instant();
    }
    Instant seenAt = guest.seenAt();
    boolean live = guest.nature() == GuestConnection.Nature.LIVE;
    return seenAt != null ? seenAt : live ? clock.instant() : null;
  }

  private Collection<FactKey<?>> wanted(FactSet facts) {
    return rules().factsFor(Candidates.of(facts, catalog).all());
  }

  /**
   * Judges.
   *
   * @param facts what is known
   * @param request may name another error, another time and a language
   * @param timeLeft for the rules
   * @return the report
   */
  public Report judge(FactSet facts, DiagnosisRequest request, Duration timeLeft) {
    FactSet known = DerivedFacts.with(redacted(requestFacts.with(facts, request)));
    Candidates candidates = Candidates.of(known, catalog);
    Set<String> causes = candidates.all();
    List<CompiledRule> asked =
        rules().all().stream().filter(rule -> causes.contains(rule.descriptor.cause())).toList();
    BoundFacts bound = rules().bind(known);
    List<Judgement> judgements = new Judge(quarantine).judge(asked, bound, timeLeft);
    Report report =
        new ReportWriter(catalog, known, candidates, bound.gate(), judgements)
            .write(seen(causes, known), problems(), request.locale());
    return request.pseudonyms() ? Pseudonymous.report(report) : report;
  }

  /** Facts to tell about: of another system than the guest's nobody wants to hear. */
  private Collection<FactKey<?>> seen(Collection<String> causes, FactSet facts) {
    GuestOs guest = facts.value(GuestFacts.OS);
    Os os = StepWriter.osOf(facts);
    List<String> possible =
        causes.stream().filter(id -> os == null || isOn(os, catalog.cause(id))).toList();
    return rules().factsFor(possible, guest == null ? null : guest.family());
  }

  private static boolean isOn(Os os, @Nullable Cause cause) {
    return cause == null || cause.os().isEmpty() || cause.os().contains(os);
  }

  private List<ExtensionProblem> problems() {
    return extensions.problems();
  }

  /**
   * Gathers and judges.
   *
   * @param request what to find out
   * @return the report
   */
  public Report diagnose(DiagnosisRequest request) {
    long end = endOf(request);
    FactSet facts = look(request);
    return judge(facts, request, Duration.ofNanos(Math.max(0, end - System.nanoTime())));
  }

  private static long endOf(DiagnosisRequest request) {
    return System.nanoTime() + Math.min(request.deadline().toNanos(), Long.MAX_VALUE / 4);
  }

  private static FactSet redacted(FactSet facts) {
    return facts.withNamedTexts(new Redactor()::redact);
  }
}
