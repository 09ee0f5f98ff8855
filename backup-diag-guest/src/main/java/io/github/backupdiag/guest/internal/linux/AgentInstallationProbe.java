package io.github.backupdiag.guest.internal.linux;

import io.github.backupdiag.fact.Unavailable;
import io.github.backupdiag.fact.UnavailableReason;
import io.github.backupdiag.fact.guest.AgentInstallation;
import io.github.backupdiag.fact.guest.GuestFacts;
import io.github.backupdiag.guest.internal.Questions;
import io.github.backupdiag.guest.internal.Seen;
import io.github.backupdiag.guestaccess.Answers;
import io.github.backupdiag.guestaccess.FileContent;
import io.github.backupdiag.guestaccess.GuestConnection;
import io.github.backupdiag.guestaccess.PathEntries;
import io.github.backupdiag.guestaccess.PathEntry;
import io.github.backupdiag.guestaccess.Question;
import io.github.backupdiag.internal.parse.AgentVersion;
import io.github.backupdiag.internal.parse.PackageStatus;
import io.github.backupdiag.probe.GuestProbe;
import io.github.backupdiag.probe.Observations;
import io.github.backupdiag.probe.ProbeContext;
import io.github.backupdiag.probe.ProbeDescriptor;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Looks for unit files, programs and remains of the agent (guest.linux.agent.installed). */
public final class AgentInstallationProbe implements GuestProbe {

  private static final String FOLDER = "/var/lib/waagent";
  private static final List<Question<PathEntry>> PROGRAMS =
      Questions.stats(
          "/usr/sbin/waagent",
          "/usr/bin/waagent",
          "/usr/local/sbin/waagent",
          "/usr/local/bin/waagent",
          "/sbin/waagent",
          "/bin/waagent",
          "/opt/waagent/bin/waagent",
          "/usr/share/oem/bin/waagent",
          "/usr/lib/python3/dist-packages/azurelinuxagent");
  private static final List<Question<PathEntries>> LIBRARIES =
      List.of(
          Question.listing("/usr/lib/python*/site-packages/azurelinuxagent"),
          Question.listing("/usr/local/lib/python*/dist-packages/azurelinuxagent"),
          Question.listing("/usr/local/lib/python*/site-packages/azurelinuxagent"),
          Question.listing("/opt/*/bin/waagent"));

  private static final Question<PathEntry> FOLDER_ITSELF = Question.stat(FOLDER);
  private static final Question<PathEntries> CONTENT = Question.listing(FOLDER + "/*");
  private static final List<Question<PathEntry>> TRACES =
      Questions.stats("/etc/waagent.conf", "/var/log/waagent.log");
  private static final Question<FileContent> PACKAGES =
      new Question.File("/var/lib/dpkg/status", 16 << 20, Question.Part.HEAD);
  private static final Question<FileContent> LOG = Question.tail("/var/log/waagent.log", 1 << 18);

  /** Places that a copy of a whole system has: without any of them it is a part of one. */
  private static final List<Question<PathEntry>> SYSTEM =
      Questions.stats(
          "/usr/sbin",
          "/usr/bin",
          "/usr/lib/systemd/system",
          "/lib/systemd/system",
          "/var/lib/dpkg/status",
          "/var/lib/rpm",
          "/usr/lib/sysimage/rpm");

  private static final List<Question<?>> QUESTIONS =
      Questions.all(
          UnitFiles.places(),
          PROGRAMS,
          LIBRARIES,
          List.of(FOLDER_ITSELF, CONTENT, PACKAGES, LOG),
          TRACES,
          SYSTEM);

  /** What cloud-init leaves in the folder where no agent ever was. */
  private static final Pattern NOT_OF_AGENT =
      Pattern.compile(".*/(ovf-env\\.xml|Certificates\\..*|[^/]*\\.(crt|pem|prv))");

