package io.github.backupdiag.fact.guest;

import java.util.List;

/**
 * Policies that say which programs may run.
 *
 * @param blocking places of those that may block
 * @param auditing places of those that only write what they would have blocked
 */
public record AppControlPolicy(List<String> blocking, List<String> auditing) {

  /**
   * Copies the lists.
   *
   * @param blocking places of those that may block
   * @param auditing places of those that only write
   */
  public AppControlPolicy {
    blocking = List.copyOf(blocking);
    auditing = List.copyOf(auditing);
  }
}
