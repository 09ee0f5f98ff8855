package io.github.backupdiag.internal.intake.payload;

/**
 * How much of an input is still to be read: dense JSON takes far more room as a tree than as text.
 */
final class Budget {

  /** How many characters of an input are looked at. */
  static final int CHARACTERS = 8 * 1024 * 1024;

  private int nodes = 250_000;

  /** Takes one node, unless none is left. */
  boolean take() {
    return nodes > 0 && nodes-- > 0;
  }

  /** Takes many, or what is left. */
  boolean take(int count) {
    boolean enough = nodes > count;
    nodes = enough ? nodes - count : 0;
    return enough;
  }

  boolean isSpent() {
    return nodes == 0;
  }
}
