package io.github.backupdiag.cli;

import io.github.backupdiag.BackupDiagnosis;
import java.util.List;
import java.util.Locale;

/** Lists what the program knows. */
final class Listing implements Command {

  static final List<String> TOPICS =
      List.of("codes", "causes", "diagnostics", "probes", "signatures");

  @Override
  public Syntax syntax() {
    return new Syntax(
        "list",
        "Lists what this program knows; with a word, only entries whose id holds it.",
        String.join("|", TOPICS) + " [WORD] [OPTION…]",
        CommonOptions.and(),
        List.of("Formats are text and json. Exit status: 2 for wrong usage, else 0."));
  }

  @Override
  public int run(Arguments arguments, Surroundings around) throws RefusedException {
    check(arguments);
    List<String> operands = arguments.operands();
    Locale locale = CommonOptions.language(arguments);
    String word = operands.size() < 2 ? "" : operands.get(1);
    Knowledge knowledge = new Knowledge(BackupDiagnosis.builder().build(), locale, word);
    Known known = knowledge.of(operands.get(0));
    boolean json = "json".equals(arguments.value(CommonOptions.FORMAT));
    around.out().write(json ? known.json() : known.text(around.columns()));
    if (known.isEmpty()) {
      around.say("none of the " + operands.get(0) + " has '" + word + "' in its id");
    }
    return ExitStatus.OK;
  }

  private static void check(Arguments arguments) throws RefusedException {
    List<String> operands = arguments.operands();
    if (operands.isEmpty() || operands.size() > 2) {
      throw arguments.refused("name what to list: " + String.join(", ", TOPICS));
    }
    String topic = operands.get(0);
    if (!TOPICS.contains(topic)) {
      throw arguments.refused(
          "cannot list '"
              + topic
              + "', only "
              + String.join(", ", TOPICS)
              + Spelling.suggestion(topic, TOPICS));
    }
    String format = arguments.value(CommonOptions.FORMAT);
    if (format != null && !format.equals("text") && !format.equals("json")) {
      throw arguments.refused("lists are shown as text or json only, not as " + format);
    }
    if (arguments.has(CommonOptions.RECORD)) {
      throw arguments.refused("a list has no facts to record; leave --record out");
    }
  }
}
