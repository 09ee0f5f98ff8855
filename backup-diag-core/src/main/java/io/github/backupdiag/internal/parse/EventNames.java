package io.github.backupdiag.internal.parse;

import java.util.Set;

/** The events that mean something to us; what is found in free text is held against it. */
public interface EventNames {

  /**
   * Gives the providers.
   *
   * @return short names, in lower case, see {@code WindowsEvent.shortName}
   */
  Set<String> providers();

  /**
   * Tells whether an event is among them.
   *
   * @param provider any name of the provider
   * @param id number of the event
   * @return true if it is
   */
  boolean knows(String provider, int id);
}
