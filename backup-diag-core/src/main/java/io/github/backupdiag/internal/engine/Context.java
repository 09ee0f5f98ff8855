package io.github.backupdiag.internal.engine;

import io.github.backupdiag.fact.FactKey;
import io.github.backupdiag.fact.Observation;
import io.github.backupdiag.fact.Target;
import io.github.backupdiag.probe.ProbeContext;
import io.github.backupdiag.probe.ProbeDescriptor;
import io.github.backupdiag.request.DiagnosisRequest;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** What one probe is given: a snapshot of the facts it needs. */
final class Context implements ProbeContext {

  private final ProbeDescriptor descriptor;
  private final Map<Class<?>, Object> connections;
  private final Map<FactKey<?>, Observation<?>> needs = new LinkedHashMap<>();
  private final DiagnosisRequest request;
  private final long end;

  Context(
      ProbeDescriptor descriptor,
      Map<Class<?>, Object> connections,
      FactStore facts,
      DiagnosisRequest request,
      long end) {
    this.descriptor = descriptor;
    this.connections = connections;
    this.request = request;
    this.end = end;
    descriptor.needs().forEach(key -> needs.put(key, facts.get(key)));
  }

  @Override
  public <C> C connection(Class<C> type) {
    if (!descriptor.connections().contains(type)) {
      throw new IllegalArgumentException(
          "probe " + descriptor + " did not declare the connection " + type.getName());
    }
    return Objects.requireNonNull(type.cast(connections.get(type)), type.getName());
  }

  @Override
  @SuppressWarnings("unchecked")
  public <T> Observation<T> get(FactKey<T> key) {
    Observation<?> known = needs.get(key);
    if (known == null) {
      throw new IllegalArgumentException("probe " + descriptor + " did not declare to need " + key);
    }
    return (Observation<T>) known;
  }

  @Override
  public Target target() {
    return request.target();
  }

  @Override
  public Duration timeLeft() {
    return Duration.ofNanos(Math.max(0, end - System.nanoTime()));
  }

  @Override
  public boolean isCancelled() {
    return request.cancellation().isCancelled();
  }
}
