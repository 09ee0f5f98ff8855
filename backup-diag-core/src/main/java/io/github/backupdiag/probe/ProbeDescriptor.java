package io.github.backupdiag.probe;

import io.github.backupdiag.fact.FactKey;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * What a probe is: made with {@link #of} and the {@code with} methods, each giving a new
 * descriptor. Immutable.
 */
public final class ProbeDescriptor {

  /** What a look costs; of several probes for one fact the cheaper is tried first. */
  public enum Cost {
    /** Files or memory. */
    CHEAP,
    /** A process or a network call. */
    MODERATE,
    /** Many calls, or load that a user could notice. */
    EXPENSIVE
  }

  /** Time a probe may take when its descriptor does not say otherwise. */
  public static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(5);

  private final String id;
  private final Set<FactKey<?>> provides;
  private final Set<FactKey<?>> needs;
  private final Set<Class<?>> connections;
  private final List<AccessNeed> accessNeeds;
  private final Set<String> checks;
  private final Cost cost;
  private final Duration timeout;

  private ProbeDescriptor(
      String id,
      Set<FactKey<?>> provides,
      Set<FactKey<?>> needs,
      Set<Class<?>> connections,
      List<AccessNeed> accessNeeds,
      Set<String> checks,
      Cost cost,
      Duration timeout) {
    this.id = id;
    this.provides = provides;
    this.needs = needs;
    this.connections = connections;
    this.accessNeeds = accessNeeds;
    this.checks = checks;
    this.cost = cost;
    this.timeout = timeout;
  }

  /**
   * Describes a probe that needs nothing, is cheap and takes the default time at the most.
   *
   * @param id {@code namespace.name}, unique among all probes
   * @param provides the facts it reports, at least one
   * @return the descriptor
   * @throws IllegalArgumentException if id or facts are missing
   */
  public static ProbeDescriptor of(String id, FactKey<?>... provides) {
    if (id.indexOf('.') < 1 || provides.length == 0) {
      throw new IllegalArgumentException(
          "probe '" + id + "' needs an id namespace.name and at least one fact it provides");
    }
    return new ProbeDescriptor(
        id, setOf(provides), Set.of(), Set.of(), List.of(), Set.of(), Cost.CHEAP, DEFAULT_TIMEOUT);
  }

  /**
   * Adds facts that must be gathered before this probe runs. It runs also when they could not be
   * seen, and then finds that in its context.
   *
   * @param keys the facts
   * @return a new descriptor
   */
  public ProbeDescriptor withNeeds(FactKey<?>... keys) {
    return new ProbeDescriptor(
        id, provides, setOf(keys), connections, accessNeeds, checks, cost, timeout);
  }

  /**
   * Sets the connections without which the probe is not run.
   *
   * @param types connection types as given to the builder's {@code connect}
   * @return a new descriptor
   */
  public ProbeDescriptor withConnections(Class<?>... types) {
    return new ProbeDescriptor(
        id, provides, needs, Set.of(types), accessNeeds, checks, cost, timeout);
  }

  /**
   * Sets the rights it needs: everything that it may read, with or without root, also what it asks
   * for only after it saw something else. The test kit's {@code expectAccessNeedsComplete()} holds
   * a probe to that.
   *
   * @param rights paths, globs, commands or actions that together name all of it
   * @return a new descriptor
   */
  public ProbeDescriptor withAccessNeeds(AccessNeed... rights) {
    return new ProbeDescriptor(
        id, provides, needs, connections, List.of(rights), checks, cost, timeout);
  }

  /**
   * Names the checks of the catalog that it looks at, so that a check can say who asks what for it.
   *
   * @param ids of checks, as the causes of the catalog list them
   * @return a new descriptor
   */
  public ProbeDescriptor withChecks(String... ids) {
    Set<String> named = Collections.unmodifiableSet(new LinkedHashSet<>(Arrays.asList(ids)));
    return new ProbeDescriptor(id, provides, needs, connections, accessNeeds, named, cost, timeout);
  }

  /**
   * Sets the cost.
   *
   * @param newCost what a look costs
   * @return a new descriptor
   */
  public ProbeDescriptor withCost(Cost newCost) {
    return new ProbeDescriptor(
        id,
        provides,
        needs,
        connections,
        accessNeeds,
        checks,
        Objects.requireNonNull(newCost),
        timeout);
  }

  /**
   * Sets the time it may take; the deadline of the whole diagnosis holds as well.
   *
   * @param time positive
   * @return a new descriptor
   */
  public ProbeDescriptor withTimeout(Duration time) {
    if (time.isNegative() || time.isZero()) {
      throw new IllegalArgumentException("the timeout of " + id + " must be positive");
    }
    return new ProbeDescriptor(id, provides, needs, connections, accessNeeds, checks, cost, time);
  }

  /**
   * Gives the id.
   *
   * @return {@code namespace.name}
   */
  public String id() {
    return id;
  }

  /**
   * Gives the facts it reports.
   *
   * @return at least one, in declared order
   */
  public Set<FactKey<?>> provides() {
    return provides;
  }

  /**
   * Gives the facts that must be gathered before.
   *
   * @return may be empty, in declared order
   */
  public Set<FactKey<?>> needs() {
    return needs;
  }

  /**
   * Gives the connections without which it is not run.
   *
   * @return may be empty
   */
  public Set<Class<?>> connections() {
    return connections;
  }

  /**
   * Gives the rights it needs: everything that it may read, with or without root.
   *
   * @return may be empty, in declared order
   */
  public List<AccessNeed> accessNeeds() {
    return accessNeeds;
  }

  /**
   * Gives the checks of the catalog that it looks at.
   *
   * @return ids, may be empty, in declared order
   */
  public Set<String> checks() {
    return checks;
  }

  /**
   * Gives the cost.
   *
   * @return what a look costs
   */
  public Cost cost() {
    return cost;
  }

  /**
   * Gives the time it may take.
   *
   * @return positive
   */
  public Duration timeout() {
    return timeout;
  }

  @Override
  public String toString() {
    return id;
  }

  private static Set<FactKey<?>> setOf(FactKey<?>... keys) {
    return Collections.unmodifiableSet(new LinkedHashSet<>(Arrays.asList(keys)));
  }
}
