package io.github.backupdiag.internal.intake.payload;

import io.github.backupdiag.internal.intake.payload.Payload.Kind;
import java.util.List;

/** Text between records, or an input without any: lists and tables in it, and what remains. */
final class Prose {

  private static final List<TextForm> FORMS =
      List.of(new EventXml(), new DashedTable(), new ComputeList(), new PropertyList());

  private final Walk walk;
  private final List<Line> lines;
  private int freeFrom;

  private Prose(Walk walk, List<Line> lines) {
    this.walk = walk;
    this.lines = lines;
  }

  static void read(Segment segment, Walk walk) {
    if (!segment.isProse()) {
      return;
    }
    List<Line> lines = Line.of(segment.text(), segment.line());
    if (lines.isEmpty()) {
      walk.out().kind(Kind.TEXT);
      walk.out().passage(Passage.NO_INCIDENT, Role.FREE, "", segment.line(), segment.text());
    } else {
      new Prose(walk, lines).all();
    }
  }

  private void all() {
    int at = 0;
    while (at < lines.size()) {
      int next = lines.get(at).isBlank() ? at : behind(at);
      at = Math.max(next, at + 1);
    }
    free(lines.size());
  }

  private int behind(int at) {
    for (TextForm form : FORMS) {
      if (form.begins(lines, at)) {
        free(at);
        freeFrom = form.read(lines, at, walk);
        return freeFrom;
      }
    }
    return at;
  }

  private void free(int to) {
    if (to > freeFrom) {
      LabelledText.read(lines.subList(freeFrom, to), walk.out());
    }
  }
}
