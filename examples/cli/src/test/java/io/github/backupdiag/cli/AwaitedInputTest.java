package io.github.backupdiag.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import org.junit.jupiter.api.Test;

class AwaitedInputTest {

  private AwaitedInput input;
  private boolean awaitedInside;

  @Test
  void tellsThatSomebodyWaits() throws Exception {
    input = new AwaitedInput(new Observer());
    assertThat(input.isAwaited()).isFalse();
    input.read();
    assertThat(awaitedInside).isTrue();
    assertThat(input.isAwaited()).isFalse();
    awaitedInside = false;
    input.readAllBytes();
    assertThat(awaitedInside).isTrue();
    assertThat(input.isAwaited()).isFalse();
  }

  private final class Observer extends InputStream {

    @Override
    public int read() {
      awaitedInside = input.isAwaited();
      return -1;
    }

    @Override
    public int read(byte[] bytes, int from, int length) {
      return read();
    }
  }
}
