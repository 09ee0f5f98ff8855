package io.github.backupdiag.guest.internal.linux;

import io.github.backupdiag.fact.Unavailable;
import io.github.backupdiag.fact.UnavailableReason;
import io.github.backupdiag.fact.guest.AgentFacts;
import io.github.backupdiag.fact.guest.ProgramBuild;
import io.github.backupdiag.guest.internal.Questions;
import io.github.backupdiag.guest.internal.Seen;
import io.github.backupdiag.guestaccess.Answers;
import io.github.backupdiag.guestaccess.FileContent;
import io.github.backupdiag.guestaccess.GuestConnection;
import io.github.backupdiag.guestaccess.PathEntries;
import io.github.backupdiag.guestaccess.Question;
import io.github.backupdiag.internal.parse.ElfClass;
import io.github.backupdiag.probe.GuestProbe;
import io.github.backupdiag.probe.Observations;
import io.github.backupdiag.probe.ProbeContext;
import io.github.backupdiag.probe.ProbeDescriptor;
import java.util.List;
import java.util.stream.Stream;

/** Tells for which machine the programs are built (guest.linux.os). */
public final class ProgramBuildProbe implements GuestProbe {

  private static final List<Question<FileContent>> PROGRAMS =
      Stream.of(
              "/usr/lib/systemd/systemd",
              "/lib/systemd/systemd",
              "/usr/bin/sh",
              "/bin/sh",
              "/bin/busybox")
          .<Question<FileContent>>map(
              path -> new Question.File(path, ElfClass.LENGTH, Question.Part.HEAD))
          .toList();
  private static final Question<PathEntries> MUSL = Question.listing("/lib/ld-musl-*");
  private static final Question<PathEntries> GLIBC = Question.listing("/lib*/ld-linux*");
  private static final List<Question<?>> QUESTIONS = Questions.all(PROGRAMS, List.of(MUSL, GLIBC));

  private static final ProbeDescriptor DESCRIPTOR =
      ProbeDescriptor.of("guest.linux.program-build", AgentFacts.PROGRAMS)
          .withConnections(GuestConnection.class)
          .withChecks("guest.linux.os")
          .withAccessNeeds(Questions.needs(QUESTIONS));

  /** Made by {@code ServiceLoader}. */
  public ProgramBuildProbe() {}

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
    for (Question<FileContent> program : PROGRAMS) {
      FileContent file = Seen.value(answers, program);
      int bits = file == null ? 0 : ElfClass.bits(file.bytes());
      if (file != null && bits != 0) {
        boolean musl = !Seen.paths(answers, MUSL).isEmpty() && Seen.paths(answers, GLIBC).isEmpty();
        return Observations.builder()
            .observed(AgentFacts.PROGRAMS, new ProgramBuild(file.path(), bits, musl), file.path())
            .build();
      }
    }
    Unavailable<?> why = Seen.refusal(answers, PROGRAMS);
    return Seen.unavailable(
        AgentFacts.PROGRAMS,
        why != null
            ? why
            : new Unavailable<ProgramBuild>(
                UnavailableReason.NOT_RECORDED, "the copy holds no programs"));
  }
}
