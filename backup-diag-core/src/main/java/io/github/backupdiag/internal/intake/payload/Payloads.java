package io.github.backupdiag.internal.intake.payload;

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
    for (Segment segment : Segments.ofInput(input, input.length(), out.budget(), out.problems())) {
      Node node = segment.node();
      if (node == null) {
        Prose.read(segment, walk);
      } else {
        walk.through(Place.root(node));
      }
    }
    return out.build();
  }
}
