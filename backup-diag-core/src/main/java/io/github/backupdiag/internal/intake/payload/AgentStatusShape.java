package io.github.backupdiag.internal.intake.payload;

import io.github.backupdiag.internal.intake.payload.Payload.Kind;

/**
 * What the agent reports of itself and of all extensions ({@code waagent_status.json}, {@code
 * aggregatestatus.json}). The time in it is that of the report: no failure has it.
 */
final class AgentStatusShape implements Shape {

  @Override
  public Kind kind(Node node) {
    return Kind.AGENT_STATUS;
  }

  @Override
  public boolean fits(Node node) {
    return node.get("aggregatestatus").count("guestagentstatus", "handleraggregatestatus") > 0;
  }

  @Override
  public void read(Place place, Walk walk) {
    walk.out().reports().aggregate(place.node());
    for (Place handler : place.field("aggregatestatus", "handleraggregatestatus").children()) {
      Place work = handler.field("runtimesettingsstatus", "settingsstatus");
      if (work.node().isNothing() || !ExtensionStatusShape.readFailure(work, null, walk)) {
        tell(handler, walk);
        tell(work.field("status"), walk);
      }
    }
  }

  /** Hands out the message of what failed; it is no incident of a backup by itself. */
  static void tell(Place place, Walk walk) {
    State state = State.of(place.node().first("status"));
    if (state == State.FAILED || HandlerStatusShape.isDown(place.node())) {
      Place message = place.field("formattedmessage", "message");
      walk.out().passage(Passage.NO_INCIDENT, Role.DETAIL, message, message.node().text());
    }
  }
}
