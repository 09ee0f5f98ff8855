package io.github.backupdiag.internal.scan;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Hands over what the parts of a work give in the order of the parts. A few things may wait for
 * their turn; whoever has more waits itself. Used by one thread at a time.
 *
 * @param <T> type of the things
 */
final class InTurn<T> {

  private static final int MOST_WAITING = 2048;

  private final Turns turns;
  private final Consumer<T> taker;
  private final List<T> waiting = new ArrayList<>();
  private long number;
  private boolean hasTurn;

  InTurn(Turns turns, Consumer<T> taker) {
    this.turns = turns;
    this.taker = taker;
  }

  /** Begins another part. */
  void begin(long part) {
    number = part;
    hasTurn = false;
    waiting.clear();
  }

  void give(T thing) {
    if (hasTurn) {
      taker.accept(thing);
      return;
    }
    waiting.add(thing);
    if (waiting.size() >= MOST_WAITING) {
      await();
    }
  }

  /** Returns when all parts before have ended and what waited is handed over. */
  void await() {
    if (!hasTurn) {
      turns.await(number);
      hasTurn = true;
      waiting.forEach(taker);
      waiting.clear();
    }
  }
}
