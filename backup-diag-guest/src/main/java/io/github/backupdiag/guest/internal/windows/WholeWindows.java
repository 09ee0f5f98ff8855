package io.github.backupdiag.guest.internal.windows;

import io.github.backupdiag.fact.Unavailable;
import io.github.backupdiag.fact.UnavailableReason;
import io.github.backupdiag.guest.internal.Seen;
import io.github.backupdiag.guestaccess.Answers;
import io.github.backupdiag.guestaccess.PathEntry;
import io.github.backupdiag.guestaccess.Question;
import java.util.List;

/** Whether a look sees all of a Windows system, or perhaps only files that somebody picked. */
final class WholeWindows {

  /** A file that every Windows has and no collection of logs. */
  static final Question<PathEntry> KERNEL = Question.stat("C:/Windows/System32/ntoskrnl.exe");

  private WholeWindows() {}

  static boolean isSeen(Answers answers) {
    return Seen.value(answers, KERNEL) != null;
  }

  /** Says of facts that a part of a system does not tell them. */
  static Unavailable<?> part(Answers answers) {
    Unavailable<?> why = Seen.refusal(answers, List.of(KERNEL));
    return why == null ? notRecorded("the copy holds only a part of the system") : why;
  }

  static Unavailable<?> notRecorded(String detail) {
    return new Unavailable<>(UnavailableReason.NOT_RECORDED, detail);
  }

  static Unavailable<?> incomplete(String key) {
    return new Unavailable<>(UnavailableReason.FAILED, key + " was not read to its end");
  }
}
