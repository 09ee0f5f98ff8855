package io.github.backupdiag.internal.agent;

import io.github.backupdiag.fact.backup.LogEvent;
import java.util.List;

/**
 * What systemd says of a service that ends in error: that its main process exited, and after five
 * ends in ten seconds that it starts it no more (systemd, src/core/service.c and unit.c).
 */
final class UnitEnds {

  private static final String GIVEN_UP = "tart request repeated too quickly";
  private static final String EXITED = "agent.service: Main process exited, code=exited";

  private UnitEnds() {}

  static boolean isOne(LogEvent event) {
    return event.text().contains(EXITED) || event.text().contains(GIVEN_UP);
  }

  static boolean isGivenUp(List<LogEvent> events) {
    return events.stream().anyMatch(event -> event.text().contains(GIVEN_UP));
  }
}
