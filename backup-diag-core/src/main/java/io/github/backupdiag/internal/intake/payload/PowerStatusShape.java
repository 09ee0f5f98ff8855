package io.github.backupdiag.internal.intake.payload;

import io.github.backupdiag.fact.azure.InstanceView;
import io.github.backupdiag.internal.intake.payload.Payload.Kind;
import java.util.List;

/** The power state of a VM where a query left nothing else of its instance view. */
final class PowerStatusShape implements Shape {

  @Override
  public Kind kind(Node node) {
    return Kind.INSTANCE_VIEW;
  }

  @Override
  public boolean fits(Node node) {
    return node.count("displaystatus", "level") > 0
        && !ViewStatuses.one(node).of("PowerState").isEmpty();
  }

  @Override
  public void read(Place place, Walk walk) {
    walk.out()
        .views()
        .add(
            new InstanceView(null, null, List.of(ViewStatuses.one(place.node())), null, List.of()));
  }
}
