package io.github.backupdiag.guest.internal.linux;

import io.github.backupdiag.fact.Observed;
import io.github.backupdiag.fact.Unavailable;
import io.github.backupdiag.fact.UnavailableReason;
import io.github.backupdiag.fact.guest.AgentProcesses;
import io.github.backupdiag.fact.guest.AgentProxies;
import io.github.backupdiag.fact.guest.AgentProxies.Kind;
import io.github.backupdiag.fact.guest.AgentProxies.Setting;
import io.github.backupdiag.fact.guest.GuestFacts;
import io.github.backupdiag.fact.guest.NetworkFacts;
import io.github.backupdiag.guest.internal.Questions;
import io.github.backupdiag.guest.internal.Seen;
import io.github.backupdiag.guestaccess.Answers;
import io.github.backupdiag.guestaccess.FileContent;
import io.github.backupdiag.guestaccess.FileContents;
import io.github.backupdiag.guestaccess.GuestConnection;
import io.github.backupdiag.guestaccess.Question;
import io.github.backupdiag.internal.parse.AgentConfigFile;
import io.github.backupdiag.internal.parse.ProxySettings;
import io.github.backupdiag.probe.GuestProbe;
import io.github.backupdiag.probe.Observations;
import io.github.backupdiag.probe.ProbeContext;
import io.github.backupdiag.probe.ProbeDescriptor;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads the proxies that are set for the agent (guest.linux.conf.http-proxy): in its configuration,
 * and in its environment, as it runs or as systemd would start it.
 */
public final class AgentProxiesProbe implements GuestProbe {

  private static final Question<FileContent> CONFIG = Question.file(AgentConfigFile.PATH);
  private static final List<Question<FileContents>> MANAGER =
      List.of(files("/etc/systemd/system.conf"), files("/etc/systemd/system.conf.d/*.conf"));

  /** In the order in which systemd looks; the first one found counts. */
  private static final List<Question<FileContents>> UNITS =
      Stream.of("/etc", "/usr/lib", "/lib")
          .map(folder -> files(folder + "/systemd/system/wa*agent.service"))
          .toList();

  private static final List<Question<FileContents>> DROP_INS =
      Stream.of("/usr/lib", "/lib", "/run", "/etc")
          .map(folder -> files(folder + "/systemd/system/wa*agent.service.d/*.conf"))
          .toList();

  /** Where files of variables lie; others that a unit names are not followed. */
  private static final List<String> VARIABLES =
      List.of("/etc/environment", "/etc/default/*", "/etc/sysconfig/*");

  private static final String ENVIRON = "/proc/*/environ";

  private static final List<Question<?>> QUESTIONS =
      Questions.all(List.of(CONFIG), MANAGER, UNITS, DROP_INS);

  private static final ProbeDescriptor DESCRIPTOR =
      ProbeDescriptor.of("guest.linux.agent-proxies", NetworkFacts.AGENT_PROXIES)
          .withNeeds(GuestFacts.AGENT_PROCESSES)
          .withConnections(GuestConnection.class)
          .withChecks("guest.linux.conf.http-proxy")
          .withAccessNeeds(
              Questions.needs(
                  QUESTIONS, Stream.concat(VARIABLES.stream(), Stream.of(ENVIRON)).toList()));

  /** Made by {@code ServiceLoader}. */
  public AgentProxiesProbe() {}

  private static Question<FileContents> files(String glob) {
    return new Question.Files(glob, 20, 1 << 16);
  }

  @Override
  public ProbeDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public List<Question<?>> next(Answers soFar) {
    return soFar.questions().isEmpty() ? QUESTIONS : Questions.open(variables(soFar), soFar);
  }

  @Override
  public List<Question<?>> next(Answers soFar, ProbeContext context) {
    List<Question<?>> wanted = new ArrayList<>(next(soFar));
    wanted.addAll(Questions.open(environs(context), soFar));
    return wanted;
  }

