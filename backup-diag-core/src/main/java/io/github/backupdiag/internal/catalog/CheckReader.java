package io.github.backupdiag.internal.catalog;

import io.github.backupdiag.catalog.Check;
import io.github.backupdiag.catalog.NumericError;
import java.util.List;

/** Turns JSON entries into checks and numeric errors. */
final class CheckReader {

  private CheckReader() {}

  static Entry<Check> check(Fields fields, Problems problems) {
    Check check =
        new Check(
            fields.text("id"),
            fields.word("plane", List.of("azure", "guest")),
            fields.systems("os"),
            fields.oneOf("strength", Check.Strength.class),
            fields.texts("proves"),
            fields.texts("actions"),
            fields.flag("notCheckable"));
    return new Entry<>(check.id(), check, fields.place(), mode(fields));
  }

  static Entry<NumericError> error(Fields fields, Problems problems) {
    String kind = fields.text("kind");
    String value = fields.text("value");
    NumericError error =
        new NumericError(
            kind + "." + value,
            kind,
            value,
            fields.optionalText("symbol"),
            fields.numbers("decimals"),
            fields.word("retryable", List.of("yes", "no", "unknown")),
            fields.texts("causes"),
            fields.texts("codes"),
            fields.texts("sources"));
    return new Entry<>(error.id(), error, fields.place(), mode(fields));
  }

  private static Entry.Mode mode(Fields fields) {
    return fields.flag("replaces") ? Entry.Mode.REPLACES : Entry.Mode.NEW;
  }
}
