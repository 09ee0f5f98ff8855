package io.github.backupdiag.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CancellationTokenTest {

  private final CancellationToken token = new CancellationToken();
  private final List<String> done = new ArrayList<>();

  @Test
  void runsItsActionsOnceWhenItIsCancelled() {
    token.onCancel(() -> done.add("a"));
    token.onCancel(() -> done.add("b"));
    assertThat(token.isCancelled()).isFalse();
    assertThat(done).isEmpty();

    token.cancel();
    token.cancel();

    assertThat(token.isCancelled()).isTrue();
    assertThat(done).containsExactly("a", "b");
  }

  @Test
  void runsAnActionAtOnceThatComesTooLate() {
    token.cancel();

    token.onCancel(() -> done.add("late"));

    assertThat(done).containsExactly("late");
  }

  @Test
  void forgetsAnActionThatWasTakenOff() {
    Runnable takeOff = token.onCancel(() -> done.add("a"));

    takeOff.run();
    token.cancel();

    assertThat(done).isEmpty();
  }
}
