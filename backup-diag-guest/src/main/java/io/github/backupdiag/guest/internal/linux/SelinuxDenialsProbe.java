package io.github.backupdiag.guest.internal.linux;

import io.github.backupdiag.fact.Unavailable;
import io.github.backupdiag.fact.guest.AccessDenial;
import io.github.backupdiag.fact.guest.AgentFacts;
import io.github.backupdiag.guest.internal.Questions;
import io.github.backupdiag.guest.internal.Seen;
import io.github.backupdiag.guestaccess.Answers;
import io.github.backupdiag.guestaccess.FileContent;
import io.github.backupdiag.guestaccess.GuestConnection;
import io.github.backupdiag.guestaccess.Question;
import io.github.backupdiag.internal.parse.AuditLog;
import io.github.backupdiag.probe.GuestProbe;
import io.github.backupdiag.probe.Observations;
import io.github.backupdiag.probe.ProbeContext;
import io.github.backupdiag.probe.ProbeDescriptor;
import java.util.ArrayList;
import java.util.List;

/** Looks for what SELinux denied to agent and extension (guest.linux.selinux). */
public final class SelinuxDenialsProbe implements GuestProbe {

  private static final Question<FileContent> AUDIT =
      Question.tail("/var/log/audit/audit.log", 4 << 20);
  private static final Question<FileContent> ROTATED =
      Question.tail("/var/log/audit/audit.log.1", 4 << 20);

  /** Without the audit daemon the kernel's lines end up here. */
  private static final List<Question<FileContent>> SYSTEM =
      AgentServiceLogProbe.LOGS.stream().map(path -> Question.tail(path, 4 << 20)).toList();

  private static final List<Question<FileContent>> LOGS =
      List.of(ROTATED, AUDIT, SYSTEM.get(0), SYSTEM.get(1));
  private static final List<Question<?>> QUESTIONS = Questions.all(LOGS);

  private static final ProbeDescriptor DESCRIPTOR =
      ProbeDescriptor.of("guest.linux.selinux-denials", AgentFacts.DENIALS)
          .withConnections(GuestConnection.class)
          .withChecks("guest.linux.selinux")
          .withAccessNeeds(Questions.needs(QUESTIONS));

  /** Made by {@code ServiceLoader}. */
  public SelinuxDenialsProbe() {}

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
    List<AccessDenial> denials = new ArrayList<>();
    String source = null;
    for (Question<FileContent> log : LOGS) {
      FileContent file = Seen.value(answers, log);
      if (file != null) {
        denials.addAll(AuditLog.parse(file));
        source = source == null ? file.path() : source;
      }
    }
    Unavailable<?> why = Seen.refusal(answers, List.of(AUDIT));
    if (denials.isEmpty() && (source == null || why != null)) {
      return Seen.nothing(AgentFacts.DENIALS, answers, LOGS, "/var/log/audit/audit.log");
    }
    String place = source == null ? "/var/log" : source;
    return Observations.builder().observed(AgentFacts.DENIALS, denials, place).build();
  }
}
