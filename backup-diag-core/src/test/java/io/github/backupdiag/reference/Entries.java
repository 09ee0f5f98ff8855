package io.github.backupdiag.reference;

import io.github.backupdiag.catalog.Cause;
import io.github.backupdiag.catalog.ErrorCode;
import io.github.backupdiag.catalog.NumericError;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Writes codes and causes as lines of a list, the same way on every page. */
final class Entries {

  private final Page page;
  private final Words words;
  private final Html html;

  Entries(Page page) {
    this.page = page;
    this.words = page.words();
    this.html = page.html();
  }

  static Said title(Words words, ErrorCode code) {
    return words.textOr("code." + code.code() + ".title", code.code());
  }

  static Said title(Words words, Cause cause) {
    return words.text("cause." + cause.id() + ".title");
  }

  /** Writes a number that stands for an error, with its meaning. */
  void error(NumericError error) {
    html.open("li");
    html.open("a", "href", page.to(Links.NUMBERS) + "#" + Links.safe(error.id()));
    html.put("code", error.symbol() == null ? error.value() : error.value() + " " + error.symbol());
    html.text(" ")
        .put("span", words.textOr("error." + error.id() + ".meaning", ""), "class", "title");
    html.close().close();
  }

  /** Gives causes in the order of their titles. */
  List<Cause> byTitle(Collection<Cause> causes) {
    return causes.stream()
        .sorted(Comparator.comparing(cause -> title(words, cause).text()))
        .toList();
  }

  /** Writes a code with its title and marks; a key of ours is not shown as a code. */
  void code(ErrorCode code, String note) {
    html.open("li");
    codeLine(code, note);
    html.close();
  }

  /** Writes what {@link #code} writes, outside of a list. */
  void codeLine(ErrorCode code, String note) {
    html.open("a", "href", page.to(Links.code(code.code())));
    if (!code.synthetic()) {
      html.put("code", code.code()).text(" ");
    }
    html.put("span", title(words, code), "class", "title");
    html.close();
    marks(code);
    if (!note.isEmpty()) {
      html.text(" ").put("span", note, "class", "muted note");
    }
  }

  void marks(ErrorCode code) {
    if (code.synthetic()) {
      badge("synthetic", "caution");
    }
    if (code.obsolete()) {
      badge("obsolete", "caution");
    }
  }

  /** Writes a cause with its title and marks. */
  void cause(Cause cause) {
    html.open("li");
    causeLine(cause, "");
    html.close();
  }

  /** Writes a cause with its summary. */
  void causeWithSummary(Cause cause) {
    html.open("li");
    causeLine(cause, "");
    if (words.has("cause." + cause.id() + ".summary")) {
      html.put("p", words.text("cause." + cause.id() + ".summary"));
    }
    html.close();
  }

  /** Writes a cause, linked to a place on its page. */
  void causeAt(Cause cause, String anchor) {
    html.open("li");
    causeLine(cause, "#" + anchor);
    html.close();
  }

  void badge(String label, String tone) {
    html.text(" ").put("span", words.label(label), "class", ("badge " + tone).trim());
  }

  private void causeLine(Cause cause, String anchor) {
    html.open("a", "href", page.to(Links.cause(cause.id())) + anchor);
    html.put("span", title(words, cause), "class", "title");
    html.close();
    if (cause.danger()) {
      badge("danger", "danger");
    }
    if (cause.kind() != Cause.Kind.FAULT) {
      badge("fault." + cause.kind().name().toLowerCase(java.util.Locale.ROOT), "");
    }
  }
}
