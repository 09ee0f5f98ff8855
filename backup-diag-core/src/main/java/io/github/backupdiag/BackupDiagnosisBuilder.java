package io.github.backupdiag;

import io.github.backupdiag.catalog.CatalogSource;
import io.github.backupdiag.diagnostic.Diagnostic;
import io.github.backupdiag.internal.engine.Extensions;
import io.github.backupdiag.probe.Probe;
import io.github.backupdiag.render.ReportRenderer;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** Puts a diagnosis together. Not thread-safe; build once. */
public final class BackupDiagnosisBuilder {

  final Extensions extensions = new Extensions();
  final Map<Class<?>, Object> connections = new LinkedHashMap<>();
  boolean discover = true;
  @Nullable Executor executor;
  Clock clock = Clock.systemUTC();
  ProgressListener listener = new ProgressListener() {};

  BackupDiagnosisBuilder() {}

  /**
   * Connects a system.
   *
   * @param <C> type of the connection
   * @param type under which probes ask for it
   * @param connection the connection; used by several threads at once
   * @return this builder
   */
  public <C> BackupDiagnosisBuilder connect(Class<C> type, C connection) {
    connections.put(type, Objects.requireNonNull(connection, "connection"));
    return this;
  }

  /**
   * Adds a rule.
   *
   * @param diagnostic with an id of its own
   * @return this builder
   */
  public BackupDiagnosisBuilder add(Diagnostic diagnostic) {
    extensions.add(diagnostic);
    return this;
  }

  /**
   * Adds a probe.
   *
   * @param probe with an id of its own
   * @return this builder
   */
  public BackupDiagnosisBuilder add(Probe probe) {
    extensions.add(probe);
    return this;
  }

  /**
   * Adds a catalog.
   *
   * @param source with an id of its own
   * @return this builder
   */
  public BackupDiagnosisBuilder add(CatalogSource source) {
    extensions.add(source);
    return this;
  }

  /**
   * Adds a renderer.
   *
   * @param renderer with a format of its own
   * @return this builder
   */
  public BackupDiagnosisBuilder add(ReportRenderer renderer) {
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
  public BackupDiagnosisBuilder replace(String id, Diagnostic diagnostic) {
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
  public BackupDiagnosisBuilder replace(String id, Probe probe) {
    extensions.replace(id, Objects.requireNonNull(probe));
    return this;
  }

  /**
   * Leaves a rule or probe out.
   *
   * @param id of the rule or probe
   * @return this builder
   */
  public BackupDiagnosisBuilder without(String id) {
    extensions.without(id);
    return this;
  }

  /**
   * Says whether to look for extensions with {@code ServiceLoader}. Ours are found that way, too.
   *
   * @param value true, the default, to look for them
   * @return this builder
   */
  public BackupDiagnosisBuilder discover(boolean value) {
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
  public BackupDiagnosisBuilder executor(Executor value) {
    this.executor = Objects.requireNonNull(value);
    return this;
  }

  /**
   * Sets the clock.
   *
   * @param value tells what now is; the deadline does not depend on it
   * @return this builder
   */
  public BackupDiagnosisBuilder clock(Clock value) {
    this.clock = Objects.requireNonNull(value);
    return this;
  }

  /**
   * Sets who is told of progress.
   *
   * @param value called on the thread that asks for a diagnosis
   * @return this builder
   */
  public BackupDiagnosisBuilder listener(ProgressListener value) {
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
