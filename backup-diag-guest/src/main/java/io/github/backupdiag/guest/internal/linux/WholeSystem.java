package io.github.backupdiag.guest.internal.linux;

import io.github.backupdiag.fact.Unavailable;
import io.github.backupdiag.fact.UnavailableReason;
import io.github.backupdiag.guest.internal.Questions;
import io.github.backupdiag.guest.internal.Seen;
import io.github.backupdiag.guestaccess.Answers;
import io.github.backupdiag.guestaccess.FileContent;
import io.github.backupdiag.guestaccess.GuestConnection;
import io.github.backupdiag.guestaccess.PathEntry;
import io.github.backupdiag.guestaccess.Question;
import io.github.backupdiag.probe.ProbeContext;
import java.util.List;

/** Whether a guest is a whole system: in a collection of logs, what is missing was left out. */
final class WholeSystem {

  /** Places that a copy of a whole system has, one of them at least. */
  static final List<Question<PathEntry>> PLACES =
      Questions.stats(
          "/usr/sbin",
          "/usr/bin",
          "/usr/lib/systemd/system",
          "/lib/systemd/system",
          "/var/lib/dpkg/status",
          "/var/lib/rpm",
          "/usr/lib/sysimage/rpm");

  private WholeSystem() {}

  static boolean isSeen(Answers answers, ProbeContext context) {
    return isLive(context) || PLACES.stream().anyMatch(p -> Seen.value(answers, p) != null);
  }

  static boolean isLive(ProbeContext context) {
    return context.connection(GuestConnection.class).nature() == GuestConnection.Nature.LIVE;
  }

  /** Whether a log of a copy breaks off earlier than in the guest; a running guest's just grows. */
  static boolean lacksItsEnd(FileContent log, ProbeContext context) {
    return !isLive(context) && !log.reachesEnd();
  }

  static Unavailable<?> endNotRecorded(FileContent log) {
    return new Unavailable<>(UnavailableReason.NOT_RECORDED, log.path() + ": its end is missing");
  }
}
