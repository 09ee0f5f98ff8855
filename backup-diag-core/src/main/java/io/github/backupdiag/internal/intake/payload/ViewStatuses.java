package io.github.backupdiag.internal.intake.payload;

import io.github.backupdiag.fact.azure.ViewStatus;
import java.util.List;

/** Reads the statuses of an instance view. */
final class ViewStatuses {

  private static final int LONGEST = 1_000;

  private ViewStatuses() {}

  static List<ViewStatus> all(Node statuses) {
    return statuses.each().stream().filter(Node::isObject).map(ViewStatuses::one).toList();
  }

  static ViewStatus one(Node status) {
    String message = status.first("message");
    return new ViewStatus(
        status.first("code"),
        status.first("level"),
        status.first("displaystatus"),
        message.length() > LONGEST ? message.substring(0, LONGEST) : message,
        Times.of(status.get("time")));
  }

  /** Hands out the messages of what failed; they are no incident of a backup by themselves. */
  static void tell(Place place, Walk walk) {
    if (place.node().isObject() && one(place.node()).isFailed()) {
      walk.out()
          .passage(
              Passage.NO_INCIDENT,
              Role.DETAIL,
              place.field("message"),
              place.node().first("message"));
      return;
    }
    place.children().forEach(child -> tell(child, walk));
  }
}
