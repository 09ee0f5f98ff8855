package io.github.backupdiag;

import io.github.backupdiag.catalog.Catalog;
import io.github.backupdiag.catalog.CatalogSource;
import io.github.backupdiag.diagnostic.Diagnostic;
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
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

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

  private BackupDiagnosis(Builder builder) {
    if (builder.discover) {
      builder.extensions.discover();
    }
    this.extensions = builder.extensions.choose();
    LoadedCatalog loaded = LoadedCatalog.with(extensions.catalogs());
    if (!extensions.catalogs().isEmpty()) {
      loaded.loadAll();
    }
    this.catalog = loaded;
    Map<Class<?>, Object> connections = new LinkedHashMap<>(builder.connections);
    connections.putIfAbsent(Catalog.class, loaded);
    this.engine =
        new Engine(
            extensions, loaded, connections, builder.executor, builder.clock, builder.listener);
  }

  /**
   * Starts a diagnosis.
   *
   * @return a builder that discovers extensions and knows no connection
   */
  public static Builder builder() {
    return new Builder();
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
   * Lists the renderers that extensions bring.
   *
   * @return by format
   */
  public Map<String, ReportRenderer> renderers() {
    return Map.copyOf(extensions.renderers());
  }

  /** Puts a diagnosis together. Not thread-safe; build once. */
  public static final class Builder {

    private final Extensions extensions = new Extensions();
    private final Map<Class<?>, Object> connections = new LinkedHashMap<>();
    private boolean discover = true;
    private @Nullable Executor executor;
    private Clock clock = Clock.systemUTC();
    private ProgressListener listener = new ProgressListener() {};

    private Builder() {}

    /**
     * Connects a system.
     *
     * @param <C> type of the connection
     * @param type under which probes ask for it
     * @param connection the connection; used by several threads at once
     * @return this builder
     */
    public <C> Builder connect(Class<C> type, C connection) {
      connections.put(type, Objects.requireNonNull(connection, "connection"));
      return this;
    }

    /**
     * Adds a rule.
     *
     * @param diagnostic with an id of its own
     * @return this builder
     */
    public Builder add(Diagnostic diagnostic) {
      extensions.add(diagnostic);
      return this;
    }

    /**
     * Adds a probe.
     *
     * @param probe with an id of its own
     * @return this builder
     */
    public Builder add(Probe probe) {
      extensions.add(probe);
      return this;
    }

    /**
     * Adds a catalog.
     *
     * @param source with an id of its own
     * @return this builder
     */
    public Builder add(CatalogSource source) {
      extensions.add(source);
      return this;
    }

    /**
     * Adds a renderer.
     *
     * @param renderer with a format of its own
     * @return this builder
     */
    public Builder add(ReportRenderer renderer) {
      extensions.add(renderer);
      return this;
    }

    /**
     * Puts a rule in the place of another one.
     *
     * @param id of the rule that goes
     * @param diagnostic the rule that comes
     * @return this builder
     */
    public Builder replace(String id, Diagnostic diagnostic) {
      extensions.replace(id, Objects.requireNonNull(diagnostic));
      return this;
    }

    /**
     * Puts a probe in the place of another one.
     *
     * @param id of the probe that goes
     * @param probe the probe that comes
     * @return this builder
     */
    public Builder replace(String id, Probe probe) {
      extensions.replace(id, Objects.requireNonNull(probe));
      return this;
    }

    /**
     * Leaves a rule or probe out.
     *
     * @param id of the rule or probe
     * @return this builder
     */
    public Builder without(String id) {
      extensions.without(id);
      return this;
    }

    /**
     * Says whether to look for extensions with {@code ServiceLoader}. Ours are found that way, too.
     *
     * @param value true, the default, to look for them
     * @return this builder
     */
    public Builder discover(boolean value) {
      this.discover = value;
      return this;
    }

    /**
     * Sets what runs the probes. Without it each diagnosis uses at most eight daemon threads of its
     * own, gone when it returns.
     *
     * @param value must run tasks on other threads than the caller's for timeouts to hold
     * @return this builder
     */
    public Builder executor(Executor value) {
      this.executor = Objects.requireNonNull(value);
      return this;
    }

    /**
     * Sets the clock.
     *
     * @param value tells what now is; the deadline does not depend on it
     * @return this builder
     */
    public Builder clock(Clock value) {
      this.clock = Objects.requireNonNull(value);
      return this;
    }

    /**
     * Sets who is told of progress.
     *
     * @param value called on the thread that asks for a diagnosis
     * @return this builder
     */
    public Builder listener(ProgressListener value) {
      this.listener = Objects.requireNonNull(value);
      return this;
    }

    /**
     * Builds the diagnosis.
     *
     * @return ready to use
     * @throws ExtensionConflictException if an id is given twice, or one to replace does not exist
     * @throws io.github.backupdiag.catalog.CatalogException if a third party's catalog is broken
     */
    public BackupDiagnosis build() {
      return new BackupDiagnosis(this);
    }
  }
}
