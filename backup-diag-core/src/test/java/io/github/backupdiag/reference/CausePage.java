package io.github.backupdiag.reference;

import io.github.backupdiag.catalog.Cause;
import io.github.backupdiag.catalog.ErrorCode;
import io.github.backupdiag.catalog.KnownDefect;
import io.github.backupdiag.catalog.LogSignature;
import io.github.backupdiag.catalog.NumericError;
import io.github.backupdiag.catalog.Os;
import io.github.backupdiag.catalog.Remediation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The page of a cause: danger first, what it is, how it is checked, what to do. */
final class CausePage {

  private final Knowledge knowledge;
  private final Page page;
  private final Words words;
  private final Html html;
  private final Entries entries;
  private final Cause cause;

  private CausePage(Knowledge knowledge, Page page, Cause cause) {
    this.knowledge = knowledge;
    this.page = page;
    this.words = page.words();
    this.html = page.html();
    this.entries = new Entries(page);
    this.cause = cause;
  }

  static String write(Knowledge knowledge, Page page, Cause cause) {
    return new CausePage(knowledge, page, cause).write();
  }

  private String write() {
    page.open(Entries.title(words, cause).text());
    headline();
    page.contents();
    steps();
    new CheckedPart(knowledge, page, cause).write();
    causes("leads-to", "leads", cause.leadsTo().stream().map(knowledge::cause).toList());
    causes("led-from", "led", knowledge.causesThatBring(cause));
    codes();
    defects();
    lines();
    return page.close();
  }

  private void headline() {
    if (cause.danger()) {
      html.put("p", words.text("report.danger.first"), "class", "danger");
    }
    html.put("p", words.label("kind.cause"), "class", "kicker");
    html.open("h1");
    html.put("code", cause.id(), "class", "label");
    html.put("span", Entries.title(words, cause)).close();
    marks();
    if (words.has("cause." + cause.id() + ".summary")) {
      html.put("p", words.text("cause." + cause.id() + ".summary"), "class", "lead");
    }
    if (cause.kind() != Cause.Kind.FAULT) {
      html.put("p", words.label("fault." + tag(cause.kind()) + ".note"), "class", "caution");
    }
  }

  private void marks() {
    html.open("p", "class", "marks");
    entries.badge("fault." + tag(cause.kind()), cause.kind() == Cause.Kind.FAULT ? "" : "caution");
    if (cause.kind() == Cause.Kind.FAULT) {
      entries.badge("prior." + tag(cause.prior()), "");
    }
    cause.os().stream().sorted().forEach(os -> entries.badge("os." + tag(os), ""));
    html.text(" ").put("span", words.labelOf("topic", cause.topic()), "class", "badge");
    html.close();
  }

  private void steps() {
    page.part("steps", words.label("todo"));
    List<Remediation> remedies = cause.remediations().stream().map(knowledge::remediation).toList();
    if (remedies.isEmpty()) {
      html.put("p", words.label("todo.none"));
    }
    if (RemedyPart.haveGaps(words, remedies)) {
      html.put("p", words.label("todo.placeholders"), "class", "muted");
    }
    for (Remediation remedy : remedies) {
      new RemedyPart(page, remedy).write(cause.os().size() > 1 ? List.of(Os.values()) : List.of());
    }
    html.close();
  }

  private void causes(String anchor, String label, List<Cause> causes) {
    if (!causes.isEmpty()) {
      page.part(anchor, words.label(label));
      html.open("ul", "class", "entries");
      causes.forEach(entries::cause);
      html.close().close();
    }
  }

  private void codes() {
    page.part("codes", words.label("named"));
    List<ErrorCode> codes = knowledge.codesThatName(cause);
    if (codes.isEmpty()) {
      html.put("p", words.label("named.none"));
    } else {
      html.open("ul", "class", "entries");
      codes.forEach(code -> entries.code(code, placeIn(code)));
      html.close();
    }
    html.close();
    List<NumericError> errors = knowledge.errorsThatName(cause);
    if (!errors.isEmpty()) {
      page.part("numbers", words.label("numbers.naming"));
      html.open("ul", "class", "entries");
      errors.forEach(entries::error);
      html.close().close();
    }
  }

  private String placeIn(ErrorCode code) {
    int place = code.causes().indexOf(cause.id()) + 1;
    return words.label(
        "named.place",
        "place",
        String.valueOf(place),
        "count",
        String.valueOf(code.causes().size()));
  }

  private void defects() {
    List<KnownDefect> defects = knowledge.defectsOf(cause);
    if (!defects.isEmpty()) {
      page.part("defects", words.label("defects"));
      html.open("ul");
      for (KnownDefect defect : defects) {
        html.open("li").put("code", defect.component());
        html.text(": " + String.join("; ", versions(defect))).close();
      }
      html.close().close();
    }
  }

  private List<String> versions(KnownDefect defect) {
    List<String> versions = new ArrayList<>();
    KnownDefect.Versions of = defect.versions();
    if (of.min() != null) {
      versions.add(words.label("defect.min", "version", of.min()));
    }
    if (of.below() != null) {
      versions.add(words.label("defect.below", "version", of.below()));
    }
    if (!of.seen().isEmpty()) {
      versions.add(words.label("defect.seen", "versions", String.join(", ", of.seen())));
    }
    if (defect.fixedIn() != null) {
      versions.add(words.label("defect.fixed", "version", defect.fixedIn()));
    }
    return versions;
  }

  private void lines() {
    List<LogSignature> lines = knowledge.linesOf(cause);
    if (lines.isEmpty()) {
      return;
    }
    page.foldedPart("log-lines", words.label("lines", "count", String.valueOf(lines.size())));
    html.open("ul", "class", "lines");
    for (LogSignature line : lines) {
      html.open("li").put("code", line.literal());
      Said log = words.textOr("fact.guest.log." + line.log(), line.log());
      html.text(" ").put("span", log, "class", "muted");
      if (line.proves()) {
        entries.badge("line.proves", "");
      }
      html.close();
    }
    html.close().close();
  }

  private static String tag(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
