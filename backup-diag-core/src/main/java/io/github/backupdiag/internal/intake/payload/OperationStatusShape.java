package io.github.backupdiag.internal.intake.payload;

import io.github.backupdiag.internal.intake.payload.Payload.Kind;

/** The state of an asynchronous operation of ARM. */
final class OperationStatusShape implements Shape {

  @Override
  public Kind kind(Node node) {
    return Kind.OPERATION_STATUS;
  }

  @Override
  public boolean fits(Node node) {
    boolean ended = node.count("starttime", "endtime", "percentcomplete") > 0;
    return node.has("status")
        && !node.get("status").isObject()
        && (node.get("error").isObject() || (ended && node.count("id", "name") > 0));
  }

  @Override
  public void read(Place place, Walk walk) {
    Node operation = place.node();
    if (!State.of(operation.first("status")).isFailed(operation.get("error").isObject())) {
      return;
    }
    int incident =
        walk.out()
            .incident(Times.first(operation, "endtime", "starttime"), ResourceIds.of(operation));
    walk.texts(place.field("error"), incident);
    walk.texts(place.field("properties"), incident);
  }
}
