package io.github.backupdiag.guest.internal.linux;

import io.github.backupdiag.fact.Absent;
import io.github.backupdiag.fact.Observed;
import io.github.backupdiag.fact.UnavailableReason;
import io.github.backupdiag.fact.guest.SnapshotFacts;
import io.github.backupdiag.fact.guest.SnapshotScripts;
import io.github.backupdiag.fact.guest.SnapshotScripts.Role;
import io.github.backupdiag.fact.guest.SnapshotScripts.ScriptFile;
import io.github.backupdiag.fact.guest.SnapshotScripts.State;
import io.github.backupdiag.guest.internal.Questions;
import io.github.backupdiag.guest.internal.Seen;
import io.github.backupdiag.guestaccess.Answers;
import io.github.backupdiag.guestaccess.FileContent;
import io.github.backupdiag.guestaccess.FileContents;
import io.github.backupdiag.guestaccess.GuestConnection;
import io.github.backupdiag.guestaccess.PathEntries;
import io.github.backupdiag.guestaccess.PathEntry;
import io.github.backupdiag.guestaccess.Question;
import io.github.backupdiag.internal.parse.ConfigSection;
import io.github.backupdiag.internal.parse.ScriptConfigFile;
import io.github.backupdiag.probe.GuestProbe;
import io.github.backupdiag.probe.Observations;
import io.github.backupdiag.probe.ProbeContext;
import io.github.backupdiag.probe.ProbeDescriptor;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the configuration of the scripts before and after a snapshot, and looks at the files it
 * names (guest.linux.script.files, guest.linux.script.plugin-host-conf).
 */
public final class SnapshotScriptsProbe implements GuestProbe {

