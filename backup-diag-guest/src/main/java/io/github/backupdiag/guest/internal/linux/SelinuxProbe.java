package io.github.backupdiag.guest.internal.linux;

import io.github.backupdiag.fact.Absent;
import io.github.backupdiag.fact.UnavailableReason;
import io.github.backupdiag.fact.guest.AgentFacts;
import io.github.backupdiag.fact.guest.SelinuxState;
import io.github.backupdiag.guest.internal.Questions;
import io.github.backupdiag.guest.internal.Seen;
import io.github.backupdiag.guestaccess.Answers;
import io.github.backupdiag.guestaccess.FileContent;
import io.github.backupdiag.guestaccess.GuestConnection;
import io.github.backupdiag.guestaccess.PathEntry;
import io.github.backupdiag.guestaccess.Question;
import io.github.backupdiag.internal.parse.SelinuxConfig;
import io.github.backupdiag.probe.GuestProbe;
import io.github.backupdiag.probe.Observations;
import io.github.backupdiag.probe.ProbeContext;
import io.github.backupdiag.probe.ProbeDescriptor;
import java.util.List;

/** Tells whether SELinux enforces its policy (guest.linux.selinux). */
public final class SelinuxProbe implements GuestProbe {

  private static final Question<FileContent> ENFORCE = Question.file("/sys/fs/selinux/enforce");
  private static final Question<FileContent> CONFIG = Question.file("/etc/selinux/config");

  /** Places that a copy of a whole system has: without any of them it is a part of one. */
  private static final List<Question<PathEntry>> SYSTEM =
      Questions.stats("/usr/sbin", "/usr/bin", "/var/lib/dpkg/status", "/var/lib/rpm");

  private static final List<Question<?>> QUESTIONS =
      Questions.all(List.of(ENFORCE, CONFIG), SYSTEM);

  private static final ProbeDescriptor DESCRIPTOR =
      ProbeDescriptor.of("guest.linux.selinux", AgentFacts.SELINUX)
          .withConnections(GuestConnection.class)
          .withChecks("guest.linux.selinux")
          .withAccessNeeds(Questions.needs(QUESTIONS));

  /** Made by {@code ServiceLoader}. */
  public SelinuxProbe() {}

  @Override
  public ProbeDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public List<Question<?>> next(Answers soFar) {
    return Questions.open(QUESTIONS, soFar);
  }

  @Override
  public Observations read(Answers answers, ProbeContext context) {
    FileContent enforce = Seen.value(answers, ENFORCE);
    FileContent config = Seen.value(answers, CONFIG);
    SelinuxState state =
        enforce == null ? null : SelinuxConfig.enforce(enforce.path(), enforce.text());
    boolean live =
        context.connection(GuestConnection.class).nature() == GuestConnection.Nature.LIVE;
    if (state == null && live && answers.to(ENFORCE) instanceof Absent<FileContent>) {
      return Observations.builder().absent(AgentFacts.SELINUX, "/sys/fs/selinux").build();
    }
    if (state == null && config != null) {
      state = SelinuxConfig.config(config.path(), config.text());
    }
    boolean partial =
        !live && SYSTEM.stream().allMatch(place -> Seen.value(answers, place) == null);
    if (state == null && config == null && partial) {
      return Observations.builder()
          .unavailable(
              AgentFacts.SELINUX,
              UnavailableReason.NOT_RECORDED,
              "the copy holds only a part of the system")
          .build();
    }
    return state == null
        ? Seen.nothing(AgentFacts.SELINUX, answers, List.of(CONFIG), "/etc/selinux/config")
        : Observations.builder().observed(AgentFacts.SELINUX, state, state.path()).build();
  }
}
