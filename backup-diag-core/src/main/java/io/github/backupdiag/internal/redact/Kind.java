package io.github.backupdiag.internal.redact;

import java.util.Locale;

/** What a hidden secret was; the word in its token. */
enum Kind {
  SAS,
  KEY,
  TOKEN,
  PASSWORD,
  PEM,
  SETTINGS,
  LINE;

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
