package io.github.backupdiag.internal.intake.payload;

import java.util.ArrayList;
import java.util.List;

/**
 * Takes an input apart. Reads any text without an exception and in bounded time and room; what it
 * leaves out for that it says.
 */
public final class Payloads {

  private Payloads() {}

  /**
   * Finds out what a text is and takes it apart.
   *
   * @param text any text; of more than 8 Mi characters only the beginning is read
   * @return what it holds
   */
  public static Payload read(String text) {
    PayloadBuilder out = new PayloadBuilder();
    int from = text.startsWith("\uFEFF") ? 1 : 0;
    int limit = Math.min(text.length(), Budget.CHARACTERS);
    if (limit < text.length()) {
      out.problems().tooLong(limit);
    }
    String input = from == 0 && limit == text.length() ? text : text.substring(from, limit);
    Walk walk = new Walk(out);
    if (SeparatedRows.read(input, input.length(), walk)) {
      return out.build();
    }
    for (Segment segment : segments(input, walk)) {
      Node node = segment.node();
      if (node == null) {
        Prose.read(segment, walk);
      } else {
        walk.through(Place.root(node));
      }
    }
    return out.build();
  }

  /** JSON of no known form between lines of a text, such as a log, stays part of it. */
  private static List<Segment> segments(String input, Walk walk) {
    PayloadBuilder out = walk.out();
    List<Segment> all = Segments.ofInput(input, input.length(), out.budget(), out.problems());
    if (all.stream().allMatch(segment -> !segment.isProse())) {
      return all;
    }
    List<Segment> joined = new ArrayList<>();
    List<Segment> prose = new ArrayList<>();
    for (Segment segment : all) {
      Node node = segment.node();
      if (node == null || !walk.knows(Place.root(node))) {
        prose.add(segment);
      } else {
        flush(prose, joined);
        joined.add(segment);
      }
    }
    if (prose.size() == all.size()) {
      return List.of(new Segment(null, input, all.get(0).line()));
    }
    flush(prose, joined);
    return joined;
  }

  private static void flush(List<Segment> prose, List<Segment> joined) {
    if (!prose.isEmpty()) {
      StringBuilder text = new StringBuilder();
      prose.forEach(segment -> text.append(segment.text()));
      joined.add(new Segment(null, text.toString(), prose.get(0).line()));
      prose.clear();
    }
  }
}
