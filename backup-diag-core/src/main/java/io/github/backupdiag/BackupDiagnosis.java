package io.github.backupdiag;

import io.github.backupdiag.catalog.Catalog;
import io.github.backupdiag.diagnostic.DiagnosticDescriptor;
import io.github.backupdiag.fact.FactSet;
import io.github.backupdiag.intake.Intake;
import io.github.backupdiag.internal.catalog.LoadedCatalog;
import io.github.backupdiag.internal.engine.Engine;
import io.github.backupdiag.internal.engine.Extensions;
import io.github.backupdiag.probe.Probe;
import io.github.backupdiag.probe.ProbeDescriptor;
import io.github.backupdiag.render.ReportRenderer;
import io.github.backupdiag.report.Report;
import io.github.backupdiag.request.DiagnosisRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Finds out why a backup fails. Built once, used often, from any number of threads.
 *
 * <pre>{@code
 * BackupDiagnosis diagnosis =
 *     BackupDiagnosis.builder().connect(GuestConnection.class, guest).build();
 * Report report = diagnosis.diagnose(DiagnosisRequest.forError("GuestAgentSnapshotTaskStatusError"));
 * }</pre>
 *
 * <p>There is always a report: what could not be seen, what failed and what ran out of time is said
 * in it. Only a broken catalog throws, when it is first read.
 */
public final class BackupDiagnosis {

  private final Extensions.Chosen extensions;
  private final Catalog catalog;
  private final Engine engine;

  BackupDiagnosis(BackupDiagnosisBuilder builder) {
    if (builder.discover) {
      builder.extensions.discover();
    }
    this.extensions = builder.extensions.choose();
    this.catalog = LoadedCatalog.joined(extensions.catalogs());
    Map<Class<?>, Object> connections = new LinkedHashMap<>(builder.connections);
    connections.putIfAbsent(Catalog.class, catalog);
    this.engine =
        new Engine(
            extensions, catalog, connections, builder.executor, builder.clock, builder.listener);
  }

  private BackupDiagnosis(BackupDiagnosis other, Engine engine) {
    this.extensions = other.extensions;
    this.catalog = other.catalog;
    this.engine = engine;
  }

  /**
   * Gives the same diagnosis for another system: it shares catalog, rules and intake, so that many
   * guests cost the loading of one. Both may be used at once.
   *
   * @param <C> type of the connection
   * @param type under which probes ask for it
   * @param connection takes the place of one of the same type; used by several threads at once
   * @return a diagnosis that looks at the other system
   */
  public <C> BackupDiagnosis with(Class<C> type, C connection) {
    return new BackupDiagnosis(
        this, engine.with(type, Objects.requireNonNull(connection, "connection")));
  }

  /**
   * Starts a diagnosis.
   *
   * @return a builder that discovers extensions and knows no connection
   */
  public static BackupDiagnosisBuilder builder() {
    return new BackupDiagnosisBuilder();
  }

  /**
   * Looks at the connected systems and judges what is seen.
   *
   * @param request what to find out
   * @return the report, never null; a cancelled or interrupted diagnosis reports what it found (and
   *     leaves the thread's interrupt flag set)
   */
  public Report diagnose(DiagnosisRequest request) {
    return engine.diagnose(request);
  }

  /**
   * Judges on what the request itself says; looks at no system.
   *
   * @param request an error text, codes or known facts
   * @return the report
   */
  public Report explain(DiagnosisRequest request) {
    return engine.judge(request.knownFacts(), request, request.deadline());
  }

  /**
   * Looks at the connected systems without judging.
   *
   * @param request what to look for
   * @return the facts, redacted, with those of the request
   */
  public FactSet gather(DiagnosisRequest request) {
    return engine.gather(request);
  }

  /**
   * Judges facts that were gathered before.
   *
   * @param facts for example a recording
   * @param request may name another error, another time and a language; its known facts are not
   *     used
   * @return the report that {@link #diagnose} would give on the same facts
   */
  public Report judge(FactSet facts, DiagnosisRequest request) {
    return engine.judge(facts, request, request.deadline());
  }

  /**
   * Gives the knowledge of all sources together.
   *
   * @return read lazily
   */
  public Catalog catalog() {
    return catalog;
  }

  /**
   * Gives the intake, which recognises codes and messages in any text.
   *
   * @return made at its first use
   */
  public Intake intake() {
    return engine.intake();
  }

  /**
   * Lists the rules, the data-driven ones included.
   *
   * @return in the order of their ids
   */
  public List<DiagnosticDescriptor> diagnostics() {
    return engine.rules().descriptors();
  }

  /**
   * Lists the probes.
   *
   * @return in the order of their ids
   */
  public List<ProbeDescriptor> probes() {
    return extensions.probes().values().stream().map(Probe::descriptor).toList();
  }

  /**
   * Gives the probes that would look for a request, for those who ask a guest by other means, such
   * as a script. What is seen on the way may call for further ones.
   *
   * @param request names the error; without one all that may matter is looked for
   * @return in the order of their ids, whatever connection they need
   */
  public List<Probe> probesFor(DiagnosisRequest request) {
    return engine.probes(request);
  }

  /**
   * Lists the renderers that extensions bring.
   *
   * @return by format
   */
  public Map<String, ReportRenderer> renderers() {
    return Map.copyOf(extensions.renderers());
  }
}
