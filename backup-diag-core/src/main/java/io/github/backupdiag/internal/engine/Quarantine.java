package io.github.backupdiag.internal.engine;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Extensions that did not return in time and whose thread still runs: they are not asked again, so
 * that each leaves one thread behind at the most.
 */
final class Quarantine {

  private final Map<String, Thread> running = new ConcurrentHashMap<>();

  void add(String id, Thread thread) {
    running.put(id, thread);
  }

  boolean holds(String id) {
    Thread thread = running.get(id);
    if (thread != null && !thread.isAlive()) {
      running.remove(id, thread);
      return false;
    }
    return thread != null;
  }
}
