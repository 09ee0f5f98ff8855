package io.github.backupdiag.internal.event;

import io.github.backupdiag.fact.guest.WindowsEvent;
import java.util.List;
import java.util.Set;

/**
 * Events that are alike.
 *
 * @param provider short name of the provider
 * @param ids numbers, one of them
 * @param holdsOneOf texts of which it holds one; empty for any event
 * @param alsoOneOf further texts of which it holds one; empty for any event
 */
record EventPattern(
    String provider, Set<Integer> ids, List<String> holdsOneOf, List<String> alsoOneOf) {

  boolean fits(WindowsEvent event) {
    return ids.contains(event.id())
        && event.isBy(provider)
        && holds(event, holdsOneOf)
        && holds(event, alsoOneOf);
  }

  private static boolean holds(WindowsEvent event, List<String> texts) {
    return texts.isEmpty() || texts.stream().anyMatch(event::holds);
  }
}
