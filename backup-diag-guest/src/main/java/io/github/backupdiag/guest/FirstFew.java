package io.github.backupdiag.guest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** Keeps the first few of many by an order, without keeping the others. */
final class FirstFew<T> {

  private final Comparator<T> order;
  private final int most;
  private final PriorityQueue<T> lastOnTop;
  private boolean complete = true;

  FirstFew(int most, Comparator<T> order) {
    this.order = order;
    this.most = most;
    this.lastOnTop = new PriorityQueue<>(order.reversed());
  }

  void add(T element) {
    lastOnTop.add(element);
    if (lastOnTop.size() > most) {
      lastOnTop.poll();
      complete = false;
    }
  }

  List<T> inOrder() {
    List<T> all = new ArrayList<>(lastOnTop);
    all.sort(order);
    return all;
  }

  /** Whether there was nothing to keep. */
  boolean isEmpty() {
    return complete && lastOnTop.isEmpty();
  }

  /** Whether none was left out. */
  boolean isComplete() {
    return complete;
  }
}
