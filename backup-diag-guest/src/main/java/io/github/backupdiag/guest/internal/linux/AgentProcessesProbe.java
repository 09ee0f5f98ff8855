package io.github.backupdiag.guest.internal.linux;

import io.github.backupdiag.fact.Observed;
import io.github.backupdiag.fact.Unavailable;
import io.github.backupdiag.fact.UnavailableReason;
import io.github.backupdiag.fact.guest.AgentProcesses;
import io.github.backupdiag.fact.guest.GuestFacts;
import io.github.backupdiag.fact.guest.GuestOs;
import io.github.backupdiag.guest.internal.Questions;
import io.github.backupdiag.guest.internal.Seen;
import io.github.backupdiag.guestaccess.Answers;
import io.github.backupdiag.guestaccess.FileContent;
import io.github.backupdiag.guestaccess.FileContents;
import io.github.backupdiag.guestaccess.GuestConnection;
import io.github.backupdiag.guestaccess.Question;
import io.github.backupdiag.internal.parse.AgentCommandLine;
import io.github.backupdiag.internal.parse.ProcessTable;
import io.github.backupdiag.probe.GuestProbe;
import io.github.backupdiag.probe.Observations;
import io.github.backupdiag.probe.ProbeContext;
import io.github.backupdiag.probe.ProbeDescriptor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Looks for the processes of the agent (guest.linux.agent.running). */
public final class AgentProcessesProbe implements GuestProbe {

  private static final long INIT = 1;
  private static final Question<FileContents> PROC =
      new Question.Files("/proc/*/cmdline", 32_768, 4096);

  /** Where support reports keep the output of ps. */
  private static final Question<FileContents> RECORDED =
      new Question.Files("/sos_commands/process/ps_*", 20, 4 << 20);

  private static final List<Question<?>> QUESTIONS = List.of(PROC, RECORDED);

  private static final ProbeDescriptor DESCRIPTOR =
      ProbeDescriptor.of("guest.linux.agent-processes", GuestFacts.AGENT_PROCESSES)
          .withNeeds(GuestFacts.OS)
          .withConnections(GuestConnection.class)
          .withChecks("guest.linux.agent.running")
          .withAccessNeeds(Questions.needs(QUESTIONS));

  /** Made by {@code ServiceLoader}. */
  public AgentProcessesProbe() {}

  @Override
  public ProbeDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public List<Question<?>> next(Answers soFar) {
    return List.of(); // on Windows there is nothing to ask
  }

  @Override
  public List<Question<?>> next(Answers soFar, ProbeContext context) {
    return isWindows(context) ? List.of() : Questions.open(QUESTIONS, soFar);
  }

  private static boolean isWindows(ProbeContext context) {
    return context.get(GuestFacts.OS) instanceof Observed<GuestOs> os
        && os.value().family() == GuestOs.Family.WINDOWS;
  }

  @Override
  public Observations read(Answers answers, ProbeContext context) {
    if (isWindows(context)) {
      return Observations.builder().absent(GuestFacts.AGENT_PROCESSES, "Linux").build();
    }
    boolean copy =
        context.connection(GuestConnection.class).nature() == GuestConnection.Nature.COPY;
    Map<Long, List<String>> processes = copy && !isWhole(answers) ? Map.of() : proc(answers);
    if (!processes.isEmpty()) {
      return observed(processes, "/proc");
    }
    FileContents recorded = copy ? Seen.value(answers, RECORDED) : null;
    for (FileContent file : recorded == null ? List.<FileContent>of() : recorded.files()) {
      Map<Long, List<String>> listed = file.isComplete() ? ProcessTable.ps(file.text()) : null;
      if (listed != null && listed.containsKey(INIT)) {
        return observed(listed, file.path());
      }
    }
    Unavailable<?> why = Seen.refusal(answers, List.of(PROC));
    UnavailableReason empty = copy ? UnavailableReason.NOT_RECORDED : UnavailableReason.FAILED;
    return Seen.unavailable(
        GuestFacts.AGENT_PROCESSES,
        why == null ? new Unavailable<>(empty, "/proc shows no process") : why);
  }

  /** Files that were picked of a process list may lack the agent's own. */
  private static boolean isWhole(Answers answers) {
    FileContents files = Seen.value(answers, PROC);
    return files != null && files.complete();
  }

  private static Map<Long, List<String>> proc(Answers answers) {
    FileContents files = Seen.value(answers, PROC);
    Map<Long, List<String>> processes = new LinkedHashMap<>();
    for (FileContent file : files == null ? List.<FileContent>of() : files.files()) {
      long id = ProcessTable.processId(file.path());
      if (id > 0) {
        processes.put(id, ProcessTable.arguments(file.text()));
      }
    }
    return processes;
  }

  /** Where process 1 is hidden, so are those of root, and their absence says nothing. */
  private static Observations observed(Map<Long, List<String>> processes, String source) {
    AgentProcesses found =
        new AgentProcesses(
            withRole(processes, AgentCommandLine.Role.DAEMON),
            withRole(processes, AgentCommandLine.Role.EXTENSION_HANDLER));
    if (!found.isAnyRunning() && !processes.containsKey(INIT)) {
      return Observations.builder()
          .unavailable(
              GuestFacts.AGENT_PROCESSES,
              UnavailableReason.NOT_PERMITTED,
              source + " hides the processes of other users")
          .build();
    }
    return Observations.builder().observed(GuestFacts.AGENT_PROCESSES, found, source).build();
  }

  private static List<Long> withRole(
      Map<Long, List<String>> processes, AgentCommandLine.Role role) {
    List<Long> ids = new ArrayList<>();
    processes.forEach(
        (id, arguments) -> {
          if (AgentCommandLine.of(arguments) == role) {
            ids.add(id);
          }
        });
    ids.sort(null);
    return ids;
  }
}
