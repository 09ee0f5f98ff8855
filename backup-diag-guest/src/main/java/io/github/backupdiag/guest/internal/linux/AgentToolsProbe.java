package io.github.backupdiag.guest.internal.linux;

import io.github.backupdiag.fact.Absent;
import io.github.backupdiag.fact.Unavailable;
import io.github.backupdiag.fact.UnavailableReason;
import io.github.backupdiag.fact.guest.AgentFacts;
import io.github.backupdiag.fact.guest.AgentTools;
import io.github.backupdiag.guest.internal.Questions;
import io.github.backupdiag.guest.internal.Seen;
import io.github.backupdiag.guestaccess.Answers;
import io.github.backupdiag.guestaccess.GuestConnection;
import io.github.backupdiag.guestaccess.PathEntries;
import io.github.backupdiag.guestaccess.PathEntry;
import io.github.backupdiag.guestaccess.Question;
import io.github.backupdiag.probe.GuestProbe;
import io.github.backupdiag.probe.Observations;
import io.github.backupdiag.probe.ProbeContext;
import io.github.backupdiag.probe.ProbeDescriptor;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Looks for the programs and modules that the agent calls (guest.linux.agent.dependencies). */
public final class AgentToolsProbe implements GuestProbe {

  private static final List<String> FOLDERS =
      List.of("/usr/bin", "/bin", "/usr/sbin", "/sbin", "/usr/local/bin", "/usr/local/sbin");
  private static final List<String> PROGRAMS =
      List.of("openssl", "ip", "sed", "grep", "sudo", "sfdisk", "fdisk", "mkfs", "parted");
  private static final List<String> MODULES = List.of("azurelinuxagent", "distro");

  /** Of programs that every system has: a copy without them holds no programs. */
  private static final List<String> EVERYWHERE = List.of("sed", "grep");

  private static final List<String> PACKAGES =
      List.of(
          "/usr/lib/python*/dist-packages/",
          "/usr/lib/python*/site-packages/",
          "/usr/lib64/python*/site-packages/",
          "/usr/local/lib/python*/dist-packages/",
          "/usr/local/lib/python*/site-packages/");
  private static final List<Question<PathEntry>> FILES =
      PROGRAMS.stream()
          .flatMap(name -> FOLDERS.stream().map(folder -> folder + "/" + name))
          .map(Question::stat)
          .toList();
  private static final List<Question<PathEntries>> PYTHON =
      MODULES.stream()
          .flatMap(name -> PACKAGES.stream().map(folder -> folder + name + "*"))
          .map(Question::listing)
          .toList();
  private static final List<Question<?>> QUESTIONS = Questions.all(FILES, PYTHON);

  private static final ProbeDescriptor DESCRIPTOR =
      ProbeDescriptor.of("guest.linux.agent-tools", AgentFacts.TOOLS)
          .withConnections(GuestConnection.class)
          .withChecks("guest.linux.agent.dependencies")
          .withAccessNeeds(Questions.needs(QUESTIONS));

  /** Made by {@code ServiceLoader}. */
  public AgentToolsProbe() {}

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
    List<String> programs = new ArrayList<>();
    for (Question<PathEntry> file : FILES) {
      PathEntry entry = Seen.value(answers, file);
      if (entry != null) {
        programs.add(entry.path());
      }
    }
    List<String> missing =
        PROGRAMS.stream().filter(name -> programs.stream().noneMatch(isNamed(name))).toList();
    Unavailable<?> why = Seen.refusal(answers, FILES);
    if (why != null && !missing.isEmpty()) {
      return Seen.unavailable(AgentFacts.TOOLS, why);
    }
    if (missing.containsAll(EVERYWHERE)) {
      return Seen.unavailable(
          AgentFacts.TOOLS,
          new Unavailable<AgentTools>(
              UnavailableReason.NOT_RECORDED, "the copy holds no programs"));
    }
    AgentTools found = new AgentTools(programs, missing, missingModules(answers));
    return Observations.builder().observed(AgentFacts.TOOLS, found, FOLDERS.get(0)).build();
  }

  private static Predicate<String> isNamed(String name) {
    return path -> path.endsWith("/" + name);
  }

  private static List<String> missingModules(Answers answers) {
    List<String> missing = new ArrayList<>();
    for (int module = 0; module < MODULES.size(); module++) {
      int first = module * PACKAGES.size();
      List<Question<PathEntries>> places = PYTHON.subList(first, first + PACKAGES.size());
      if (places.stream().allMatch(place -> answers.to(place) instanceof Absent<PathEntries>)) {
        missing.add(MODULES.get(module));
      }
    }
    return missing;
  }
}
