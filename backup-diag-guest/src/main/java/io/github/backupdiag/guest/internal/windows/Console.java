package io.github.backupdiag.guest.internal.windows;

import io.github.backupdiag.guest.internal.Seen;
import io.github.backupdiag.guestaccess.Answers;
import io.github.backupdiag.guestaccess.CommandOutput;
import io.github.backupdiag.guestaccess.Question;
import io.github.backupdiag.guestaccess.RegistryKey;
import io.github.backupdiag.internal.parse.ConsoleText;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Decodes what commands write; ask for {@link #CODE_PAGE} beside them. */
final class Console {

  /** Where the code page of the console stands. */
  static final Question<RegistryKey> CODE_PAGE =
      Question.registry("HKLM\\SYSTEM\\CurrentControlSet\\Control\\Nls\\CodePage");

  private Console() {}

  static String text(CommandOutput output, Answers answers) {
    RegistryKey pages = Seen.value(answers, CODE_PAGE);
    Charset console = pages == null ? StandardCharsets.UTF_8 : ConsoleText.charset(pages);
    return ConsoleText.decode(output.out(), console);
  }
}
