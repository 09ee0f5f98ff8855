package io.github.backupdiag.guest.internal.windows;

import io.github.backupdiag.fact.Observation;
import io.github.backupdiag.fact.Observed;
import io.github.backupdiag.fact.Unavailable;
import io.github.backupdiag.fact.UnavailableReason;
import io.github.backupdiag.guestaccess.Answers;
import io.github.backupdiag.guestaccess.CommandOutput;
import io.github.backupdiag.guestaccess.Question;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lists of {@code vssadmin.exe}, with the time that each may take. */
final class VssAdmin {

  /** Calls every writer, which takes half a minute on a healthy guest. */
  static final Question<CommandOutput> WRITERS = list("writers", 180);

  static final Question<CommandOutput> PROVIDERS = list("providers", 60);
  static final Question<CommandOutput> STORAGE = list("shadowstorage", 60);
  static final Question<CommandOutput> SHADOWS = list("shadows", 60);

  /** Begins its banner in every language. */
  private static final String BANNER = "vssadmin";

  private VssAdmin() {}

  private static Question<CommandOutput> list(String what, int seconds) {
    return new Question.Command(List.of("vssadmin.exe", "list", what), Duration.ofSeconds(seconds));
  }

  /** The text of a list, or null where nothing was printed or the program did not run. */
  static @Nullable String text(Answers answers, Question<CommandOutput> list) {
    if (!(answers.to(list) instanceof Observed<CommandOutput> seen)) {
      return null;
    }
    String text = Console.text(seen.value(), answers);
    return text.isBlank() ? null : text;
  }

  /** Whether the program ran to its end and all that it printed was read. */
  static boolean isWhole(Answers answers, Question<CommandOutput> list) {
    return answers.to(list) instanceof Observed<CommandOutput> seen
        && seen.value().exitStatus() == 0
        && seen.value().isComplete();
  }

  /** Whether it came to an end without printing an entry: it then says so in words. */
  static boolean saysNone(Answers answers, Question<CommandOutput> list) {
    String text = text(answers, list);
    return text != null && isWhole(answers, list) && text.contains(BANNER);
  }

  /** Why a list tells nothing. No output is no evidence, whatever the exit status. */
  static Unavailable<?> refusal(Answers answers, Question<CommandOutput> list) {
    Observation<CommandOutput> answer = answers.to(list);
    if (answer instanceof Unavailable<CommandOutput> why) {
      return why;
    }
    String line = String.join(" ", ((Question.Command) list).argv());
    return new Unavailable<>(
        UnavailableReason.FAILED,
        answer instanceof Observed<CommandOutput> seen
            ? line + " ended with " + seen.value().exitStatus() + " and listed nothing"
            : line + " is not there");
  }
}
