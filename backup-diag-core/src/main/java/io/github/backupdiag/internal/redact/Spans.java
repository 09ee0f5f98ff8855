package io.github.backupdiag.internal.redact;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What the scanners found in one text; overlapping and touching finds become one. */
final class Spans {

  private static final Comparator<Span> OUTER_FIRST =
      Comparator.comparingInt(Span::start)
          .thenComparing(Comparator.comparingInt(Span::end).reversed());

  private final PlainText text;
  private final List<Span> found = new ArrayList<>();

  Spans(PlainText text) {
    this.text = text;
  }

  void add(int start, int end, Kind kind) {
    add(start, end, kind, "");
  }

  void add(int start, int end, Kind kind, String quote) {
    if (start < end) {
      found.add(new Span(start, end, kind, quote));
    }
  }

  /** Disjoint, in the order of the text, without tokens of an earlier redaction. */
  List<Span> joined() {
    found.sort(OUTER_FIRST);
    List<Span> joined = new ArrayList<>(found.size());
    for (Span span : found) {
      int last = joined.size() - 1;
      if (last >= 0 && joined.get(last).touches(span)) {
        joined.set(last, joined.get(last).joined(span));
      } else {
        joined.add(span);
      }
    }
    joined.removeIf(span -> text.isToken(span.start(), span.end()));
    return joined;
  }
}
