package io.github.backupdiag.internal.intake.payload;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Hands out the texts of one record with the role that the names of their fields give them. */
final class RecordTexts {

  private final Walk walk;
  private final int incident;

  RecordTexts(Walk walk, int incident) {
    this.walk = walk;
    this.incident = incident;
  }

  void all(Place place) {
    go(place, null, "");
  }

  /** Hands out one text that stands alone. */
  void leaf(Place place) {
    String name = Node.folded(place.node().name());
    text(place, Roles.of(name), name);
  }

  private void go(Place place, @Nullable Role inherited, String under) {
    Node node = place.node();
    String name = node.name().isEmpty() ? under : Node.folded(node.name());
    Role own = Roles.of(name);
    Role role = inherited == Role.RECOMMENDATION || own == null ? inherited : own;
    switch (node.kind()) {
      case OBJECT -> object(place, containerRole(role), name);
      case ARRAY -> place.children().forEach(child -> go(child, role, name));
      case TEXT, NUMBER ->
          value(place, own == null && !under.equals(name) ? soft(role) : role, name);
      default -> {}
    }
  }

  /** Of an object only the advice passes on to all below. */
  private static @Nullable Role containerRole(@Nullable Role role) {
    return role == Role.RECOMMENDATION ? role : null;
  }

  private static @Nullable Role soft(@Nullable Role role) {
    return role == Role.ERROR_CODE ? null : role;
  }

  private void object(Place place, @Nullable Role role, String name) {
    Node node = place.node();
    Node value = node.get("value");
    if (Roles.isName(name) && node.has("datetime")) {
      return;
    }
    if (node.fields().size() <= 4 && isText(value) && isText(key(node))) {
      Node named =
          new Node(
              value.kind(),
              key(node).text(),
              value.text(),
              List.of(),
              value.fields(),
              value.line());
      go(new Place(place, "value", named, place.decoded()), role, "");
      return;
    }
    place.children().forEach(child -> go(child, role, name));
  }

  private static Node key(Node pair) {
    return pair.has("name") ? pair.get("name") : pair.get("key");
  }

  private static boolean isText(Node node) {
    return node.kind() == Node.Kind.TEXT || node.kind() == Node.Kind.NUMBER;
  }

  private void value(Place place, @Nullable Role role, String name) {
    List<Place> inside = role == Role.RECOMMENDATION ? List.of() : walk.inside(place);
    if (inside.isEmpty()) {
      text(place, role, name);
    }
    for (Place part : inside) {
      if (part.node().kind() == Node.Kind.TEXT) {
        text(part, role, name);
      } else {
        go(part, containerRole(role), name);
      }
    }
  }

  private void text(Place place, @Nullable Role role, String name) {
    String text = place.node().text();
    if (role == null) {
      if (place.node().kind() == Node.Kind.TEXT && !Roles.isName(name) && Roles.isDetail(text)) {
        walk.out().passage(incident, Role.DETAIL, place, text);
      }
    } else if (role != Role.ERROR_CODE || Roles.isCode(text)) {
      walk.out().passage(incident, role, place, text);
    }
  }
}
