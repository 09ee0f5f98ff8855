package io.github.backupdiag.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.backupdiag.fact.Absent;
import io.github.backupdiag.fact.Observation;
import io.github.backupdiag.fact.Observed;
import io.github.backupdiag.fact.Target;
import io.github.backupdiag.fact.Unavailable;
import io.github.backupdiag.fact.UnavailableReason;
import io.github.backupdiag.fact.backup.SeenCode;
import io.github.backupdiag.guestaccess.GuestConnection;
import io.github.backupdiag.probe.Observations;
import io.github.backupdiag.probe.Probe;
import io.github.backupdiag.probe.ProbeContext;
import io.github.backupdiag.probe.ProbeDescriptor;
import java.io.IOException;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class ProbeTesterTest {

  private final FakeGuest locked = FakeGuest.live().file(Lock.PATH, "patch day\n");

  @Test
  void acceptsWhatTheProbeSaw() {
    looking(locked)
        .observe()
        .expectObserved(Lock.KEY, Lock.held())
        .expectSource(Lock.KEY, Lock.PATH)
        .expectAccessNeedsComplete();
    looking(FakeGuest.live()).observe().expectAbsent(Lock.KEY).expectSource(Lock.KEY, Lock.PATH);
    looking(FakeGuest.live().denied("/etc/corp"))
        .observe()
        .expectUnavailable(Lock.KEY, UnavailableReason.NOT_PERMITTED);
    locked.expectAskedOnly(Lock.PATH, "/etc/corp/policy");
  }

  @Test
  void refusesAnotherObservation() {
    CheckedObservations seen = looking(locked).observe();

    refused(() -> seen.expectObserved(Lock.KEY, new Lock("/else", null)))
        .hasMessageContaining("probe test.lock-file (" + LockProbe.class.getName() + ")")
        .hasMessageContaining("expected: test.lock observed Lock[path=/else")
        .hasMessageContaining("found: test.lock observed Lock[path=/etc/corp");
    refused(() -> seen.expectAbsent(Lock.KEY));
    refused(() -> seen.expectUnavailable(Lock.KEY, UnavailableReason.NOT_PERMITTED));
    refused(() -> seen.expectSource(Lock.KEY, "/else"));
    refused(() -> seen.expectSeenCode("X.1")).hasMessageContaining("X.1");
    CheckedObservations unseen = looking(FakeGuest.live().denied(Lock.PATH)).observe();
    refused(() -> unseen.expectUnavailable(Lock.KEY, UnavailableReason.FAILED));
    refused(() -> unseen.expectAbsent(Lock.KEY));
  }

  @Test
  void findsCodesMetOnTheWay() {
    SeenCode code = new SeenCode("VMSnapshotLinux.121", "/status/0.status", null, "121");
    Probe probe = probe(context -> Observations.builder().seenCode(code).build());

    ProbeTester.of(probe).observe().expectSeenCode("VMSnapshotLinux.121");
  }

  @Test
  void refusesAQuestionThatNoAccessNeedNames() {
    LockProbe probe =
        new LockProbe() {
          @Override
          public ProbeDescriptor descriptor() {
            return DESCRIPTOR.withAccessNeeds();
          }
        };
    CheckedObservations seen =
        ProbeTester.of(probe).connect(GuestConnection.class, locked).observe();

    refused(seen::expectAccessNeedsComplete).hasMessageContaining("[/etc/corp/maintenance.lock");
  }

  @Test
  void givesOnlyDeclaredConnectionsAndFacts() {
    Probe greedy = probe(context -> hidden(() -> context.connection(String.class)));
    Probe curious = probe(context -> hidden(() -> context.get(Lock.ENFORCED)));

    refused(() -> ProbeTester.of(greedy).observe()).hasMessageContaining("class java.lang.String");
    refused(() -> ProbeTester.of(curious).observe()).hasMessageContaining("[test.enforced]");
    refused(() -> ProbeTester.of(greedy).connect(String.class, "x"))
        .hasMessageContaining("java.lang.String, which it never gets");
    refused(() -> ProbeTester.of(greedy).given(Lock.ENFORCED, true));
  }

  @Test
  void refusesATestThatForgetsTheConnection() {
    refused(() -> ProbeTester.of(new LockProbe()).observe())
        .hasMessageContaining("a test that connects " + GuestConnection.class.getName());
  }

  @Test
  void givesNeededFactsAndTheTarget() {
    Target target = new Target("vm1", null, null);
    Probe probe =
        probe(
            context -> {
              assertThat(context.target()).isEqualTo(target);
              assertThat(context.timeLeft()).isPositive();
              assertThat(context.isCancelled()).isFalse();
              return Observations.builder().put(Lock.KEY, locked(context)).build();
            });
    ProbeTester tester = ProbeTester.of(probe).target(target);

    tester.given(Lock.OTHER, "x").observe().expectObserved(Lock.KEY, new Lock("x", null));
    tester.givenAbsent(Lock.OTHER).observe().expectAbsent(Lock.KEY);
    tester
        .givenUnavailable(Lock.OTHER, UnavailableReason.THROTTLED)
        .observe()
        .expectUnavailable(Lock.KEY, UnavailableReason.THROTTLED);
  }

  private static Observation<Lock> locked(ProbeContext context) {
    var other = context.get(Lock.OTHER);
    if (other instanceof Unavailable<String> unseen) {
      return new Unavailable<>(unseen.reason(), "");
    }
    return other instanceof Observed<String> seen
        ? new Observed<>(new Lock(seen.value(), null), "", null)
        : new Absent<>("");
  }

  @Test
  void refusesAKeyThatIsNotProvided() {
    Probe probe = probe(context -> Observations.builder().absent(Lock.OTHER, "").build());

    refused(() -> ProbeTester.of(probe).observe())
        .hasMessageContaining("observations only of [test.lock]")
        .hasMessageContaining("[test.other]");
  }

  @Test
  void refusesAProbeThatThrowsUnlessThatIsExpected() {
    Probe probe =
        probe(
            context -> {
              throw new IOException("no answer");
            });
    ProbeTester tester = ProbeTester.of(probe);

    refused(tester::observe)
        .hasMessageContaining("no answer")
        .hasCauseInstanceOf(IOException.class);
    assertThat(tester.expectFailure(IOException.class)).hasMessage("no answer");
    refused(() -> tester.expectFailure(IllegalStateException.class));
    refused(() -> ProbeTester.of(probe(context -> null)).observe());
    refused(
        () ->
            ProbeTester.of(probe(context -> Observations.none())).expectFailure(IOException.class));
  }

  @Test
  void refusesADescriptorThatChanges() {
    int[] calls = {0};
    LockProbe probe =
        new LockProbe() {
          @Override
          public ProbeDescriptor descriptor() {
            return DESCRIPTOR.withTimeout(java.time.Duration.ofSeconds(++calls[0]));
          }
        };

    refused(() -> ProbeTester.of(probe)).hasMessageContaining("PT2S");
  }

  private interface Look {
    Observations at(ProbeContext context) throws Exception;
  }

  private static Probe probe(Look look) {
    return new Probe() {
      @Override
      public ProbeDescriptor descriptor() {
        return ProbeDescriptor.of("test.any", Lock.KEY).withNeeds(Lock.OTHER);
      }

      @Override
      public Observations observe(ProbeContext context) throws Exception {
        return look.at(context);
      }
    };
  }

  private static Observations hidden(Runnable forbidden) {
    try {
      forbidden.run();
    } catch (IllegalArgumentException e) {
      return Observations.none();
    }
    throw new IllegalStateException("was not forbidden");
  }

  private static ProbeTester looking(GuestConnection guest) {
    return looking(new LockProbe(), guest);
  }

  private static ProbeTester looking(LockProbe probe, GuestConnection guest) {
    return ProbeTester.of(probe).connect(GuestConnection.class, guest);
  }

  private static AbstractThrowableAssert<?, ?> refused(ThrowingCallable call) {
    return assertThatThrownBy(call).isInstanceOf(AssertionError.class);
  }
}
