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
    String input = from == 0 ? text : text.substring(from);
    Walk walk = new Walk(out);
    for (Segment segment : Segments.ofInput(input, limit - from, out.budget(), out.problems())) {
      Node node = segment.node();
      if (node == null) {
        Prose.read(segment, out);
      } else {
        walk.through(Place.root(node));
      }
    }
    return out.build();
  }
}