  private static final ProbeDescriptor DESCRIPTOR =
      ProbeDescriptor.of("guest.linux.agent-installation", GuestFacts.AGENT_INSTALLATION)
          .withConnections(GuestConnection.class)
          .withChecks("guest.linux.agent.installed")
          .withAccessNeeds(Questions.needs(QUESTIONS));

  /** Made by {@code ServiceLoader}. */
  public AgentInstallationProbe() {}

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
    AgentInstallation found =
        new AgentInstallation(
            units(answers), programs(answers), remains(answers), version(answers));
    Unavailable<?> why = found.isPresent() ? null : whyUncertain(found, answers, context);
    return why == null
        ? Observations.builder()
            .observed(GuestFacts.AGENT_INSTALLATION, found, source(found))
            .build()
        : Seen.unavailable(GuestFacts.AGENT_INSTALLATION, why);
  }

  /** What could not be read must not look like absence. */
  private static @Nullable Unavailable<?> whyUncertain(
      AgentInstallation found, Answers answers, ProbeContext context) {
    Unavailable<?> refusal =
        Seen.refusal(answers, Questions.all(UnitFiles.places(), PROGRAMS, LIBRARIES));
    if (refusal != null) {
      return refusal;
    }
    if (!found.remains().isEmpty()) {
      return null;
    }
    boolean folderThere = Seen.value(answers, FOLDER_ITSELF) != null;
    Unavailable<?> hidden = folderThere ? Seen.refusal(answers, List.of(CONTENT)) : null;
    if (hidden != null) {
      return hidden;
    }
    GuestConnection guest = context.connection(GuestConnection.class);
    boolean partial =
        guest.nature() == GuestConnection.Nature.COPY
            && SYSTEM.stream().allMatch(place -> Seen.value(answers, place) == null);
    return partial
        ? new Unavailable<AgentInstallation>(
            UnavailableReason.NOT_RECORDED, "the copy holds no programs, units or packages")
        : null;
  }

  private static String source(AgentInstallation found) {
    return found.unitFiles().isEmpty() ? FOLDER : found.unitFiles().get(0);
  }

  private static List<String> units(Answers answers) {
    List<String> units = new ArrayList<>();
    for (String name : UnitFiles.NAMES) {
      PathEntry unit = UnitFiles.unit(name, answers);
      if (unit != null) {
        units.add(unit.path());
      }
      PathEntry script = Seen.value(answers, UnitFiles.script(name));
      if (script != null) {
        units.add(script.path());
      }
    }
    return units;
  }

  /** Where /sbin is a link to /usr/sbin, both name one program; the first is enough. */
  private static List<String> programs(Answers answers) {
    List<String> programs = new ArrayList<>();
    for (Question<PathEntry> program : PROGRAMS) {
      PathEntry entry = Seen.value(answers, program);
      if (entry != null && !programs.contains("/usr" + entry.path())) {
        programs.add(entry.path());
      }
    }
    LIBRARIES.forEach(library -> programs.addAll(Seen.paths(answers, library)));
    return programs;
  }

  private static List<String> remains(Answers answers) {
    List<String> remains = new ArrayList<>();
    boolean used =
        Seen.paths(answers, CONTENT).stream()
            .anyMatch(path -> !NOT_OF_AGENT.matcher(path).matches());
    if (used) {
      remains.add(FOLDER);
    }
    for (Question<PathEntry> trace : TRACES) {
      PathEntry entry = Seen.value(answers, trace);
      if (entry != null) {
        remains.add(entry.path());
      }
    }
    FileContent packages = Seen.value(answers, PACKAGES);
    if (packages != null && PackageStatus.agentVersion(packages.bytes()) != null) {
      remains.add(packages.path());
    }
    return remains;
  }

  private static @Nullable String version(Answers answers) {
    String version = AgentVersion.newest(Seen.paths(answers, CONTENT));
    FileContent packages = Seen.value(answers, PACKAGES);
    if (version == null && packages != null) {
      version = PackageStatus.agentVersion(packages.bytes());
    }
    FileContent log = Seen.value(answers, LOG);
    return version == null && log != null ? AgentVersion.running(log.text()) : version;
  }
}
