package io.github.backupdiag.cli;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The arguments of one command, taken apart by its syntax. */
final class Arguments {

  private final Syntax syntax;
  private final Map<String, String> values = new HashMap<>();
  private final List<String> operands = new ArrayList<>();

  private Arguments(Syntax syntax) {
    this.syntax = syntax;
  }

  static Arguments parse(Syntax syntax, List<String> words) throws RefusedException {
    Arguments arguments = new Arguments(syntax);
    for (int at = 0; at < words.size(); ) {
      if (words.get(at).equals("--")) {
        arguments.operands.addAll(words.subList(at + 1, words.size()));
        break;
      }
      at += arguments.accept(words, at);
    }
    return arguments;
  }

  boolean has(Option option) {
    return values.containsKey(option.name());
  }

  @Nullable String value(Option option) {
    return values.get(option.name());
  }

  List<String> operands() {
    return operands;
  }

  boolean wantsHelp() {
    return has(CommonOptions.HELP);
  }

  /** A complaint that ends with the way to the help. */
  RefusedException refused(String complaint) {
    return refused(syntax, complaint);
  }

  private static RefusedException refused(Syntax syntax, String complaint) {
    return new RefusedException(
        syntax.name() + ": " + complaint + " (see backup-diag " + syntax.name() + " --help)");
  }

  /** Takes the word at a place and, if it is the option's, the next one; gives how many. */
  private int accept(List<String> words, int at) throws RefusedException {
    String word = words.get(at);
    if (!looksLikeOption(word)) {
      operands.add(word);
      return 1;
    }
    int equals = word.indexOf('=');
    Option option = known(equals < 0 ? word : word.substring(0, equals));
    if (!option.takesValue()) {
      put(option, flagValue(option, equals));
      return 1;
    }
    if (equals >= 0) {
      put(option, word.substring(equals + 1));
      return 1;
    }
    put(option, valueAfter(option, words, at));
    return 2;
  }

  /** A dash alone is standard input, and a negative number is an error number. */
  private static boolean looksLikeOption(String word) {
    return word.length() > 1 && word.charAt(0) == '-' && !Character.isDigit(word.charAt(1));
  }

  private Option known(String name) throws RefusedException {
    Option option = syntax.option(name.equals("-h") ? CommonOptions.HELP.name() : name);
    if (option == null) {
      throw refused(
          "unknown option '" + name + "'" + Spelling.suggestion(name, syntax.optionNames()));
    }
    return option;
  }

  private String flagValue(Option option, int equals) throws RefusedException {
    if (equals >= 0) {
      throw refused("option " + option.name() + " takes no value");
    }
    return "";
  }

  private String valueAfter(Option option, List<String> words, int at) throws RefusedException {
    if (at + 1 == words.size() || syntax.option(words.get(at + 1)) != null) {
      throw refused("option " + option.name() + " needs a value: " + option.usage());
    }
    return words.get(at + 1);
  }

  private void put(Option option, String value) throws RefusedException {
    if (values.put(option.name(), value) != null && option.takesValue()) {
      throw refused("option " + option.name() + " is given twice");
    }
  }
}
