package io.github.backupdiag.guest.internal.linux;

import io.github.backupdiag.fact.Unavailable;
import io.github.backupdiag.fact.UnavailableReason;
import io.github.backupdiag.fact.guest.GuestFacts;
import io.github.backupdiag.fact.guest.GuestOs;
import io.github.backupdiag.guest.internal.Questions;
import io.github.backupdiag.guest.internal.Seen;
import io.github.backupdiag.guestaccess.Answers;
import io.github.backupdiag.guestaccess.FileContent;
import io.github.backupdiag.guestaccess.GuestConnection;
import io.github.backupdiag.guestaccess.PathEntry;
import io.github.backupdiag.guestaccess.Question;
import io.github.backupdiag.internal.parse.OsRelease;
import io.github.backupdiag.probe.GuestProbe;
import io.github.backupdiag.probe.Observations;
import io.github.backupdiag.probe.ProbeContext;
import io.github.backupdiag.probe.ProbeDescriptor;
import java.util.List;

/** Tells which Linux it is. */
public final class OsProbe implements GuestProbe {

  private static final List<Question<FileContent>> RELEASES =
      List.of(Question.file("/etc/os-release"), Question.file("/usr/lib/os-release"));

  /** Files that exist on Linux alone, for a copy that left os-release out. */
  private static final List<Question<PathEntry>> LINUX =
      List.of(
          Question.stat("/etc/waagent.conf"),
          Question.stat("/var/log/waagent.log"),
          Question.stat("/var/lib/dpkg/status"));

  private static final List<Question<PathEntry>> WINDOWS =
      Questions.stats("C:/Windows/System32", "C:/WindowsAzure");
  private static final GuestOs UNNAMED = new GuestOs(GuestOs.Family.LINUX, "", "", List.of(), "");

  private static final List<Question<?>> QUESTIONS = Questions.all(RELEASES, LINUX, WINDOWS);

  private static final ProbeDescriptor DESCRIPTOR =
      ProbeDescriptor.of("guest.linux.os", GuestFacts.OS)
          .withConnections(GuestConnection.class)
          .withChecks("guest.linux.os")
          .withAccessNeeds(Questions.needs(QUESTIONS));

  /** Made by {@code ServiceLoader}. */
  public OsProbe() {}

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
    for (Question<FileContent> release : RELEASES) {
      FileContent file = Seen.value(answers, release);
      if (file != null) {
        return observed(OsRelease.parse(file.text()), file.path());
      }
    }
    for (Question<PathEntry> trace : LINUX) {
      PathEntry entry = Seen.value(answers, trace);
      if (entry != null) {
        return observed(UNNAMED, entry.path());
      }
    }
    if (WINDOWS.stream().anyMatch(folder -> Seen.value(answers, folder) != null)) {
      return Seen.unavailable(
          GuestFacts.OS, new Unavailable<GuestOs>(UnavailableReason.NOT_RECORDED, "no Linux"));
    }
    return Seen.nothing(GuestFacts.OS, answers, RELEASES, "/etc/os-release");
  }

  private static Observations observed(GuestOs os, String source) {
    return Observations.builder().observed(GuestFacts.OS, os, source).build();
  }
}
