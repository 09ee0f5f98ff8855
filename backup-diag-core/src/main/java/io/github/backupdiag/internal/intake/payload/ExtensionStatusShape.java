package io.github.backupdiag.internal.intake.payload;

import io.github.backupdiag.internal.intake.payload.Payload.Kind;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The status that an extension writes ({@code N.status}). Of the backup extension the code counts,
 * not the word; of another one nothing speaks of a failed backup.
 */
final class ExtensionStatusShape implements Shape {

  /** Done, done but consistent with the disks only, done before, still working, no scripts. */
  private static final Set<String> NO_FAILURES = Set.of("0", "1", "3", "4", "316");

  @Override
  public Kind kind(Node node) {
    return Kind.EXTENSION_STATUS;
  }

  @Override
  public boolean fits(Node node) {
    Node status = node.get("status");
    return status.isObject()
        && status.count("operation", "formattedmessage", "substatus", "code") >= 2
        && status.has("status");
  }

  @Override
  public void read(Place place, Walk walk) {
    walk.out().reports().status(place.node());
    readFailure(place, Times.first(place.node(), "timestamputc"), walk);
  }

  /** Reads a status that tells of a failed backup; tells whether it does. */
  static boolean readFailure(Place place, @Nullable Instant at, Walk walk) {
    Node status = place.node().get("status");
    Node inner = inner(place, walk);
    String code = inner.first("code").isEmpty() ? status.first("code") : inner.first("code");
    boolean failed =
        code.isEmpty()
            ? State.of(status.first("status")) == State.FAILED
            : !NO_FAILURES.contains(code);
    boolean ofBackup = failed && isOfBackup(status);
    if (ofBackup) {
      int incident = walk.out().incident(at, ResourceIds.of(place.node()));
      walk.texts(place.field("status"), incident);
    }
    return ofBackup;
  }

  /** The whole status stands once more inside, as text: there the code is the true one. */
  private static Node inner(Place place, Walk walk) {
    for (Place part : place.field("status", "substatus").children()) {
      for (Place inside : walk.inside(part.field("name"))) {
        Node first = inside.node().items().isEmpty() ? inside.node() : inside.node().items().get(0);
        if (first.get("status").isObject()) {
          return first.get("status");
        }
      }
    }
    return Node.NOTHING;
  }

  private static boolean isOfBackup(Node status) {
    String name = status.first("name");
    return name.isEmpty() || name.toLowerCase(Locale.ROOT).contains("vmsnapshot");
  }
}
