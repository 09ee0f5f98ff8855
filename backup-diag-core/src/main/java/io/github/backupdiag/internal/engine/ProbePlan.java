package io.github.backupdiag.internal.engine;

import io.github.backupdiag.fact.FactKey;
import io.github.backupdiag.fact.Unavailable;
import io.github.backupdiag.fact.UnavailableReason;
import io.github.backupdiag.fact.backup.ProbeRun;
import io.github.backupdiag.probe.Probe;
import io.github.backupdiag.probe.ProbeDescriptor;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which probe comes next: for each wanted fact the cheapest that was not tried, until the fact is
 * seen. Each probe runs once at the most.
 */
final class ProbePlan {

  static final Comparator<ProbeDescriptor> BY_COST =
      Comparator.comparing(ProbeDescriptor::cost).thenComparing(ProbeDescriptor::id);

  private final Map<String, Probe> probes;
  private final Map<FactKey<?>, List<ProbeDescriptor>> providers = new HashMap<>();
  private final Set<Class<?>> connected;
  private final FactStore facts;
  private final Set<FactKey<?>> wanted = new LinkedHashSet<>();
  private final Set<String> tried = new HashSet<>();

  ProbePlan(Map<String, Probe> probes, Set<Class<?>> connected, FactStore facts) {
    this.probes = probes;
    this.connected = connected;
    this.facts = facts;
    for (Probe probe : probes.values()) {
      ProbeDescriptor descriptor = probe.descriptor();
      for (FactKey<?> key : descriptor.provides()) {
        providers.computeIfAbsent(key, provided -> new ArrayList<>()).add(descriptor);
      }
    }
    providers.values().forEach(list -> list.sort(BY_COST));
  }

  Probe probe(ProbeDescriptor descriptor) {
    return Objects.requireNonNull(probes.get(descriptor.id()));
  }

  /** Leaves out the probes that looked before. */
  void passOver(Collection<ProbeRun> before) {
    before.forEach(run -> tried.add(run.probe()));
  }

  /** Adds facts to look for, and the facts that their probes need. */
  void want(Collection<FactKey<?>> keys) {
    for (FactKey<?> key : keys) {
      if (wanted.add(key)) {
        providers.getOrDefault(key, List.of()).stream()
            .filter(this::isConnected)
            .forEach(provider -> want(provider.needs()));
      }
    }
  }

  /** Gives the probes to start now, in a fixed order, and marks them as tried. */
  List<ProbeDescriptor> takeReady(Set<FactKey<?>> underWay, boolean force) {
    Set<ProbeDescriptor> ready = new LinkedHashSet<>();
    for (FactKey<?> key : wanted) {
      ProbeDescriptor next = next(key, underWay);
      if (next != null && (force || next.needs().stream().allMatch(n -> isSettled(n, underWay)))) {
        ready.add(next);
      }
    }
    List<ProbeDescriptor> inOrder = new ArrayList<>(ready);
    inOrder.sort(BY_COST);
    List<ProbeDescriptor> taken = force ? inOrder.subList(0, Math.min(1, inOrder.size())) : inOrder;
    taken.forEach(descriptor -> tried.add(descriptor.id()));
    return taken;
  }

  private @Nullable ProbeDescriptor next(FactKey<?> key, Set<FactKey<?>> underWay) {
    if (facts.isSeen(key) || underWay.contains(key)) {
      return null;
    }
    return providers.getOrDefault(key, List.of()).stream()
        .filter(provider -> isConnected(provider) && !tried.contains(provider.id()))
        .findFirst()
        .orElse(null);
  }

  private boolean isSettled(FactKey<?> key, Set<FactKey<?>> underWay) {
    return facts.isSeen(key) || (!underWay.contains(key) && next(key, underWay) == null);
  }

  private boolean isConnected(ProbeDescriptor descriptor) {
    return connected.containsAll(descriptor.connections());
  }

  /** Notes for every wanted fact that nobody could look at why that is so. */
  void explainUnseen() {
    for (FactKey<?> key : wanted) {
      List<ProbeDescriptor> known = providers.getOrDefault(key, List.of());
      if (!known.isEmpty() && known.stream().noneMatch(this::isConnected)) {
        facts.put(
            key,
            new Unavailable<>(UnavailableReason.NOT_CONNECTED, missing(known.get(0))),
            known.get(0));
      }
    }
  }

  private String missing(ProbeDescriptor descriptor) {
    return descriptor.connections().stream()
        .filter(type -> !connected.contains(type))
        .map(Class::getSimpleName)
        .sorted()
        .findFirst()
        .orElse("");
  }
}
