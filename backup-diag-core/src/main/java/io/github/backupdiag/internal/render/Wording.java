package io.github.backupdiag.internal.render;

import io.github.backupdiag.catalog.ErrorCode;
import io.github.backupdiag.catalog.Remediation;
import io.github.backupdiag.catalog.Texts;
import io.github.backupdiag.diagnostic.Phrase;
import io.github.backupdiag.diagnostic.When;
import io.github.backupdiag.fact.UnavailableReason;
import io.github.backupdiag.report.CauseState;
import io.github.backupdiag.report.RankedCause;
import io.github.backupdiag.report.Report;
import io.github.backupdiag.report.Step;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The words of a report in one language. */
final class Wording {

  private static final int MOST_REMEDIES = 4;

  /** Reasons to look at a cause of which nothing else is known. */
  private static final Set<String> TELLING = Set.of("because.named", "because.stopped-there");

  private final Report report;
  private final Locale locale;
  private final Texts texts;

  Wording(Report report, Locale locale) {
    this.report = report;
    this.locale = locale;
    this.texts = report.catalog().texts(locale);
  }

  String language() {
    return texts.language();
  }

  String say(Phrase phrase) {
    return report.say(phrase, locale);
  }

  /** Gives one of the report's own sentences. */
  String say(String name, String... namesAndValues) {
    return report.say(Phrase.of("report." + name, namesAndValues), locale);
  }

  /** Says how long something took, in its two largest units. */
  String duration(Duration time) {
    long seconds = time.toSeconds();
    if (seconds == 0) {
      return say("duration.none");
    }
    String unit = seconds < 60 ? "seconds" : seconds < 3600 ? "minutes" : "hours";
    return say(
        "duration." + (seconds < 86_400 ? unit : "days"),
        "days",
        String.valueOf(time.toDays()),
        "hours",
        String.valueOf(seconds < 86_400 ? time.toHours() : time.toHoursPart()),
        "minutes",
        String.valueOf(time.toMinutesPart()),
        "seconds",
        String.valueOf(time.toSecondsPart()));
  }

  String factLabel(String fact) {
    return orElse("fact." + fact, fact);
  }

  @Nullable String codeTitle(String code) {
    return text("code." + code + ".title");
  }

  @Nullable String codeMeaning(String code) {
    return text("code." + code + ".meaning");
  }

  /** Says since when a code is not current, or null if that is not known or it is current. */
  @Nullable String obsoleteSince(String code) {
    ErrorCode known = report.catalog().code(code);
    return known == null || known.obsoleteSince() == null
        ? null
        : say("obsolete-since", "date", known.obsoleteSince());
  }

  /** Says whether a later attempt may succeed, why, and who says so; null if nothing is known. */
  @Nullable String retry(String code) {
    ErrorCode known = report.catalog().code(code);
    if (known == null || known.retry().reason() == null) {
      return null;
    }
    String basis = known.retry().stated() ? "stated" : "inferred";
    return say("retry", "text", say("retry." + known.retry().reason()))
        + " "
        + say("retry.basis." + basis);
  }

  @Nullable String summary(RankedCause cause) {
    return text("cause." + cause.id() + ".summary");
  }

  @Nullable String remedyTitle(Step step) {
    return text("remediation." + step.remediation() + ".title");
  }

  /** Says of a cause that nothing decided: why not, how to look for it, and what would help. */
  List<String> wayThrough(RankedCause cause) {
    List<String> lines = new ArrayList<>();
    String check = text("cause." + cause.id() + ".check");
    boolean unseen = cause.state() == CauseState.NOT_TESTED;
    if (!unseen || check == null || TELLING.contains(cause.because().id())) {
      lines.add(say(cause.because()));
    }
    if (check != null) {
      lines.add(say("look", "text", check));
    }
    String remedies =
        String.join(
            "; ",
            cause.steps().stream()
                .map(this::remedyTitle)
                .filter(Objects::nonNull)
                .distinct()
                .limit(MOST_REMEDIES)
                .toList());
    if (!remedies.isEmpty()) {
      lines.add(say("remedies", "text", remedies));
    }
    return lines;
  }

  /** Gives the headline of a cause; the name of the label may be empty. */
  Head head(String label, RankedCause cause, Tone tone) {
    return new Head(
        label.isEmpty() ? "" : say("label." + label), say(cause.title()), state(cause), tone);
  }

  /** Gives the state of a cause, with the confidence when it is confirmed. */
  String state(RankedCause cause) {
    String state = say("state." + cause.state().tag());
    return cause.confidence() == null
        ? state
        : state + ", " + say("confidence." + tag(cause.confidence()));
  }

  String risk(Remediation.Risk risk) {
    return say("risk." + risk.tag());
  }

  String when(When when) {
    return say("when." + tag(when));
  }

  String reason(UnavailableReason reason) {
    return say("reason." + tag(reason));
  }

  private @Nullable String text(String id) {
    return texts.find(id) == null ? null : texts.format(id, Map.of());
  }

  private String orElse(String id, String other) {
    String text = text(id);
    return text == null ? other : text;
  }

  private static String tag(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
