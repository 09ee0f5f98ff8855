package io.github.backupdiag.guest.internal.linux;

import io.github.backupdiag.fact.Unavailable;
import io.github.backupdiag.fact.guest.ClockOffset;
import io.github.backupdiag.fact.guest.NetworkFacts;
import io.github.backupdiag.guest.internal.Questions;
import io.github.backupdiag.guest.internal.Seen;
import io.github.backupdiag.guestaccess.Answers;
import io.github.backupdiag.guestaccess.FileContent;
import io.github.backupdiag.guestaccess.GuestConnection;
import io.github.backupdiag.guestaccess.PathEntry;
import io.github.backupdiag.guestaccess.Question;
import io.github.backupdiag.internal.parse.ClockLines;
import io.github.backupdiag.probe.GuestProbe;
import io.github.backupdiag.probe.Observations;
import io.github.backupdiag.probe.ProbeContext;
import io.github.backupdiag.probe.ProbeDescriptor;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Looks for log lines that tell how far the clock was off (guest.any.clock). */
public final class ClockTracesProbe implements GuestProbe {

  private static final int END = 4 << 20;
  private static final Question<FileContent> EXTENSION =
      Question.tail(
          "/var/log/azure/Microsoft.Azure.RecoveryServices.VMSnapshotLinux/extension.log", END);
  private static final Question<FileContent> AGENT = Question.tail("/var/log/waagent.log", 1 << 16);
  private static final List<Question<FileContent>> SYSTEM =
      AgentServiceLogProbe.LOGS.stream().map(path -> Question.tail(path, END)).toList();
  private static final Question<PathEntry> ZONE = Question.stat("/etc/localtime");
  private static final List<Question<?>> QUESTIONS =
      Questions.all(List.of(EXTENSION, AGENT, ZONE), SYSTEM);

  private static final ProbeDescriptor DESCRIPTOR =
      ProbeDescriptor.of("guest.linux.clock-traces", NetworkFacts.CLOCK_TRACES)
          .withConnections(GuestConnection.class)
          .withChecks("guest.any.clock")
          .withAccessNeeds(Questions.needs(QUESTIONS));

  /** Made by {@code ServiceLoader}. */
  public ClockTracesProbe() {}

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
    List<ClockOffset> traces = new ArrayList<>();
    FileContent extension = Seen.value(answers, EXTENSION);
    if (extension != null) {
      traces.addAll(ClockLines.extension(extension));
    }
    for (Question<FileContent> question : SYSTEM) {
      FileContent log = Seen.value(answers, question);
      if (log != null) {
        traces.addAll(ClockLines.system(log, zone(answers), known(answers)));
      }
    }
    Unavailable<?> why =
        traces.isEmpty() ? Seen.refusal(answers, Questions.all(List.of(EXTENSION), SYSTEM)) : null;
    return why == null
        ? Observations.builder().observed(NetworkFacts.CLOCK_TRACES, traces, "logs").build()
        : Seen.unavailable(NetworkFacts.CLOCK_TRACES, why);
  }

  private static @Nullable Instant known(Answers answers) {
    Instant newest = null;
    for (Question<FileContent> question : List.of(EXTENSION, AGENT)) {
      FileContent log = Seen.value(answers, question);
      Instant at = log == null ? null : ClockLines.newest(log);
      newest = at == null || (newest != null && newest.isAfter(at)) ? newest : at;
    }
    return newest;
  }

  /** Without a link to a zone, systemd takes UTC. */
  private static ZoneId zone(Answers answers) {
    PathEntry link = Seen.value(answers, ZONE);
    String target = link == null || link.linkTarget() == null ? "" : link.linkTarget();
    int at = target.indexOf("zoneinfo/");
    try {
      return at < 0 ? ZoneOffset.UTC : ZoneId.of(target.substring(at + "zoneinfo/".length()));
    } catch (DateTimeException e) {
      return ZoneOffset.UTC;
    }
  }
}
