package io.github.backupdiag.cli;

import io.github.backupdiag.BackupDiagnosis;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** Lists what the program knows. */
@Command(
    name = "list",
    customSynopsis = "backup-diag list TOPIC [WORD] [OPTION…]",
    description = {
      "Lists what this program knows; with a word, only entries whose id holds it.",
      "Formats are text and json."
    },
    exitCodeListHeading = Complaints.EXIT_STATUS,
    exitCodeList = {"2:wrong usage", "0:otherwise"})
final class Listing extends Subcommand {

  static final List<String> TOPICS =
      List.of(
          "codes",
          "causes",
          "checks",
          "errors",
          "remediations",
          "messages",
          "signatures",
          "diagnostics",
          "probes");

  @SuppressWarnings("NullAway.Init") // picocli sets it
  @Parameters(
      index = "0",
      paramLabel = "TOPIC",
      converter = Topic.class,
      description =
          "codes, causes, checks, errors (numbers in place of a code), remediations, messages, "
              + "signatures, diagnostics or probes")
  private String topic;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "WORD",
      description = "part of an id, in any case; of a message, part of its code")
  private String word = "";

  Listing(Surroundings around) {
    super(around);
  }

  @Override
  String operands() {
    return "name what to list: " + String.join(", ", TOPICS);
  }

  @Override
  int run() throws RefusedException {
    check();
    Knowledge knowledge = new Knowledge(BackupDiagnosis.builder().build(), common.language(), word);
    Known known = knowledge.of(topic);
    boolean json = "json".equals(common.format());
    around.out().write(json ? known.json() : known.text(around.columns()));
    if (known.isEmpty()) {
      around.say("none of the " + topic + " has '" + word + "' in its id");
    }
    return ExitStatus.OK;
  }

  private void check() {
    String format = common.format();
    if (format != null && !format.equals("text") && !format.equals("json")) {
      throw common.refused("lists are shown as text or json only, not as " + format);
    }
    if (common.record() != null) {
      throw common.refused("a list has no facts to record; leave --record out");
    }
  }

  /** Accepts a topic by its name. */
  static final class Topic implements ITypeConverter<String> {
    @Override
    public String convert(String name) {
      if (!TOPICS.contains(name)) {
        throw new TypeConversionException(
            "cannot list '"
                + name
                + "', only "
                + String.join(", ", TOPICS)
                + Suggestion.of(name, TOPICS));
      }
      return name;
    }
  }
}
