package io.github.backupdiag.internal.intake.payload;

import io.github.backupdiag.internal.intake.payload.Payload.Kind;
import java.util.List;

/** Goes through the values of an input and hands each record to the shape that knows it. */
final class Walk {

  /** The more specific first. */
  private static final List<Shape> SHAPES =
      List.of(
          new AlertShape(),
          new TableShape(),
          new ProtectedItemShape(),
          new RecoveryPointShape(),
          new LogRowShape(),
          new ActivityEventShape(),
          new BackupJobShape(),
          new InstanceViewShape(),
          new ExtensionResourceShape(),
          new ExtensionStatusShape(),
          new AgentStatusShape(),
          new HandlerStatusShape(),
          new PowerStatusShape(),
          new OperationStatusShape(),
          new ErrorAnswerShape());

  private final PayloadBuilder out;

  Walk(PayloadBuilder out) {
    this.out = out;
  }

  PayloadBuilder out() {
    return out;
  }

  /** Reads a value that belongs to no record yet. */
  void through(Place place) {
    switch (place.node().kind()) {
      case OBJECT -> object(place);
      case ARRAY -> place.children().forEach(this::through);
      case TEXT, NUMBER -> loose(place);
      default -> {}
    }
  }

  private void object(Place place) {
    for (Shape shape : SHAPES) {
      if (shape.fits(place.node())) {
        out.kind(shape.kind(place.node()));
        shape.read(place, this);
        return;
      }
    }
    out.kind(Kind.JSON);
    place.children().forEach(this::through);
  }

  /** Tells whether a value holds a record of a known shape. */
  boolean knows(Place place) {
    return switch (place.node().kind()) {
      case OBJECT ->
          SHAPES.stream().anyMatch(shape -> shape.fits(place.node()))
              || place.children().stream().anyMatch(this::knows);
      case ARRAY -> place.children().stream().anyMatch(this::knows);
      case TEXT -> inside(place).stream().anyMatch(this::knows);
      default -> false;
    };
  }

  private void loose(Place place) {
    List<Place> inside = inside(place);
    if (inside.isEmpty()) {
      new RecordTexts(this, Passage.NO_INCIDENT).leaf(place);
    } else {
      inside.forEach(this::through);
    }
  }

  /** Gives all texts of a record to a failure. */
  void texts(Place place, int incident) {
    new RecordTexts(this, incident).all(place);
  }

  /** Gives what a text holds, if that is JSON; what stands around it comes as texts. */
  List<Place> inside(Place place) {
    String text = place.node().text();
    if (place.node().kind() != Node.Kind.TEXT || text.indexOf('{') < 0 || !place.isDecodable()) {
      return List.of();
    }
    List<Segment> segments =
        Segments.ofString(text, place.node().line(), out.budget(), out.problems());
    if (segments.stream().allMatch(segment -> segment.node() == null)) {
      return List.of();
    }
    return segments.stream()
        .filter(segment -> segment.node() != null || segment.isProse())
        .map(segment -> place.inside(content(segment, place.node())))
        .toList();
  }

  private static Node content(Segment segment, Node text) {
    Node value = segment.node();
    return value == null ? Node.text(text.name(), segment.text().strip(), text.line()) : value;
  }
}
