package io.github.backupdiag.guest.internal.collect;

import io.github.backupdiag.fact.guest.Platform;
import io.github.backupdiag.guestaccess.Question;
import java.util.Collection;
import java.util.List;

/** The script for Linux: POSIX shell, for dash, bash and busybox. */
final class ShellScript {

  private static final int SECONDS = 60;

  /** Words in names of settings whose values are secret. */
  private static final List<String> SECRET =
      List.of("password", "passwd", "psk", "secret", "private-key", "wep-key");

  private ShellScript() {}

  /** Writes the script. */
  static String of(Collection<Question<?>> questions, List<String> words, String made) {
    String functions = new ShellQuestions(questions, Limits.WHOLE).functions();
    List<String> wanted = functions.contains("  log ") ? words : List.of();
    return Template.of("collect.sh")
        .with("MADE", made)
        .with("BIG", Limits.WHOLE)
        .with("RAW", Limits.END)
        .with("TIME", SECONDS)
        .with("MOST", Limits.OUTPUT)
        .with("VERSION", 1)
        .with("TAG", Platform.AZURE_CHASSIS_TAG)
        .with("CUTS", cuts())
        .with("WORDS", String.join("\n", wanted).replace("'", "'\\''"))
        .with("QUESTIONS", functions)
        .toString();
  }

  /** What sed cuts before anything leaves the guest; the reader looks for secrets again. */
  private static String cuts() {
    StringBuilder cuts = new StringBuilder();
    cut(cuts, "s/sig=[A-Za-z0-9%+\\/=_-]\\{12,\\}/sig=REDACTED/g");
    cut(cuts, "s/\\(\"protectedSettings\"[ ]*:[ ]*\"\\)[^\"]*/\\1/");
    cut(cuts, "s/:\\/\\/[^\\/@: ]*:[^\\/@ ]*@/:\\/\\/REDACTED@/g");
    for (String word : SECRET) {
      cut(
          cuts,
          "s/^\\([ \"A-Za-z0-9_.-]*"
              + word
              + "[A-Za-z0-9_.-]*\"\\{0,1\\} *[:=]\\).*/\\1 REDACTED/");
    }
    return cuts.toString().strip();
  }

  private static void cut(StringBuilder cuts, String expression) {
    cuts.append(" -e '").append(expression).append("'");
  }
}
