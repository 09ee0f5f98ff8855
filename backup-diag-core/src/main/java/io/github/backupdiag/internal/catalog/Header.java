package io.github.backupdiag.internal.catalog;

import java.util.List;

/**
 * Checks what stands around entries and words, so that no part of a document is lost in silence.
 */
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
    checkVersion(fields, problems);
    KINDS.forEach(fields::items);
    fields.refuseOthers();
  }

  private static void checkVersion(Fields fields, Problems problems) {
    String version = fields.text("schemaVersion");
    if (!version.isEmpty() && !version.startsWith("1.")) {
      problems.add(
          fields.place("schemaVersion"),
          "schemaVersion '" + version + "' cannot be read by this version; expected '1.0'");
    }
  }

  static void checkTexts(Documents.Document document, String language, Problems problems) {
    Fields fields = new Fields(document.root(), document.file(), problems);
    if (!fields.isObject()) {
      return;
    }
    checkVersion(fields, problems);
    String written = fields.text("language");
    if (!written.isEmpty() && !written.equals(language)) {
      problems.add(
          fields.place("language"),
          "'language' is '" + written + "'; the words of '" + language + "' were asked for");
    }
    fields.flag("reviewed");
    fields.requiredObject("texts", "give an object of texts by id");
    fields.refuseOthers();
  }
}
