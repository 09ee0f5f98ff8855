package io.github.backupdiag.cli;

import io.github.backupdiag.BackupDiagnosis;
import io.github.backupdiag.report.Report;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.ParserSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** Explains what an error text itself says; touches no system. */
@Command(
    name = "explain",
    customSynopsis = "backup-diag explain [OPTION…] TEXT… | - | --batch",
    description =
        "Explains an error: its code, what may cause it, and what to do. Touches no system.",
    exitCodeListHeading = Complaints.EXIT_STATUS,
    exitCodeList = {
      "2:wrong usage or unreadable input",
      "1:the text itself proves a cause",
      "0:otherwise"
    })
final class Explain extends Subcommand {

  @SuppressWarnings("NullAway.Init") // picocli sets it
  @Spec
  private CommandSpec command;

  @Parameters(
      arity = "0..*",
      paramLabel = "TEXT",
      description =
          "the error: a code, a message in any language, a payload; - reads it from"
              + " standard input")
  private final List<String> text = new ArrayList<>();

  @Option(
      names = "--batch",
      order = 1,
      description =
          "reads JSON Lines from standard input, each a text or an object with 'id' and 'text';"
              + " writes one JSON report per line")
  private boolean batch;

  Explain(Surroundings around) {
    super(around);
  }

  @Override
  String operands() {
    return "give the error, or - to read it from standard input";
  }

  /** Error numbers start with a dash, as unknown options do: those are told apart here. */
  @Override
  void adapt(ParserSpec parser) {
    parser.unmatchedOptionsArePositionalParams(true);
  }

  List<String> text() {
    return text;
  }

  @Override
  int run() throws RefusedException {
    refuseUnknownOptions();
    if (batch) {
      return Batch.run(text, common, around);
    }
    if (text.isEmpty()) {
      throw common.refused("no text; " + operands());
    }
    var request = common.request(around);
    request.errorText(Inputs.text(String.join(" ", text), common, around));
    BackupDiagnosis diagnosis = BackupDiagnosis.builder().build();
    ReportFormat format = ReportFormat.of(common, diagnosis, around);
    Report report =
        Recording.around(common, () -> diagnosis.explain(request.build()), Report::facts);
    format.write(report, around.out());
    return ExitStatus.ofExplanation(report);
  }

  private void refuseUnknownOptions() {
    CommandLine commandLine = command.commandLine();
    List<String> words = commandLine.getParseResult().originalArgs();
    int end = words.indexOf(commandLine.getEndOfOptionsDelimiter());
    for (String word : end < 0 ? words : words.subList(0, end)) {
      if (looksLikeOption(word) && text.contains(word)) {
        throw new UnmatchedArgumentException(commandLine, List.of(word));
      }
    }
  }

  private static boolean looksLikeOption(String word) {
    return word.length() > 1
        && word.charAt(0) == '-'
        && (word.charAt(1) == '-' || Character.isLetter(word.charAt(1)));
  }
}
