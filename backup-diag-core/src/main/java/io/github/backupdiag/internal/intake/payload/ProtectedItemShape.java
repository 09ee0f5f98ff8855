package io.github.backupdiag.internal.intake.payload;

import io.github.backupdiag.internal.intake.payload.Payload.Kind;

/** A protected item of a vault, with the state of its last backup. */
final class ProtectedItemShape implements Shape {

  @Override
  public Kind kind(Node node) {
    return Kind.PROTECTED_ITEM;
  }

  @Override
  public boolean fits(Node node) {
    Node body = node.body();
    return body.count(
                "lastbackupstatus",
                "healthstatus",
                "healthdetails",
                "protectionstatus",
                "protectionstate")
            >= 2
        && body.count(
                "sourceresourceid",
                "virtualmachineid",
                "friendlyname",
                "containername",
                "policyid",
                "backupmanagementtype")
            >= 1;
  }

  @Override
  public void read(Place place, Walk walk) {
    Place inner = place.body();
    Node body = inner.node();
    boolean error = !body.get("healthdetails").items().isEmpty();
    ResourceIds ids =
        ResourceIds.of(place.node()).orVm(body.first("friendlyname", "virtualmachinename"));
    if (!State.of(body.first("lastbackupstatus")).isFailed(error)) {
      good(place, body, ids, walk);
      return;
    }
    int incident = walk.out().incident(Times.first(body, "lastbackuptime"), ids);
    walk.texts(inner.field("healthdetails"), incident);
    walk.texts(inner.field("lastbackuperrordetail"), incident);
  }

  private static void good(Place place, Node body, ResourceIds ids, Walk walk) {
    if (body.first("lastbackupstatus").equalsIgnoreCase("Completed")) {
      walk.out().good().add(Times.first(body, "lastbackuptime"), "", ids, place, "Completed");
    }
  }
}
