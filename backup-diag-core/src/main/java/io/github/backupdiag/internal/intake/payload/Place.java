package io.github.backupdiag.internal.intake.payload;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A value and the way to it. The path is written only when somebody asks, since most never do.
 *
 * @param parent the value it is part of, or null
 * @param step name or number within the parent, empty where a text was decoded
 * @param node the value
 * @param decoded in how many texts it lies
 */
record Place(@Nullable Place parent, String step, Node node, int decoded) {

  private static final int LONGEST_STEP = 60;
  private static final int LONGEST_PATH = 200;
  private static final int MOST_DECODED = 4;

  static Place root(Node node) {
    return new Place(null, "", node, 0);
  }

  /** Goes to a field by its folded name; what is not there is nothing. */
  Place field(String folded) {
    return to(node.get(folded));
  }

  /** Goes to the properties of a resource; stays if it is flat. */
  Place body() {
    Place properties = field("properties");
    return properties.node().isObject() ? properties : this;
  }

  Place field(String first, String second) {
    return field(first).field(second);
  }

  /** Goes to the fields of an object or the items of an array. */
  List<Place> children() {
    List<Place> children = new ArrayList<>();
    for (Node field : node.fields().values()) {
      children.add(to(field));
    }
    for (int i = 0; i < node.items().size(); i++) {
      children.add(new Place(this, "[" + i + "]", node.items().get(i), decoded));
    }
    return children;
  }

  private Place to(Node field) {
    String name = field.name();
    String step = name.length() > LONGEST_STEP ? name.substring(0, LONGEST_STEP) + "…" : name;
    return new Place(this, step, field, decoded);
  }

  /** Gives what a text holds, if texts may still be decoded here. */
  Place inside(Node inner) {
    return new Place(this, "", inner, decoded + 1);
  }

  boolean isDecodable() {
    return decoded < MOST_DECODED;
  }

  String path() {
    Deque<String> steps = new ArrayDeque<>();
    for (Place at = this; at != null; at = at.parent) {
      steps.push(at.step);
    }
    StringBuilder path = new StringBuilder();
    for (String step : steps) {
      path.append(path.isEmpty() || step.isEmpty() || step.startsWith("[") ? "" : ".").append(step);
    }
    int length = path.length();
    return length <= LONGEST_PATH
        ? path.toString()
        : "…" + path.substring(length - LONGEST_PATH + 1);
  }
}
