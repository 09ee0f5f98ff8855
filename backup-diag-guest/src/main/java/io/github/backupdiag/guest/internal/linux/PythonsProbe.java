package io.github.backupdiag.guest.internal.linux;

import io.github.backupdiag.fact.Unavailable;
import io.github.backupdiag.fact.UnavailableReason;
import io.github.backupdiag.fact.guest.ExtensionFacts;
import io.github.backupdiag.fact.guest.Pythons;
import io.github.backupdiag.fact.guest.Pythons.Python;
import io.github.backupdiag.guest.internal.Questions;
import io.github.backupdiag.guest.internal.Seen;
import io.github.backupdiag.guestaccess.Answers;
import io.github.backupdiag.guestaccess.FileContent;
import io.github.backupdiag.guestaccess.FileContents;
import io.github.backupdiag.guestaccess.GuestConnection;
import io.github.backupdiag.guestaccess.PathEntries;
import io.github.backupdiag.guestaccess.PathEntry;
import io.github.backupdiag.guestaccess.Question;
import io.github.backupdiag.internal.parse.AgentCommandLine;
import io.github.backupdiag.internal.parse.AgentInterpreter;
import io.github.backupdiag.internal.parse.ProcessTable;
import io.github.backupdiag.internal.parse.PythonNames;
import io.github.backupdiag.probe.GuestProbe;
import io.github.backupdiag.probe.Observations;
import io.github.backupdiag.probe.ProbeContext;
import io.github.backupdiag.probe.ProbeDescriptor;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Looks for Python where the start script of the backup extension looks, and for the one that runs
 * the agent (guest.linux.agent.python). Nothing is run: names, links and folders tell the version.
 */
public final class PythonsProbe implements GuestProbe {

  private static final List<Question<PathEntries>> PROGRAMS =
      List.of(
          Question.listing("/usr/bin/python*"),
          Question.listing("/usr/local/bin/python*"),
          Question.listing("/usr/libexec/platform-python*"),
          Question.listing("/etc/alternatives/python*"));

  /** A copy may hold no programs at all. */
  private static final Question<PathEntries> ANY_PROGRAM = new Question.Listing("/usr/bin/*", 20);

  private static final List<Question<PathEntries>> LIBRARIES =
      List.of(
          Question.listing("/usr/lib/python*"),
          Question.listing("/usr/lib64/python*"),
          Question.listing("/usr/local/lib/python*"));
  private static final List<Question<FileContent>> UNITS = units();
  private static final List<Question<FileContent>> AGENT =
      List.of(start("/usr/sbin/waagent"), start("/usr/bin/waagent"));
  private static final Question<FileContents> PROCESSES =
      new Question.Files("/proc/*/cmdline", 32_768, 4096);

  private static final List<Question<?>> FIRST =
      Questions.all(List.of(ANY_PROGRAM, PROCESSES), PROGRAMS, LIBRARIES, UNITS, AGENT);

  private static final ProbeDescriptor DESCRIPTOR =
      ProbeDescriptor.of("guest.linux.pythons", ExtensionFacts.PYTHONS)
          .withConnections(GuestConnection.class)
          .withChecks("guest.linux.agent.python")
          .withAccessNeeds(Questions.needs(FIRST, List.of("/proc/*/exe")));

  /** Made by {@code ServiceLoader}. */
  public PythonsProbe() {}

  @Override
  public ProbeDescriptor descriptor() {
    return DESCRIPTOR;
  }

  private static List<Question<FileContent>> units() {
    return UnitFiles.NAMES.stream()
        .flatMap(name -> UnitFiles.units(name).stream())
        .map(unit -> start(((Question.Stat) unit).path()))
        .toList();
  }

  private static Question<FileContent> start(String path) {
    return new Question.File(path, 1 << 14, Question.Part.HEAD);
  }

  @Override
  public List<Question<?>> next(Answers soFar) {
    return soFar.questions().isEmpty() ? FIRST : Questions.open(executables(soFar), soFar);
  }

  /** Of the agent's processes, at most two. */
  private static List<Question<PathEntry>> executables(Answers answers) {
    FileContents files = Seen.value(answers, PROCESSES);
    List<Question<PathEntry>> executables = new ArrayList<>();
    for (FileContent file : files == null ? List.<FileContent>of() : files.files()) {
      long id = ProcessTable.processId(file.path());
      boolean agent =
          AgentCommandLine.of(ProcessTable.arguments(file.text())) != AgentCommandLine.Role.OTHER;
      if (id > 0 && agent && executables.size() < 2) {
        executables.add(Question.stat("/proc/" + id + "/exe"));
      }
    }
    return executables.stream().distinct().toList();
  }

  @Override
  public Observations read(Answers answers, ProbeContext context) {
    Unavailable<?> why = whyNot(answers, context);
    if (why != null) {
      return Seen.unavailable(ExtensionFacts.PYTHONS, why);
    }
    List<PathEntry> entries = new ArrayList<>();
    for (Question<PathEntries> folder : PROGRAMS) {
      PathEntries some = Seen.value(answers, folder);
      entries.addAll(some == null ? List.of() : some.entries());
    }
    List<String> libraries =
        LIBRARIES.stream().flatMap(folder -> Seen.paths(answers, folder).stream()).toList();
    PythonNames names = new PythonNames(entries, libraries);
    Pythons pythons = new Pythons(names.searched(), names.others(), ofAgent(answers, names));
    return Observations.builder().observed(ExtensionFacts.PYTHONS, pythons, "/usr/bin").build();
  }

  /** What could not be read must not look like absence. */
  private static @Nullable Unavailable<?> whyNot(Answers answers, ProbeContext context) {
    Unavailable<?> refusal = Seen.refusal(answers, PROGRAMS.subList(0, 2));
    boolean copy =
        context.connection(GuestConnection.class).nature() == GuestConnection.Nature.COPY;
    boolean partial = copy && Seen.paths(answers, ANY_PROGRAM).isEmpty();
    return refusal == null && partial
        ? new Unavailable<>(
            UnavailableReason.NOT_RECORDED, "the copy holds no programs in /usr/bin")
        : refusal;
  }

  private static @Nullable Python ofAgent(Answers answers, PythonNames names) {
    for (Question<PathEntry> executable : executables(answers)) {
      PathEntry link = Seen.value(answers, executable);
      String target = link == null ? null : link.linkTarget();
      if (target != null && target.contains("python")) {
        Python known = names.at(target);
        return known == null ? new Python(target, null) : known;
      }
    }
    for (String path : configured(answers)) {
      Python python = names.at(path);
      if (python != null) {
        return python;
      }
    }
    return null;
  }

  /** The unit says it, or the first line of the program. */
  private static List<String> configured(Answers answers) {
    List<String> paths = new ArrayList<>();
    for (Question<FileContent> unit : UNITS) {
      FileContent file = Seen.value(answers, unit);
      String path = file == null ? null : AgentInterpreter.inUnit(file.text());
      if (path != null) {
        paths.add(path);
      }
    }
    for (Question<FileContent> program : AGENT) {
      FileContent file = Seen.value(answers, program);
      if (file != null) {
        paths.addAll(AgentInterpreter.inShebang(file.text()));
      }
    }
    return paths;
  }
}
