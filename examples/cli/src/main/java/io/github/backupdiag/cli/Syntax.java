package io.github.backupdiag.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a command accepts; parser and help both read it.
 *
 * @param name of the command
 * @param summary what it does, in one sentence
 * @param synopsis its arguments, as the help shows them
 * @param options its options, in the order of the help
 * @param notes further paragraphs of the help
 */
record Syntax(
    String name, String summary, String synopsis, List<Option> options, List<String> notes) {

  @Nullable Option option(String name) {
    for (Option option : options) {
      if (option.name().equals(name)) {
        return option;
      }
    }
    return null;
  }

  List<String> optionNames() {
    return options.stream().map(Option::name).toList();
  }
}