  private static final String HOST = "/etc/azure/VMSnapshotPluginHost.conf";
  private static final String OWN_HOST = "/main/VMSnapshotPluginHost.conf";
  private static final List<String> NUMBERS = List.of("timeoutInSeconds", "numberOfPlugins");
  private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,18}");
  private static final List<Question<?>> FIRST =
      Questions.all(
          List.of(LibDir.CONFIG),
          questions(HOST),
          questions(ScriptConfigFile.PATH),
          WholeSystem.PLACES);

  private static final ProbeDescriptor DESCRIPTOR =
      ProbeDescriptor.of("guest.linux.snapshot-scripts", SnapshotFacts.SCRIPTS)
          .withConnections(GuestConnection.class)
          .withChecks("guest.linux.script.files", "guest.linux.script.plugin-host-conf")
          .withAccessNeeds(Questions.needs(FIRST, LibDir.ANYWHERE));

  /** Made by {@code ServiceLoader}. */
  public SnapshotScriptsProbe() {}

  @Override
  public ProbeDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public List<Question<?>> next(Answers soFar) {
    if (soFar.questions().isEmpty()) {
      return FIRST;
    }
    List<Question<?>> more = new ArrayList<>();
    String glob = ExtensionFolders.glob(soFar, OWN_HOST);
    if (glob != null) {
      more.add(Question.listing(glob));
      more.add(ownHosts(glob));
    }
    if (isAskable(configPath(soFar))) {
      more.addAll(questions(configPath(soFar)));
    }
    ScriptConfigFile config = config(soFar);
    for (String script : config == null ? List.<String>of() : scripts(config)) {
      if (isAskable(script)) {
        more.addAll(questions(script));
      }
    }
    return Questions.open(more.stream().distinct().toList(), soFar);
  }

  @Override
  public Observations read(Answers answers, ProbeContext context) {
    boolean whole = WholeSystem.isSeen(answers, context);
    ScriptFile config = file(Role.CONFIG, configPath(answers), answers, whole);
    if (config.state() == State.UNKNOWN) {
      var why = Seen.refusal(answers, questions(config.path()));
      return why == null
          ? Observations.builder()
              .unavailable(SnapshotFacts.SCRIPTS, UnavailableReason.NOT_RECORDED, config.path())
              .build()
          : Seen.unavailable(SnapshotFacts.SCRIPTS, why);
    }
    if (config.state() == State.ABSENT) {
      return Observations.builder().absent(SnapshotFacts.SCRIPTS, config.path()).build();
    }
    ScriptConfigFile says = config(answers);
    List<ScriptFile> scripts = new ArrayList<>();
    if (says != null && says.pre() != null && says.post() != null) {
      scripts.add(file(Role.PRE, says.pre(), answers, whole));
      scripts.add(file(Role.POST, says.post(), answers, whole));
    }
    SnapshotScripts found =
        new SnapshotScripts(
            config,
            says == null ? null : says.problem(),
            says == null ? 0 : says.problemLine(),
            hosts(answers, whole),
            hostProblem(answers),
            scripts,
            says == null ? null : says.timeoutSeconds(),
            says == null || says.continuesOnFailure());
    return Observations.builder().observed(SnapshotFacts.SCRIPTS, found, config.path()).build();
  }

  private static @Nullable ScriptConfigFile config(Answers answers) {
    FileContent file = Seen.value(answers, content(configPath(answers)));
    return file == null || !file.isComplete() ? null : ScriptConfigFile.parse(file.text());
  }

  private static List<String> scripts(ScriptConfigFile config) {
    List<String> scripts = new ArrayList<>();
    if (config.pre() != null && config.post() != null) {
      scripts.add(config.pre());
      scripts.add(config.post());
    }
    return scripts;
  }

  /** Where the plug-in host in use says, else the usual place. */
  private static String configPath(Answers answers) {
    ConfigSection host = hostInUse(answers);
    String path = host == null ? null : host.value("pluginConfigPath0");
    return path != null && path.startsWith("/") ? path : ScriptConfigFile.PATH;
  }

  private static @Nullable ConfigSection hostInUse(Answers answers) {
    FileContent file = Seen.value(answers, content(HOST));
    if (file == null && answers.to(content(HOST)) instanceof Absent<FileContent>) {
      file = ownHost(answers);
    }
    return file == null ? null : ConfigSection.parse(file.text(), "pre_post");
  }

  private static @Nullable String hostProblem(Answers answers) {
    ConfigSection host = hostInUse(answers);
    if (host == null) {
      return null;
    }
    for (String key : NUMBERS) {
      String value = host.value(key);
      if (value != null && !NUMBER.matcher(value).matches()) {
        return key + ": " + value;
      }
    }
    return host.problem();
  }

  private static @Nullable FileContent ownHost(Answers answers) {
    String glob = ExtensionFolders.glob(answers, OWN_HOST);
    FileContents files = glob == null ? null : Seen.value(answers, ownHosts(glob));
    if (files == null) {
      return null;
    }
    String newest =
        ExtensionFolders.newest(
            files.files().stream().map(file -> ExtensionFolders.of(file.path())).toList());
    return files.files().stream()
        .filter(file -> ExtensionFolders.of(file.path()).equals(newest))
        .findFirst()
        .orElse(null);
  }

  private static List<ScriptFile> hosts(Answers answers, boolean whole) {
    ScriptFile own = file(Role.HOST, HOST, answers, whole);
    if (own.state() != State.ABSENT) {
      return own.state() == State.PRESENT ? List.of(own) : List.of();
    }
    FileContent fallback = ownHost(answers);
    String glob = ExtensionFolders.glob(answers, OWN_HOST);
    PathEntries listed = glob == null ? null : Seen.value(answers, Question.listing(glob));
    return fallback == null || listed == null
        ? List.of()
        : listed.entries().stream()
            .filter(entry -> entry.path().equals(fallback.path()))
            .map(entry -> described(Role.HOST, entry.path(), State.PRESENT, entry))
            .toList();
  }

  private static ScriptFile file(Role role, String path, Answers answers, boolean whole) {
    if (!path.startsWith("/")) {
      return new ScriptFile(role, path, State.ABSENT, null, null);
    }
    PathEntry entry = Seen.value(answers, Question.stat(path));
    boolean folder = entry != null && entry.type() == PathEntry.Type.DIRECTORY;
    boolean absent = folder || (whole && answers.to(content(path)) instanceof Absent<FileContent>);
    boolean there =
        answers.to(content(path)) instanceof Observed<FileContent>
            || (entry != null && entry.type() == PathEntry.Type.FILE);
    State state = absent ? State.ABSENT : there ? State.PRESENT : State.UNKNOWN;
    return described(role, path, state, entry);
  }

  /** What a link leads to has rights of its own, which were not asked for. */
  private static ScriptFile described(
      Role role, String path, State state, @Nullable PathEntry entry) {
    boolean known = state == State.PRESENT && entry != null && entry.type() == PathEntry.Type.FILE;
    return new ScriptFile(
        role,
        path,
        state,
        known && entry != null ? entry.owner() : null,
        known && entry != null ? entry.mode() : null);
  }

  private static boolean isAskable(String path) {
    return path.startsWith("/") && LibDir.normal(path).equals(path) && LibDir.isNamed(path);
  }

  private static List<Question<?>> questions(String path) {
    return List.of(Question.stat(path), content(path));
  }

  private static Question<FileContent> content(String path) {
    return new Question.File(path, 1 << 16, Question.Part.HEAD);
  }

  private static Question<FileContents> ownHosts(String glob) {
    return new Question.Files(glob, 20, 1 << 16);
  }
}
