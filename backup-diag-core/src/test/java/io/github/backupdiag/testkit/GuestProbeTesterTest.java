package io.github.backupdiag.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.backupdiag.guestaccess.Answers;
import io.github.backupdiag.guestaccess.FileContent;
import io.github.backupdiag.guestaccess.GuestConnection;
import io.github.backupdiag.guestaccess.Question;
import io.github.backupdiag.probe.Observations;
import io.github.backupdiag.probe.Probe;
import io.github.backupdiag.probe.ProbeContext;
import io.github.backupdiag.probe.ProbeDescriptor;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class GuestProbeTesterTest {

  private final FakeGuest locked = FakeGuest.live().file(Lock.PATH, "patch day\n");

  @Test
  void refusesAGuestProbeThatDoesNotDeclareTheGuest() {
    LockProbe probe =
        new LockProbe() {
          @Override
          public ProbeDescriptor descriptor() {
            return ProbeDescriptor.of("test.lock-file", Lock.KEY);
          }
        };

    refused(() -> ProbeTester.of(probe))
        .hasMessageContaining("withConnections(GuestConnection.class)");
  }

  @Test
  void refusesMoreRoundsThanAllowedAndRepeatedQuestions() {
    LockProbe endless =
        new LockProbe() {
          @Override
          public List<Question<?>> next(Answers soFar) {
            return List.of(Question.stat("/etc/corp/" + soFar.questions().size()));
          }
        };
    LockProbe repeating =
        new LockProbe() {
          @Override
          public List<Question<?>> next(Answers soFar) {
            return List.of(LOCK);
          }
        };

    refused(() -> looking(endless, locked).observe())
        .hasMessageContaining("no more questions after 3 rounds");
    refused(() -> looking(repeating, locked).observe()).hasMessageContaining("no question twice");
  }

  @Test
  void refusesAReaderThatReadsEqualAnswersDifferently() {
    int[] calls = {0};
    LockProbe moody =
        new LockProbe() {
          @Override
          String parse(FileContent content) {
            return "reading " + calls[0]++;
          }
        };

    refused(() -> looking(moody, locked).observe())
        .hasMessageContaining("equal observations for equal answers");
  }

  @Test
  void survivesGarbageIfTheParserIsTotal() {
    List<Observations> seen = looking(locked).survivesGarbage(200);

    assertThat(seen).hasSize(200);
    Set<Class<?>> kinds = new HashSet<>();
    seen.forEach(each -> kinds.add(each.get(Lock.KEY).getClass()));
    assertThat(kinds).hasSize(3);
    seen.forEach(each -> DiagnosticTester.of(LockRule.sound()).given(each).diagnose());
  }

  @Test
  void namesTheRunInWhichAParserFails() {
    LockProbe fragile =
        new LockProbe() {
          @Override
          String parse(FileContent content) {
            return content.text().substring(0, 5);
          }
        };

    looking(fragile, locked).observe();
    refused(() -> looking(fragile, locked).survivesGarbage(100))
        .hasMessageMatching("(?s)garbage run \\d+: probe test.lock-file.*IndexOutOfBounds.*");
  }

  @Test
  void sameRunSameGarbage() {
    List<Observations> first = looking(locked).survivesGarbage(20);
    List<Observations> second = looking(locked).survivesGarbage(20);

    assertThat(second)
        .extracting(Observations::byKey)
        .isEqualTo(first.stream().map(Observations::byKey).toList());
  }

  @Test
  void refusesGarbageForAProbeThatReadsNoGuest() {
    Probe probe =
        new Probe() {
          @Override
          public ProbeDescriptor descriptor() {
            return ProbeDescriptor.of("test.any", Lock.KEY);
          }

          @Override
          public Observations observe(ProbeContext context) {
            return Observations.none();
          }
        };

    assertThatThrownBy(() -> ProbeTester.of(probe).survivesGarbage(1))
        .isInstanceOf(IllegalStateException.class);
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
