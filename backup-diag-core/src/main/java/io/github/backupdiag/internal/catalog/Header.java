package io.github.backupdiag.internal.catalog;

import java.util.List;

/** Checks what stands around the entries of a document, so that no part is lost in silence. */
final class Header {

  private static final List<String> KINDS =
      List.of(
          "codes",
          "causes",
          "remediations",
          "signatures",
          "messages",
          "defects",
          "checks",
          "errors");

  private Header() {}

  static void check(Documents.Document document, Problems problems) {
    Fields fields = new Fields(document.root(), document.file(), problems);
    if (!fields.isObject()) {
      return;
    }
    String version = fields.text("schemaVersion");
    if (!version.isEmpty() && !version.startsWith("1.")) {
      problems.add(
          fields.place("schemaVersion"),
          "schemaVersion '" + version + "' cannot be read by this version; expected '1.0'");
    }
    KINDS.forEach(fields::items);
    fields.refuseOthers();
  }
}
