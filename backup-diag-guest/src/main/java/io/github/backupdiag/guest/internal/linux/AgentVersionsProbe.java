package io.github.backupdiag.guest.internal.linux;

import io.github.backupdiag.fact.guest.AgentVersions;
import io.github.backupdiag.fact.guest.ExtensionFacts;
import io.github.backupdiag.guest.internal.Questions;
import io.github.backupdiag.guest.internal.Seen;
import io.github.backupdiag.guestaccess.Answers;
import io.github.backupdiag.guestaccess.FileContent;
import io.github.backupdiag.guestaccess.GuestConnection;
import io.github.backupdiag.guestaccess.PathEntries;
import io.github.backupdiag.guestaccess.Question;
import io.github.backupdiag.internal.parse.AgentVersion;
import io.github.backupdiag.internal.parse.HandlerStatusFiles;
import io.github.backupdiag.internal.parse.PackageStatus;
import io.github.backupdiag.probe.GuestProbe;
import io.github.backupdiag.probe.Observations;
import io.github.backupdiag.probe.ProbeContext;
import io.github.backupdiag.probe.ProbeDescriptor;
import java.util.List;

/** Finds the versions of the agent: running, downloaded, packaged (guest.linux.agent.version). */
public final class AgentVersionsProbe implements GuestProbe {

  private static final Question<FileContent> LOG = Question.tail("/var/log/waagent.log", 1 << 20);
  private static final Question<FileContent> PACKAGES =
      new Question.File("/var/lib/dpkg/status", 16 << 20, Question.Part.HEAD);
  private static final List<Question<?>> FIRST = List.of(LibDir.CONFIG, LOG, PACKAGES);

  private static final ProbeDescriptor DESCRIPTOR =
      ProbeDescriptor.of("guest.linux.agent-versions", ExtensionFacts.AGENT_VERSIONS)
          .withConnections(GuestConnection.class)
          .withChecks("guest.linux.agent.version")
          .withAccessNeeds(Questions.needs(FIRST, LibDir.ANYWHERE));

  /** Made by {@code ServiceLoader}. */
  public AgentVersionsProbe() {}

  @Override
  public ProbeDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public List<Question<?>> next(Answers soFar) {
    return soFar.questions().isEmpty()
        ? FIRST
        : Questions.open(LibDir.named(List.of(folders(soFar), report(soFar))), soFar);
  }

  private static Question<PathEntries> folders(Answers answers) {
    return Question.listing(LibDir.below(answers) + "WALinuxAgent-*");
  }

  private static Question<FileContent> report(Answers answers) {
    return Question.file(LibDir.below(answers) + "waagent_status.json");
  }

  @Override
  public Observations read(Answers answers, ProbeContext context) {
    FileContent packages = Seen.value(answers, PACKAGES);
    String packaged = packages == null ? null : PackageStatus.agentVersion(packages.bytes());
    List<String> downloaded = AgentVersion.all(Seen.paths(answers, folders(answers)));
    FileContent log = Seen.value(answers, LOG);
    String running = log == null ? null : AgentVersion.running(log.text());
    if (log != null && running != null) {
      return observed(new AgentVersions(running, log.path(), downloaded, packaged));
    }
    FileContent report = Seen.value(answers, report(answers));
    String reported = report == null ? null : HandlerStatusFiles.agent(report);
    if (report != null && reported != null) {
      return observed(new AgentVersions(reported, report.path(), downloaded, packaged));
    }
    return packaged == null && downloaded.isEmpty()
        ? Seen.nothing(
            ExtensionFacts.AGENT_VERSIONS,
            answers,
            List.of(LOG, folders(answers), report(answers)),
            LibDir.below(answers))
        : observed(new AgentVersions(null, "", downloaded, packaged));
  }

  private static Observations observed(AgentVersions versions) {
    String source = versions.source().isEmpty() ? "/var/lib" : versions.source();
    return Observations.builder().observed(ExtensionFacts.AGENT_VERSIONS, versions, source).build();
  }
}
