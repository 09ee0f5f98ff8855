package io.github.backupdiag.guest.internal.support;

import io.github.backupdiag.guestaccess.CommandOutput;

/** The output of a command as a text for people. */
final class CommandText {

  private CommandText() {}

  static String of(String command, CommandOutput output) {
    return "# "
        + command
        + "\n# exit status "
        + output.exitStatus()
        + (output.isComplete() ? "" : ", output cut")
        + "\n"
        + text(output.out())
        + (output.err().length == 0 ? "" : "\n# standard error:\n" + text(output.err()));
  }

  private static String text(byte[] bytes) {
    TextBytes text = TextBytes.of(bytes);
    return text == null ? "(no text: " + bytes.length + " bytes, left out)\n" : text.text();
  }
}
