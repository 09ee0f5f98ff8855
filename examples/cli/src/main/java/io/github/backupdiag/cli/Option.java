package io.github.backupdiag.cli;

import org.jspecify.annotations.Nullable;

/**
 * An option of a command.
 *
 * @param name with its dashes
 * @param label how its value is called in the help, or null for a switch
 * @param help what it does
 */
record Option(String name, @Nullable String label, String help) {

  static Option flag(String name, String help) {
    return new Option(name, null, help);
  }

  static Option valued(String name, String label, String help) {
    return new Option(name, label, help);
  }

  boolean takesValue() {
    return label != null;
  }

  String usage() {
    return label == null ? name : name + " " + label;
  }
}
