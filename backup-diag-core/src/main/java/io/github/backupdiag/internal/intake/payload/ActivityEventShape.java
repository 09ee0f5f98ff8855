package io.github.backupdiag.internal.intake.payload;

import io.github.backupdiag.internal.intake.payload.Payload.Kind;

/** An event of the activity log, from the portal, the command line, or a workspace. */
final class ActivityEventShape implements Shape {

  @Override
  public Kind kind(Node node) {
    return Kind.ACTIVITY_LOG;
  }

  @Override
  public boolean fits(Node node) {
    boolean operation = node.has("operationname") || node.has("operationnamevalue");
    return operation
        && node.count("status", "activitystatus", "activitystatusvalue", "resulttype") > 0
        && node.count(
                "eventtimestamp",
                "time",
                "timegenerated",
                "correlationid",
                "eventdataid",
                "caller",
                "level")
            > 0;
  }

  @Override
  public void read(Place place, Walk walk) {
    Node event = place.node();
    if (state(event) != State.FAILED) {
      return;
    }
    int incident =
        walk.out()
            .incident(
                Times.first(
                    event, "eventtimestamp", "time", "timegenerated", "submissiontimestamp"),
                ResourceIds.of(event));
    for (String part :
        new String[] {"properties", "statusmessage", "description", "resultdescription"}) {
      walk.texts(place.field(part), incident);
    }
  }

  private static State state(Node event) {
    for (String field :
        new String[] {"status", "activitystatusvalue", "activitystatus", "resulttype"}) {
      Node status = event.get(field);
      String word = status.isObject() ? status.first("value", "localizedvalue") : status.text();
      if (!word.isBlank()) {
        return State.of(word);
      }
    }
    return State.UNCLEAR;
  }
}
