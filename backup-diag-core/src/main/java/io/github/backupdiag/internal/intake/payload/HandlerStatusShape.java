package io.github.backupdiag.internal.intake.payload;

import io.github.backupdiag.internal.intake.payload.Payload.Kind;
import java.util.Set;

/** What the agent reports of one extension ({@code config/HandlerStatus}). */
final class HandlerStatusShape implements Shape {

  private static final Set<String> STATES =
      Set.of("Ready", "NotReady", "Installing", "Unresponsive");

  @Override
  public Kind kind(Node node) {
    return Kind.AGENT_STATUS;
  }

  @Override
  public boolean fits(Node node) {
    return STATES.contains(node.first("status"))
        && node.first("name").indexOf('.') > 0
        && node.count("version", "code", "message", "extensions") >= 2;
  }

  @Override
  public void read(Place place, Walk walk) {
    walk.out().reports().handler(place.node());
    if (isDown(place.node())) {
      Place message = place.field("message");
      walk.out()
          .passage(Passage.NO_INCIDENT, Role.DETAIL, message, message.node().first("message"));
      walk.out().passage(Passage.NO_INCIDENT, Role.DETAIL, message, message.node().text());
    }
  }

  static boolean isDown(Node handler) {
    return Set.of("NotReady", "Unresponsive").contains(handler.first("status"));
  }
}
