package io.github.backupdiag.testkit;

import io.github.backupdiag.fact.FactKey;
import io.github.backupdiag.fact.FactSet;
import io.github.backupdiag.fact.Observation;
import io.github.backupdiag.fact.Target;
import io.github.backupdiag.guestaccess.GuestConnection;
import io.github.backupdiag.guestaccess.Question;
import io.github.backupdiag.probe.GuestProbe;
import io.github.backupdiag.probe.Observations;
import io.github.backupdiag.probe.Probe;
import io.github.backupdiag.probe.ProbeContext;
import io.github.backupdiag.probe.ProbeDescriptor;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** One look of a probe as the engine makes it, held to the probe's contract. */
final class ProbeLook {

  private final Probe probe;
  private final ProbeDescriptor descriptor;
  private final Map<Class<?>, Object> connections;
  private final GivenFacts given;
  private final Target target;
  private final @Nullable AskedGuest guest;

  ProbeLook(
      Probe probe,
      ProbeDescriptor descriptor,
      Map<Class<?>, Object> connections,
      GivenFacts given,
      Target target) {
    this.probe = probe;
    this.descriptor = descriptor;
    this.given = given;
    this.target = target;
    this.connections = new LinkedHashMap<>(connections);
    this.guest =
        connections.get(GuestConnection.class) instanceof GuestConnection real
            ? new AskedGuest(real)
            : null;
    if (guest != null) {
      this.connections.put(GuestConnection.class, guest);
    }
  }

  static String name(Probe probe, ProbeDescriptor descriptor) {
    return "probe " + descriptor.id() + " (" + probe.getClass().getName() + ")";
  }

  static ProbeDescriptor stableDescriptor(Probe probe) {
    ProbeDescriptor first = probe.descriptor();
    ProbeDescriptor second = probe.descriptor();
    if (first == null || second == null) {
      throw Wording.mismatch(
          "probe " + probe.getClass().getName(), "a descriptor", "descriptor() returned null", "");
    }
    String name = name(probe, first);
    if (!Wording.of(first).equals(Wording.of(second))) {
      throw Wording.mismatch(
          name, "the same descriptor on every call: " + Wording.of(first), Wording.of(second), "");
    }
    if (probe instanceof GuestProbe && !first.connections().contains(GuestConnection.class)) {
      throw Wording.mismatch(
          name, "withConnections(GuestConnection.class)", "connections " + first.connections(), "");
    }
    return first;
  }

  /** What was asked of the guest; empty without one. */
  List<Question<?>> asked() {
    return guest == null ? List.of() : guest.questions();
  }

  Observations observations() {
    Context context = new Context();
    Observations seen = seen(context);
    if (probe instanceof GuestProbe guestProbe && guest != null) {
      List<Question<?>> more = survived(context, () -> guestProbe.next(guest.answers(), context));
      demand(
          more.isEmpty(),
          "no more questions after " + guest.rounds() + " rounds",
          "it still asks for " + more);
    }
    return seen;
  }

  /** The observations of a probe that may be cut short: odd links may lead on for ever. */
  Observations observationsOfBrokenGuest() {
    return seen(new Context());
  }

  private Observations seen(Context context) {
    Observations seen = survived(context, () -> probe.observe(context));
    checkKeys(seen);
    if (probe instanceof GuestProbe guestProbe && guest != null) {
      checkRounds(guest);
      checkReading(guestProbe, guest, context);
    }
    return seen;
  }

  private <T> T survived(Context context, Callable<T> call) {
    T result = null;
    Throwable thrown = null;
    try {
      result = call.call();
    } catch (Exception | LinkageError | StackOverflowError e) {
      thrown = e;
    }
    checkUndeclared(context);
    if (result == null) {
      AssertionError error =
          Wording.mismatch(
              given.who(),
              "an answer",
              thrown == null ? "null" : "it threw " + thrown,
              given.inWords());
      error.initCause(thrown);
      throw error;
    }
    return result;
  }

  <E extends Exception> E failure(Class<E> type) {
    Context context = new Context();
    Object found;
    try {
      found = probe.observe(context).byKey();
    } catch (Exception e) {
      checkUndeclared(context);
      if (type.isInstance(e)) {
        return type.cast(e);
      }
      found = e;
    }
    throw Wording.mismatch(given.who(), "a failure " + type.getName(), found.toString(), "");
  }

  private void checkUndeclared(Context context) {
    demand(
        context.undeclared.isEmpty(),
        "to use only what its descriptor declares, "
            + (descriptor.connections() + " and " + descriptor.needs()),
        "it asked for " + context.undeclared);
  }

  private void checkKeys(Observations seen) {
    Set<FactKey<?>> found = seen.byKey().keySet();
    demand(
        descriptor.provides().containsAll(found),
        "observations only of " + descriptor.provides(),
        "observations of " + found);
    seen.byKey().forEach(this::checkRecording);
  }

  @SuppressWarnings("unchecked")
  private void checkRecording(FactKey<?> key, Observation<?> observation) {
    GivenFacts.checkRecording(given.who(), (FactKey<Object>) key, observation);
  }

  private void checkRounds(AskedGuest asked) {
    demand(
        asked.rounds() <= GuestProbe.MAX_ROUNDS,
        "at most " + GuestProbe.MAX_ROUNDS + " rounds of questions",
        asked.rounds() + " rounds");
    demand(asked.repeated().isEmpty(), "no question twice", "asked again for " + asked.repeated());
  }

  private void checkReading(GuestProbe guestProbe, AskedGuest asked, Context context) {
    Observations first = survived(context, () -> guestProbe.read(asked.answers(), context));
    Observations second = survived(context, () -> guestProbe.read(asked.answers(), context));
    demand(
        first.byKey().equals(second.byKey()) && first.seenCodes().equals(second.seenCodes()),
        "equal observations for equal answers, first " + first.byKey(),
        String.valueOf(second.byKey()));
  }

  private void demand(boolean met, String expected, String found) {
    if (!met) {
      throw Wording.mismatch(given.who(), expected, found, given.inWords());
    }
  }

  /** Gives what was declared and remembers what else was asked for, also if the probe hides it. */
  private final class Context implements ProbeContext {

    private final FactSet facts = given.replayed();
    private final List<Object> undeclared = new ArrayList<>();

    @Override
    public <C> C connection(Class<C> type) {
      if (!descriptor.connections().contains(type)) {
        undeclared.add(type);
        throw new IllegalArgumentException(given.who() + " did not declare " + type);
      }
      Object connection = connections.get(type);
      if (connection == null) {
        throw Wording.mismatch(
            given.who(),
            "a test that connects " + type.getName() + ", without which the engine does not ask it",
            "no such connection",
            "");
      }
      return type.cast(connection);
    }

    @Override
    public <T> Observation<T> get(FactKey<T> key) {
      if (!descriptor.needs().contains(key)) {
        undeclared.add(key);
        throw new IllegalArgumentException(given.who() + " did not declare " + key);
      }
      return facts.get(key);
    }

    @Override
    public Target target() {
      return target;
    }

    @Override
    public Duration timeLeft() {
      return descriptor.timeout();
    }

    @Override
    public boolean isCancelled() {
      return false;
    }
  }
}
