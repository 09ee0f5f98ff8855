package io.github.backupdiag.guest.internal.linux;

import io.github.backupdiag.fact.UnavailableReason;
import io.github.backupdiag.fact.guest.AgentFacts;
import io.github.backupdiag.fact.guest.GuestLoad;
import io.github.backupdiag.guest.internal.Questions;
import io.github.backupdiag.guest.internal.Seen;
import io.github.backupdiag.guestaccess.Answers;
import io.github.backupdiag.guestaccess.FileContent;
import io.github.backupdiag.guestaccess.GuestConnection;
import io.github.backupdiag.guestaccess.Question;
import io.github.backupdiag.internal.parse.LoadFiles;
import io.github.backupdiag.probe.GuestProbe;
import io.github.backupdiag.probe.Observations;
import io.github.backupdiag.probe.ProbeContext;
import io.github.backupdiag.probe.ProbeDescriptor;
import java.util.List;

/** Tells how busy a running guest is (guest.linux.load). */
public final class LoadProbe implements GuestProbe {

  private static final Question<FileContent> LOAD = Question.file("/proc/loadavg");
  private static final Question<FileContent> STAT = Question.file("/proc/stat");
  private static final Question<FileContent> PRESSURE = Question.file("/proc/pressure/cpu");
  private static final Question<FileContent> MEMORY = Question.file("/proc/meminfo");
  private static final List<Question<?>> QUESTIONS = List.of(LOAD, STAT, PRESSURE, MEMORY);

  private static final ProbeDescriptor DESCRIPTOR =
      ProbeDescriptor.of("guest.linux.load", AgentFacts.LOAD)
          .withConnections(GuestConnection.class)
          .withChecks("guest.linux.load")
          .withAccessNeeds(Questions.needs(QUESTIONS));

  /** Made by {@code ServiceLoader}. */
  public LoadProbe() {}

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
    FileContent file = Seen.value(answers, LOAD);
    if (file == null) {
      return Seen.nothing(AgentFacts.LOAD, answers, List.of(LOAD), "/proc/loadavg");
    }
    double load = LoadFiles.load(file.text());
    if (load < 0) {
      return Observations.builder()
          .unavailable(
              AgentFacts.LOAD, UnavailableReason.NOT_RECORDED, "/proc/loadavg holds no load")
          .build();
    }
    String memory = text(answers, MEMORY);
    GuestLoad found =
        new GuestLoad(
            load,
            LoadFiles.processors(text(answers, STAT)),
            LoadFiles.pressure(text(answers, PRESSURE)),
            LoadFiles.bytes(memory, "MemTotal"),
            LoadFiles.bytes(memory, "MemAvailable"));
    return Observations.builder().observed(AgentFacts.LOAD, found, "/proc/loadavg").build();
  }

  private static String text(Answers answers, Question<FileContent> question) {
    FileContent file = Seen.value(answers, question);
    return file == null ? "" : file.text();
  }
}
