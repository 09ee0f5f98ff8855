package io.github.backupdiag.guest;

import static io.github.backupdiag.guest.Asking.assertUnavailable;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.github.backupdiag.fact.Absent;
import io.github.backupdiag.fact.UnavailableReason;
import io.github.backupdiag.guest.internal.Subject;
import io.github.backupdiag.guestaccess.Answers;
import io.github.backupdiag.guestaccess.Question;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How the questions of one call share their time. */
class BatchTest {

  private static final Question<?> ONE = Question.file("/one");
  private static final Question<?> OTHER = Question.file("/other");

  @Test
  void everyQuestionGetsItsAnswer() throws Exception {
    List<Question<?>> many =
        IntStream.range(0, 50).<Question<?>>mapToObj(i -> Question.stat("/" + i)).toList();

    Answers answers = Batch.answer(many, Asking.AMPLE, q -> new Absent<>(Subject.of(q)));

    assertThat(answers.questions()).containsExactlyElementsOf(many);
    assertThat(answers.to(many.get(7))).isEqualTo(new Absent<>("/7"));
  }

  @Test
  void noQuestionsHaveNoAnswers() throws Exception {
    assertThat(Batch.answer(List.of(), Asking.AMPLE, q -> new Absent<>("")).questions()).isEmpty();
  }

  @Test
  void aQuestionAskedTwiceIsLookedAtOnce() throws Exception {
    AtomicInteger looks = new AtomicInteger();

    Batch.answer(List.of(ONE, ONE), Asking.AMPLE, q -> new Absent<>("" + looks.incrementAndGet()));

    assertThat(looks).hasValue(1);
  }

  @Test
  void withoutTimeEveryAnswerTimedOut() throws Exception {
    Answers answers = Batch.answer(List.of(ONE), Duration.ZERO, q -> new Absent<>(""));

    assertUnavailable(answers.to(ONE), UnavailableReason.TIMED_OUT).isEqualTo("/one");
  }

  @Test
  void aTimeBeyondAllMeasureIsTimeEnough() throws Exception {
    Duration forever = Duration.ofSeconds(Long.MAX_VALUE);

    assertThat(Batch.answer(List.of(ONE), forever, q -> new Absent<>("")).to(ONE).isSeen())
        .isTrue();
  }

  @Test
  void aLookThatIgnoresItsInterruptIsGivenUp() throws Exception {
    CountDownLatch never = new CountDownLatch(1);
    try {
      Answers answers =
          assertTimeoutPreemptively(
              Asking.AMPLE,
              () -> Batch.answer(List.of(ONE), Duration.ofMillis(50), q -> stuck(never)));

      assertUnavailable(answers.to(ONE), UnavailableReason.TIMED_OUT);
    } finally {
      never.countDown();
    }
  }

  @Test
  void aLookThatHangsDoesNotHoldTheOthers() throws Exception {
    CountDownLatch answered = new CountDownLatch(1);

    Answers answers =
        Batch.answer(
            List.of(ONE, OTHER),
            Asking.AMPLE,
            q -> {
              if (q.equals(ONE)) {
                return stuck(answered);
              }
              answered.countDown();
              return new Absent<>("/other");
            });

    assertThat(answers.to(OTHER).isSeen()).isTrue();
  }

  @Test
  void whatALookThrowsIsItsAnswerOnly() throws Exception {
    Answers answers =
        Batch.answer(
            List.of(ONE, OTHER),
            Asking.AMPLE,
            q -> {
              if (q.equals(ONE)) {
                throw new StackOverflowError();
              }
              return new Absent<>("/other");
            });

    assertUnavailable(answers.to(ONE), UnavailableReason.FAILED)
        .startsWith("/one: StackOverflowError");
    assertThat(answers.to(OTHER).isSeen()).isTrue();
  }

  @Test
  void anInterruptedCallEndsWithItsLooks() throws Exception {
    CountDownLatch looking = new CountDownLatch(1);
    CountDownLatch interrupted = new CountDownLatch(2);
    AtomicBoolean rethrown = new AtomicBoolean();
    Thread caller =
        new Thread(
            () -> {
              try {
                Batch.answer(List.of(ONE), Asking.AMPLE, q -> blocked(looking, interrupted));
              } catch (InterruptedException e) {
                rethrown.set(true);
                interrupted.countDown();
              }
            });
    caller.start();
    looking.await();

    caller.interrupt();

    assertTimeoutPreemptively(Asking.AMPLE, () -> interrupted.await());
    assertThat(rethrown).isTrue();
  }

  private static Absent<Object> blocked(CountDownLatch looking, CountDownLatch interrupted)
      throws InterruptedException {
    looking.countDown();
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      interrupted.countDown();
      throw e;
    }
    return new Absent<>("");
  }

  private static Absent<Object> stuck(CountDownLatch never) {
    while (true) {
      try {
        never.await();
        return new Absent<>("");
      } catch (InterruptedException e) {
        // as a read from a hung file system does
      }
    }
  }
}
