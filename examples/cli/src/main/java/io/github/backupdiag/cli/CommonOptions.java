package io.github.backupdiag.cli;

import io.github.backupdiag.request.DiagnosisRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options that every command has; in the help they follow the command's own. */
final class CommonOptions {

  @SuppressWarnings("NullAway.Init") // picocli sets it
  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Option(
      names = "--format",
      order = 101,
      paramLabel = "text|json|markdown|html",
      description = "how to show the result; text if not given")
  private @Nullable String format;

  @Option(
      names = "--lang",
      order = 102,
      paramLabel = Values.LANGUAGES,
      converter = Values.OfLanguage.class,
      description = "language of the report (zh-TW, zh-HK too); en if not given")
  private @Nullable Locale language;

  @Option(
      names = "--deadline",
      order = 103,
      paramLabel = "TIME",
      converter = Values.OfDeadline.class,
      description = "time for everything, as 500ms, 10s, 2m; 10s if not given")
  private @Nullable Duration deadline;

  @Option(
      names = "--failed-at",
      order = 104,
      paramLabel = "TIME",
      converter = Values.OfFailure.class,
      description = "when the backup failed, with its zone: 2026-03-14T02:16:10Z")
  private @Nullable Instant failedAt;

  @Option(
      names = "--record",
      order = 105,
      paramLabel = "FACTS.json",
      description = "also writes all facts to this file, for 'judge'")
  private @Nullable String record;

  @Option(
      names = "--assume-azure",
      order = 106,
      description = "takes this machine for an Azure VM and asks Azure's addresses")
  private boolean assumeAzure;

  @Option(
      names = "--pseudonymize",
      order = 107,
      description = "replaces names of machines, vaults, users, addresses; secrets always go")
  private boolean pseudonymize;

  @SuppressWarnings("UnusedVariable") // picocli itself shows the help
  @Option(
      names = {"-h", "--help"},
      order = 108,
      usageHelp = true,
      description = "shows this help")
  private boolean help;

  /** Gives the format as it was asked for, or null. */
  @Nullable String format() {
    return format;
  }

  Locale language() {
    return language == null ? Locale.ENGLISH : language;
  }

  /** Gives the file for the facts, or null. */
  @Nullable String record() {
    return record;
  }

  /** Gives the time of the failure, if it was given. */
  Optional<Instant> failedAt() {
    return Optional.ofNullable(failedAt);
  }

  boolean assumesAzure() {
    return assumeAzure;
  }

  boolean pseudonymizes() {
    return pseudonymize;
  }

  /** Starts a request with what these options say. */
  DiagnosisRequest.Builder request(Surroundings around) {
    DiagnosisRequest.Builder request =
        DiagnosisRequest.builder()
            .locale(language())
            .deadline(deadline == null ? DiagnosisRequest.DEFAULT_DEADLINE : deadline)
            .pseudonyms(pseudonymize)
            .cancellation(around.cancellation());
    return failedAt == null ? request : request.failedAt(failedAt);
  }

  /** A complaint about the command line; it is shown with the way to the help. */
  ParameterException refused(String complaint) {
    return new ParameterException(command.commandLine(), complaint);
  }
}
