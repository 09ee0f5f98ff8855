package io.github.backupdiag.internal.redact;

import java.util.function.UnaryOperator;

/** The ways in which a text is wrapped into another one. */
enum Escaping {
  NONE(text -> text),
  JSON(Escaping::json),
  JSON_IN_JSON(text -> json(json(text))),
  JSON_IN_JSON_IN_JSON(text -> json(json(json(text)))),
  JSON_WITH_CODE_POINTS(text -> json(text).replace("&", "\\u0026").replace("=", "\\u003d")),
  JSON_WITH_SLASHES(text -> json(text).replace("/", "\\/")),
  XML(Escaping::xml),
  XML_TWICE(text -> xml(xml(text))),
  JSON_IN_XML(text -> xml(json(text))),
  PERCENT(Escaping::percent),
  PERCENT_TWICE(text -> percent(percent(text))),
  PERCENT_IN_JSON(text -> json(percent(text)));

  @SuppressWarnings("ImmutableEnumChecker") // a pure function
  private final UnaryOperator<String> escape;

  Escaping(UnaryOperator<String> escape) {
    this.escape = escape;
  }

  String apply(String text) {
    return escape.apply(text);
  }

  private static String json(String text) {
    return text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
  }

  private static String xml(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  private static String percent(String text) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean kept = Character.isLetterOrDigit(c) || "-._~[]:".indexOf(c) >= 0;
      out.append(kept ? String.valueOf(c) : String.format("%%%02X", (int) c));
    }
    return out.toString();
  }
}
