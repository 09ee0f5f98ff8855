package io.github.backupdiag.cli;

import io.github.backupdiag.request.DiagnosisRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The options that every command has. */
final class CommonOptions {

  static final Option FORMAT =
      Option.valued(
          "--format", "text|json|markdown|html", "how to show the result; text if not given");
  static final Option LANG =
      Option.valued(
          "--lang", Values.LANGUAGES, "language of the report (zh-TW, zh-HK too); en if not given");
  static final Option DEADLINE =
      Option.valued("--deadline", "TIME", "time for everything, as 500ms, 10s, 2m; else 10s");
  static final Option FAILED_AT =
      Option.valued(
          "--failed-at", "TIME", "when the backup failed, with its zone: 2026-03-14T02:16:10Z");
  static final Option RECORD =
      Option.valued("--record", "FACTS.json", "also writes all facts to this file, for 'judge'");
  static final Option ASSUME_AZURE =
      Option.flag(
          "--assume-azure", "takes this machine for an Azure VM and asks Azure's addresses");
  static final Option HELP = Option.flag("--help", "shows this help");

  private static final List<Option> ALL =
      List.of(FORMAT, LANG, DEADLINE, FAILED_AT, RECORD, ASSUME_AZURE, HELP);

  private CommonOptions() {}

  /** Gives the options of a command: its own, then those that all have. */
  static List<Option> and(Option... own) {
    List<Option> options = new ArrayList<>(List.of(own));
    options.addAll(ALL);
    return options;
  }

  static Locale language(Arguments arguments) throws RefusedException {
    String tag = arguments.value(LANG);
    Locale locale = tag == null ? Locale.ENGLISH : Values.language(tag);
    if (locale == null) {
      throw arguments.refused(
          "unknown language '" + tag + "'; known are en, ko, ja, zh-Hant (zh-TW, zh-HK), de");
    }
    return locale;
  }

  /** Starts a request with what these options say. */
  static DiagnosisRequest.Builder request(Arguments arguments, Surroundings around)
      throws RefusedException {
    DiagnosisRequest.Builder request =
        DiagnosisRequest.builder()
            .locale(language(arguments))
            .deadline(deadline(arguments))
            .cancellation(around.cancellation());
    Instant failedAt = failedAt(arguments);
    return failedAt == null ? request : request.failedAt(failedAt);
  }

  /** Gives the path that an option names; the option must be given. */
  static Path path(Arguments arguments, Option option) throws RefusedException {
    return Inputs.path(String.valueOf(arguments.value(option)));
  }

  private static Duration deadline(Arguments arguments) throws RefusedException {
    String text = arguments.value(DEADLINE);
    Duration time = text == null ? DiagnosisRequest.DEFAULT_DEADLINE : Values.duration(text);
    if (time == null) {
      throw arguments.refused(
          "'" + text + "' is no time for --deadline; write 500ms, 10s or 2m, at most 24h");
    }
    return time;
  }

  private static @Nullable Instant failedAt(Arguments arguments) throws RefusedException {
    String text = arguments.value(FAILED_AT);
    Instant time = text == null ? null : Values.time(text);
    if (text != null && time == null) {
      throw arguments.refused(
          "'" + text + "' is no time for --failed-at; write 2026-03-14T02:16:10Z or …+09:00");
    }
    return time;
  }
}
