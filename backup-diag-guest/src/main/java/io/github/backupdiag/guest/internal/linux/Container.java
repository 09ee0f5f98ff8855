package io.github.backupdiag.guest.internal.linux;

import io.github.backupdiag.guest.internal.Questions;
import io.github.backupdiag.guest.internal.Seen;
import io.github.backupdiag.guestaccess.Answers;
import io.github.backupdiag.guestaccess.FileContent;
import io.github.backupdiag.guestaccess.PathEntry;
import io.github.backupdiag.guestaccess.Question;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Whether one looks from inside a container: it shows the hardware tag of the VM, but processes,
 * files and network of its own.
 */
final class Container {

  /** Docker, Podman, and whatever follows systemd's container interface. */
  private static final List<Question<PathEntry>> MARKS =
      Questions.stats("/.dockerenv", "/run/.containerenv", "/run/systemd/container");

  /** Cgroups of the first process; with the second version of cgroups it names none. */
  private static final Question<FileContent> FIRST_PROCESS = Question.file("/proc/1/cgroup");

  private static final Pattern OF_CONTAINER =
      Pattern.compile(
          "(?m)^\\d+:[^:]*:.*(/docker[/-]|/kubepods|/libpod|/lxc[/.]|/cri-containerd|/machine\\.slice/)");

  /** All that tells. */
  static final List<Question<?>> QUESTIONS = Questions.all(MARKS, List.of(FIRST_PROCESS));

  private Container() {}

  static boolean isSeen(Answers answers) {
    FileContent groups = Seen.value(answers, FIRST_PROCESS);
    return MARKS.stream().anyMatch(mark -> Seen.value(answers, mark) != null)
        || (groups != null && OF_CONTAINER.matcher(groups.text()).find());
  }
}
