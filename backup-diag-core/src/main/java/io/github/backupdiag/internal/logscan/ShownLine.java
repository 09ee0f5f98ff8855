package io.github.backupdiag.internal.logscan;

import io.github.backupdiag.internal.parse.LineCut;
import io.github.backupdiag.internal.redact.Redactor;
import io.github.backupdiag.internal.scan.LineHit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Makes a line fit to be shown: without its secrets, then cut. Each line has a redactor of its own,
 * which therefore neither grows with the log nor depends on the order of threads.
 */
final class ShownLine implements UnaryOperator<LineHit> {

  private final List<String> literals;

  ShownLine(List<String> literals) {
    this.literals = literals;
  }

  @Override
  public LineHit apply(LineHit hit) {
    Redactor redactor = new Redactor();
    String text = redactor.redact(hit.text());
    Map<String, String> values = new LinkedHashMap<>();
    hit.values().forEach((name, value) -> values.put(name, shown(value, text, redactor)));
    return hit.showing(LineCut.of(text, literals.get(hit.phrase())), values);
  }

  /** A value that the line no longer shows was a secret, or a part of one, or held one. */
  private static String shown(String value, String text, Redactor redactor) {
    String safe = text.contains(value) ? value : redactor.redact(value);
    boolean hidden = safe.equals(value) && !text.contains(value);
    return hidden ? "[redacted]" : LineCut.of(safe, "");
  }
}
