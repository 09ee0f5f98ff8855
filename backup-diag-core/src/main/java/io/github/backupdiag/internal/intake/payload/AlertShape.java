package io.github.backupdiag.internal.intake.payload;

import io.github.backupdiag.internal.intake.payload.Payload.Kind;
import java.time.Instant;

/** An alert of Azure Monitor in the common alert schema. */
final class AlertShape implements Shape {

  @Override
  public Kind kind(Node node) {
    return Kind.ALERT;
  }

  @Override
  public boolean fits(Node node) {
    return node.get("essentials").isObject()
        || node.get("data", "essentials").isObject()
        || node.get("properties", "essentials").isObject();
  }

  private static Place body(Place alert) {
    Place data = alert.field("data");
    return data.node().get("essentials").isObject() ? data : alert.body();
  }

  @Override
  public void read(Place place, Walk walk) {
    Place inner = body(place);
    Node essentials = inner.node().get("essentials");
    if (State.of(essentials.first("monitorcondition")) == State.FINE) {
      return;
    }
    Place rows = rows(inner);
    int before = walk.out().incidents();
    if (!rows.node().isNothing()) {
      walk.through(rows);
    }
    if (walk.out().incidents() == before) {
      alone(place, inner, walk);
    }
  }

  /** The rows that a log alert found are the failures; the alert only counts them. */
  private static Place rows(Place body) {
    Place context = body.field("alertcontext");
    Place results = context.field("searchresults");
    return results.node().isNothing() ? context.field("searchresult") : results;
  }

  private static void alone(Place place, Place body, Walk walk) {
    Node essentials = body.node().get("essentials");
    Instant fired =
        Times.first(essentials, "fireddatetime", "startdatetime", "lastmodifieddatetime");
    ResourceIds ids = ids(place.node(), body.node());
    int incident = walk.out().incident(fired, ids);
    Place description = body.field("essentials", "description");
    walk.out().passage(incident, Role.MESSAGE, description, description.node().text());
    for (String part : new String[] {"alertcontext", "customproperties", "context"}) {
      walk.texts(body.field(part), incident);
    }
  }

  private static ResourceIds ids(Node alert, Node body) {
    ResourceIds ids = ResourceIds.of(alert);
    Node context = body.get("alertcontext");
    for (Node where :
        new Node[] {
          context, context.get("properties"), body.get("customproperties"), body.get("context")
        }) {
      ids.orVm(
              where.first(
                  "vmname",
                  "backupitemname",
                  "backupinstancename",
                  "datasourcename",
                  "protecteditemname"))
          .orVault(where.first("vaultname"));
    }
    return ids;
  }
}
