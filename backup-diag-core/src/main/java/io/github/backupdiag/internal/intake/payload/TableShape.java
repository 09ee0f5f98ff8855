package io.github.backupdiag.internal.intake.payload;

import io.github.backupdiag.internal.intake.payload.Payload.Kind;
import java.util.ArrayList;
import java.util.List;

/** The answer to a query: columns, and rows of values in their order. */
final class TableShape implements Shape {

  @Override
  public Kind kind(Node node) {
    return Kind.LOG_ROWS;
  }

  @Override
  public boolean fits(Node node) {
    return !node.get("columns").items().isEmpty() && node.get("rows").kind() == Node.Kind.ARRAY;
  }

  @Override
  public void read(Place place, Walk walk) {
    List<String> columns = new ArrayList<>();
    for (Node column : place.node().get("columns").items()) {
      columns.add(column.isObject() ? column.first("name", "columnname") : column.text());
    }
    for (Place row : place.field("rows").children()) {
      List<Node> cells = row.node().items();
      List<Node> fields = new ArrayList<>();
      for (int i = 0; i < Math.min(cells.size(), columns.size()); i++) {
        fields.add(named(cells.get(i), columns.get(i)));
      }
      walk.through(
          new Place(
              row.parent(), row.step(), Node.object("", fields, row.node().line()), row.decoded()));
    }
  }

  private static Node named(Node cell, String name) {
    return new Node(cell.kind(), name, cell.text(), cell.items(), cell.fields(), cell.line());
  }
}
