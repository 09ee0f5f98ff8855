package io.github.backupdiag.cli;

import io.github.backupdiag.request.DiagnosisRequest;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option that brings the error of the failed backup. */
final class ErrorOption {

  @Option(
      names = "--error",
      order = 2,
      paramLabel = "TEXT|-",
      description = "a code, a message in any language, a payload; - reads it from standard input")
  private @Nullable String text;

  boolean readsStandardInput() {
    return "-".equals(text);
  }

  /** Puts the error, if one was given, into the request. */
  void addTo(DiagnosisRequest.Builder request, CommonOptions common, Surroundings around)
      throws RefusedException {
    String error = text(common, around);
    if (error != null) {
      request.errorText(error);
    }
  }

  /** Gives the error, or null if none was given; standard input is read. */
  @Nullable String text(CommonOptions common, Surroundings around) throws RefusedException {
    return text == null ? null : Inputs.text(text, common, around);
  }
}
