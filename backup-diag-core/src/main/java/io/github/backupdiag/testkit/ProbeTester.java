package io.github.backupdiag.testkit;

import io.github.backupdiag.catalog.Catalog;
import io.github.backupdiag.fact.Absent;
import io.github.backupdiag.fact.FactKey;
import io.github.backupdiag.fact.Observed;
import io.github.backupdiag.fact.Target;
import io.github.backupdiag.fact.Unavailable;
import io.github.backupdiag.fact.UnavailableReason;
import io.github.backupdiag.guestaccess.GuestConnection;
import io.github.backupdiag.internal.catalog.LoadedCatalog;
import io.github.backupdiag.probe.GuestProbe;
import io.github.backupdiag.probe.Observations;
import io.github.backupdiag.probe.Probe;
import io.github.backupdiag.probe.ProbeDescriptor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;

/**
 * Tries a probe on given connections and facts, as the engine would call it.
 *
 * <pre>{@code
 * ProbeTester.of(new MaintenanceLockProbe())
 *     .connect(GuestConnection.class, FakeGuest.live().file(PATH, "reason=patch day\n"))
 *     .observe()
 *     .expectObserved(CorpFacts.LOCK, new MaintenanceLock(PATH, "patch day"));
 * }</pre>
 *
 * <p>Each look also holds the probe to its contract: it uses declared connections and facts only,
 * reports declared keys only, with values that survive a recording, has always the same descriptor
 * and, if it reads a guest, asks in at most {@value GuestProbe#MAX_ROUNDS} rounds, nothing twice,
 * and reads equal answers equally.
 *
 * <p>Immutable: {@code connect} and the {@code given} methods give a new tester. What is wrong is
 * an {@link AssertionError}.
 */
public final class ProbeTester {

  private final Probe probe;
  private final ProbeDescriptor descriptor;
  private final Map<Class<?>, Object> connections;
  private final GivenFacts given;
  private final Target target;

  private ProbeTester(
      Probe probe,
      ProbeDescriptor descriptor,
      Map<Class<?>, Object> connections,
      GivenFacts given,
      Target target) {
    this.probe = probe;
    this.descriptor = descriptor;
    this.connections = connections;
    this.given = given;
    this.target = target;
  }

  /**
   * Starts a test of a probe, without facts and connected to nothing but, like the engine, to the
   * catalog of backup-diag if the probe declares {@code Catalog.class}.
   *
   * @param probe the probe
   * @return a tester
   */
  public static ProbeTester of(Probe probe) {
    ProbeDescriptor descriptor = ProbeLook.stableDescriptor(probe);
    GivenFacts none = GivenFacts.none(ProbeLook.name(probe, descriptor), descriptor.needs());
    Map<Class<?>, Object> own =
        descriptor.connections().contains(Catalog.class)
            ? Map.of(Catalog.class, LoadedCatalog.with(List.of()))
            : Map.of();
    return new ProbeTester(probe, descriptor, own, none, Target.unknown());
  }

  /**
   * Adds a connection.
   *
   * @param <C> type of the connection
   * @param type one that the probe declares
   * @param connection the connection, such as a {@link FakeGuest}
   * @return a new tester
   */
  public <C> ProbeTester connect(Class<C> type, C connection) {
    if (!descriptor.connections().contains(type)) {
      throw Wording.mismatch(
          given.who(),
          "a connection that it declares, of " + descriptor.connections(),
          "given a " + type.getName() + ", which it never gets",
          "");
    }
    Map<Class<?>, Object> more = new LinkedHashMap<>(connections);
    more.put(type, Objects.requireNonNull(connection, "connection"));
    return new ProbeTester(probe, descriptor, more, given, target);
  }

  /**
   * Adds the value of a fact that the probe needs.
   *
   * @param <T> type of the value
   * @param key a fact that the probe declares as needed
   * @param value what was seen
   * @return a new tester
   */
  public <T> ProbeTester given(FactKey<T> key, T value) {
    return with(given.with(key, new Observed<>(value, "", null)));
  }

  /**
   * Adds that a fact which the probe needs was looked for and is not there.
   *
   * @param key a fact that the probe declares as needed
   * @return a new tester
   */
  public ProbeTester givenAbsent(FactKey<?> key) {
    return with(given.with(key, new Absent<>("")));
  }

  /**
   * Adds that a fact which the probe needs could not be seen.
   *
   * @param key a fact that the probe declares as needed
   * @param reason why not
   * @return a new tester
   */
  public ProbeTester givenUnavailable(FactKey<?> key, UnavailableReason reason) {
    return with(given.with(key, new Unavailable<>(reason, "")));
  }

  /**
   * Sets the VM the diagnosis is about; unknown if this is not called.
   *
   * @param newTarget what is known of it
   * @return a new tester
   */
  public ProbeTester target(Target newTarget) {
    return new ProbeTester(probe, descriptor, connections, given, newTarget);
  }

  /**
   * Looks.
   *
   * @return what was seen, for expectations
   * @throws AssertionError if the probe throws or breaks its contract
   */
  public CheckedObservations observe() {
    ProbeLook look = look(connections);
    return new CheckedObservations(given.who(), descriptor, look.observations(), look.asked());
  }

  /**
   * Looks and expects the probe to fail as a whole, which makes all its facts unavailable.
   *
   * @param <E> type of the exception
   * @param type class of the exception it must throw
   * @return the exception
   */
  public <E extends Exception> E expectFailure(Class<E> type) {
    return look(connections).failure(type);
  }

  /**
   * Lets a guest probe read what a broken guest could answer: each answer of the connected guest is
   * kept, damaged, replaced by noise, taken away or refused. The probe must give observations every
   * time, keep its contract, and throw nothing. Run {@code i} is the same in every test.
   *
   * @param runs how often
   * @return what was seen in each run, for example to feed rules with
   * @throws AssertionError if the probe does not survive; the message names the run
   */
  public List<Observations> survivesGarbage(int runs) {
    if (!(probe instanceof GuestProbe)
        || !(connections.get(GuestConnection.class) instanceof GuestConnection guest)) {
      throw new IllegalStateException(given.who() + " is no GuestProbe with a connected guest");
    }
    List<Observations> seen = new ArrayList<>();
    for (int run = 0; run < runs; run++) {
      Map<Class<?>, Object> broken = new LinkedHashMap<>(connections);
      broken.put(GuestConnection.class, new BrokenGuest(guest, new Random(run)));
      try {
        seen.add(look(broken).observationsOfBrokenGuest());
      } catch (AssertionError e) {
        throw new AssertionError("garbage run " + run + ": " + e.getMessage(), e);
      }
    }
    return List.copyOf(seen);
  }

  private ProbeLook look(Map<Class<?>, Object> through) {
    return new ProbeLook(probe, descriptor, through, given, target);
  }

  private ProbeTester with(GivenFacts facts) {
    return new ProbeTester(probe, descriptor, connections, facts, target);
  }
}