  @Override
  public Observations read(Answers answers, ProbeContext context) {
    FileContent config = Seen.value(answers, CONFIG);
    Unavailable<?> why = Seen.refusal(answers, QUESTIONS);
    if (why != null && why.reason() != UnavailableReason.NOT_RECORDED) {
      return Seen.unavailable(NetworkFacts.AGENT_PROXIES, why);
    }
    List<FileContent> units = units(answers);
    if (config == null && units.isEmpty()) {
      return Observations.builder()
          .absent(NetworkFacts.AGENT_PROXIES, AgentConfigFile.PATH)
          .build();
    }
    List<Setting> settings = new ArrayList<>();
    Setting configured =
        config == null
            ? null
            : ProxySettings.configured(AgentConfigFile.parse(config.path(), config.text()));
    if (configured != null) {
      settings.add(configured);
    }
    List<Setting> running = running(answers, context);
    settings.addAll(running == null ? started(answers, units) : running);
    Unavailable<?> hidden =
        running == null && settings.stream().allMatch(each -> each.kind() == Kind.EXCEPTIONS)
            ? Seen.refusal(answers, environs(context))
            : null;
    return hidden == null || hidden.reason() == UnavailableReason.NOT_RECORDED
        ? Observations.builder()
            .observed(
                NetworkFacts.AGENT_PROXIES,
                new AgentProxies(settings, running != null),
                AgentConfigFile.PATH)
            .build()
        : Seen.unavailable(NetworkFacts.AGENT_PROXIES, hidden);
  }

  /** The environment of the agent as it runs; nothing if it was not seen. */
  private static @Nullable List<Setting> running(Answers answers, ProbeContext context) {
    for (Question<FileContent> environ : environs(context)) {
      FileContent file = Seen.value(answers, environ);
      if (file != null && !file.text().isEmpty()) {
        return ProxySettings.environment(file.path(), file.text());
      }
    }
    return null;
  }

  /** The environment in which systemd would start the agent. */
  private static List<Setting> started(Answers answers, List<FileContent> units) {
    List<Setting> settings = List.of();
    for (FileContent file : all(answers, MANAGER)) {
      settings = ProxySettings.unit(file.path(), file.text(), "DefaultEnvironment", settings);
    }
    for (FileContent file : units) {
      settings = ProxySettings.unit(file.path(), file.text(), "Environment", settings);
    }
    List<Setting> all = new ArrayList<>(settings);
    for (Question<FileContent> question : variables(answers)) {
      FileContent file = Seen.value(answers, question);
      if (file != null) {
        all.addAll(ProxySettings.variables(file.path(), file.text()));
      }
    }
    return all;
  }

  /** The unit in force, then what is added to it. */
  private static List<FileContent> units(Answers answers) {
    List<FileContent> units = new ArrayList<>();
    for (Question<FileContents> place : UNITS) {
      if (units.isEmpty()) {
        units.addAll(all(answers, List.of(place)));
      }
    }
    units.addAll(all(answers, DROP_INS));
    return units;
  }

  private static List<FileContent> all(Answers answers, List<Question<FileContents>> questions) {
    List<FileContent> files = new ArrayList<>();
    for (Question<FileContents> question : questions) {
      FileContents seen = Seen.value(answers, question);
      files.addAll(seen == null ? List.of() : seen.files());
    }
    return files;
  }

  private static List<Question<FileContent>> variables(Answers answers) {
    return units(answers).stream()
        .flatMap(file -> ProxySettings.environmentFiles(file.text()).stream())
        .filter(AgentProxiesProbe::isNamed)
        .distinct()
        .limit(10)
        .map(Question::file)
        .toList();
  }

  private static boolean isNamed(String path) {
    return path.equals("/etc/environment")
        || path.matches("/etc/(default|sysconfig)/[A-Za-z0-9_][A-Za-z0-9._-]*");
  }

  private static List<Question<FileContent>> environs(ProbeContext context) {
    return context.get(GuestFacts.AGENT_PROCESSES) instanceof Observed<AgentProcesses> seen
        ? Stream.concat(seen.value().extensionHandler().stream(), seen.value().daemon().stream())
            .limit(4)
            .map(id -> Question.file("/proc/" + id + "/environ"))
            .toList()
        : List.of();
  }
}
