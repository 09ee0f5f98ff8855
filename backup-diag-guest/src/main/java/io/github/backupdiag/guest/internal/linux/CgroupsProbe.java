package io.github.backupdiag.guest.internal.linux;

import io.github.backupdiag.fact.guest.AgentFacts;
import io.github.backupdiag.guest.internal.Questions;
import io.github.backupdiag.guest.internal.Seen;
import io.github.backupdiag.guestaccess.Answers;
import io.github.backupdiag.guestaccess.FileContent;
import io.github.backupdiag.guestaccess.GuestConnection;
import io.github.backupdiag.guestaccess.Question;
import io.github.backupdiag.internal.parse.CgroupTable;
import io.github.backupdiag.probe.GuestProbe;
import io.github.backupdiag.probe.Observations;
import io.github.backupdiag.probe.ProbeContext;
import io.github.backupdiag.probe.ProbeDescriptor;
import java.util.List;

/** Lists the cgroup controllers of a running kernel (guest.linux.agent.cgroups). */
public final class CgroupsProbe implements GuestProbe {

  private static final Question<FileContent> TABLE = Question.file("/proc/cgroups");
  private static final List<Question<?>> QUESTIONS = List.of(TABLE);

  private static final ProbeDescriptor DESCRIPTOR =
      ProbeDescriptor.of("guest.linux.cgroups", AgentFacts.CGROUP_CONTROLLERS)
          .withConnections(GuestConnection.class)
          .withChecks("guest.linux.agent.cgroups")
          .withAccessNeeds(Questions.needs(QUESTIONS));

  /** Made by {@code ServiceLoader}. */
  public CgroupsProbe() {}

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
    FileContent file = Seen.value(answers, TABLE);
    if (file == null) {
      return Seen.nothing(AgentFacts.CGROUP_CONTROLLERS, answers, QUESTIONS, "/proc/cgroups");
    }
    return Observations.builder()
        .observed(AgentFacts.CGROUP_CONTROLLERS, CgroupTable.parse(file.text()), file.path())
        .build();
  }
}
