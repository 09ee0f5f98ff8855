package io.github.backupdiag.internal.intake.payload;

import io.github.backupdiag.internal.intake.payload.Payload.Kind;

/** A restore point of a protected VM ({@code IaasVMRecoveryPoint} of the REST interface). */
final class RecoveryPointShape implements Shape {

  @Override
  public Kind kind(Node node) {
    return Kind.RECOVERY_POINT;
  }

  @Override
  public boolean fits(Node node) {
    return node.body().count("recoverypointtime", "recoverypointtype") == 2;
  }

  @Override
  public void read(Place place, Walk walk) {
    Node point = place.node().body();
    String type = point.first("recoverypointtype");
    ResourceIds ids = ResourceIds.of(place.node()).orVm(point.first("itemname"));
    walk.out().good().add(Times.first(point, "recoverypointtime"), type, ids, place, type);
  }
}
