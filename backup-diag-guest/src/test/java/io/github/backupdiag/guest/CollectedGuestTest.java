package io.github.backupdiag.guest;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.BackupDiagnosis;
import io.github.backupdiag.fact.Absent;
import io.github.backupdiag.fact.Observation;
import io.github.backupdiag.fact.Observed;
import io.github.backupdiag.fact.Unavailable;
import io.github.backupdiag.fact.UnavailableReason;
import io.github.backupdiag.guest.internal.Subject;
import io.github.backupdiag.guest.samples.SampleRoot;
import io.github.backupdiag.guest.samples.SampleRootExtension;
import io.github.backupdiag.guest.samples.SampleRootSnapshot;
import io.github.backupdiag.guestaccess.Answers;
import io.github.backupdiag.guestaccess.FileContent;
import io.github.backupdiag.guestaccess.FileContents;
import io.github.backupdiag.guestaccess.GuestConnection;
import io.github.backupdiag.guestaccess.PathEntries;
import io.github.backupdiag.guestaccess.PathEntry;
import io.github.backupdiag.guestaccess.Question;
import io.github.backupdiag.report.Report;
import io.github.backupdiag.request.DiagnosisRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * A root that the script was run on answers each question that a diagnosis asks as the root itself
 * does, and so the report is the same.
 */
class CollectedGuestTest {

  private static final Instant CLOCK = SampleRoot.RUN.plus(Duration.ofHours(1));

  @TempDir Path directory;

  /** A way to make a root. */
  private interface Making {
    SampleRoot make(Path directory);
  }

  private static Map<String, Making> roots() {
    Map<String, Making> roots = new LinkedHashMap<>();
    for (SampleRoot.Distribution distribution : SampleRoot.Distribution.values()) {
      roots.put("healthy " + distribution, folder -> SampleRoot.of(distribution, folder));
    }
    roots.put(
        "extension",
        folder ->
            SampleRootSnapshot.withScripts(
                SampleRootExtension.installed(
                    SampleRoot.of(SampleRoot.Distribution.UBUNTU_22_04, folder),
                    "1.0.9235.0",
                    21,
                    SampleRootExtension.status(1, "success", SampleRoot.RUN, "ok"))));
    roots.put(
        "moved",
        folder ->
            SampleRootExtension.installed(
                    SampleRoot.of(SampleRoot.Distribution.SLES_15, folder)
                        .append(SampleRoot.CONFIG, "Lib.Dir = \"/opt/azure/../azure/agent/\" # x\n")
                        .link("opt/azure", "../srv/big/azure"),
                    "1.0.9235.0",
                    21,
                    SampleRootExtension.status(1, "success", SampleRoot.RUN, "ok"))
                .file("srv/big/azure/agent/WALinuxAgent-2.9.1.1/HandlerManifest.json", "[]"));
    roots.put(
        "full disk",
        folder ->
            SampleRoot.of(SampleRoot.Distribution.DEBIAN_12, folder)
                .append(
                    SampleRoot.AGENT_LOG,
                    SampleRoot.agentLine(
                        620,
                        "ERROR ExtHandler ExtHandler Failed to save handler status: [Errno 28] No"
                            + " space left on device: '/var/lib/waagent/x/config/HandlerStatus'"))
                .append(
                    SampleRoot.EXTENSION_LOG,
                    SampleRoot.extensionLine(12, "failed: [Errno 28] No space left on device")));
    roots.put(
        "masked, extensions off",
        folder -> {
          SampleRoot root =
              SampleRoot.of(SampleRoot.Distribution.AZURE_LINUX_3, folder)
                  .append(SampleRoot.CONFIG, "Extensions.Enabled=n\n")
                  .file("dev/null/is-no-file", ""); // as the one that the script sees
          return root.link("etc/systemd/system/" + root.unit() + ".service", "/dev/null");
        });
    roots.put(
        "freeze failed",
        folder ->
            SampleRootSnapshot.withFailedFreeze(
                SampleRootSnapshot.withScripts(
                    SampleRoot.of(SampleRoot.Distribution.RHEL_9, folder)),
                "Input/output error",
                "/data"));
    roots.put(
        "processes",
        folder ->
            SampleRoot.of(SampleRoot.Distribution.RHEL_9, folder)
                .file("proc/1/cmdline", "/usr/lib/systemd/systemd\0--system\0")
                .file("proc/901/cmdline", "/usr/bin/python3\0-u\0/usr/sbin/waagent\0-daemon\0")
                .file("proc/901/environ", "LANG=C\0https_proxy=http://proxy.example:3128\0X=y\0")
                .link("proc/901/exe", "/usr/bin/python3.9")
                .file("proc/901/stat", "901 (python3) S 1 901\n")
                .file("proc/locks", "1: POSIX  ADVISORY  WRITE 901 08:01:7 0 EOF\n")
                .file("proc/self/mountinfo", "25 22 8:2 / /var rw,noexec - xfs /dev/sda2 rw\n")
                .file("usr/bin/python3.9", "")
                .file(
                    "etc/systemd/system/waagent.service.d/env.conf",
                    "[Service]\nEnvironmentFile=-/etc/sysconfig/waagent\n")
                .file("etc/sysconfig/waagent", "HTTPS_PROXY=http://10.0.0.9:8080\n"));
    return roots;
  }

  @TestFactory
  Stream<DynamicTest> answersAsTheRootItself() {
    List<DynamicTest> tests = new ArrayList<>();
    for (ScriptRun.Shell shell : ScriptRun.shells(directory)) {
      roots()
          .forEach(
              (name, making) ->
                  tests.add(
                      DynamicTest.dynamicTest(
                          shell + ": " + name,
                          () -> compare(shell, making.make(directory.resolve(shell + name))))));
    }
    return tests.stream();
  }

  private void compare(ScriptRun.Shell shell, SampleRoot root) throws Exception {
    String output = ScriptRun.output(shell, root.directory(), CLOCK);
    LiveView live = new LiveView(CopiedRoot.open(root.directory()), ScriptRun.open(output));
    Report expected = diagnose(live);
    List<String> differences = new ArrayList<>();
    for (Question<?> question : live.asked.keySet()) {
      String there = shown(question, live.asked.get(question));
      String here = shown(question, live.collected.get(question));
      boolean ofUser = Subject.of(question).startsWith("/opt/backup/"); // nobody's business
      if (!there.equals(here) && !(ofUser && here.equals("NOT_RECORDED"))) {
        differences.add(question + "\n  root:   " + there + "\n  script: " + here);
      }
    }
    assertThat(differences).as("where NOT_RECORDED, StandIns must lead the probe there").isEmpty();
    assertThat(live.asked).hasSizeGreaterThan(100);
    assertThat(causes(diagnose(ScriptRun.open(output)))).isEqualTo(causes(expected));
  }

  private static Report diagnose(GuestConnection guest) {
    return BackupDiagnosis.builder()
        .connect(GuestConnection.class, guest)
        .build()
        .diagnose(DiagnosisRequest.healthCheck());
  }

  private static List<String> causes(Report report) {
    return report.causes().stream()
        .map(
            cause ->
                cause.id()
                    + " "
                    + cause.state()
                    + " "
                    + cause.evidence().stream()
                        .map(
                            evidence ->
                                evidence.evidence().file() + ":" + evidence.evidence().line())
                        .toList())
        .toList();
  }

  /** What an answer says, without times: copying a root changes them. */
  private static String shown(Question<?> question, Observation<?> answer) {
    if (answer instanceof Unavailable<?> why) {
      return why.reason().toString();
    }
    if (answer instanceof Absent<?>) {
      return "absent";
    }
    Object value = ((Observed<?>) answer).value();
    if (value instanceof FileContent file) {
      return shown(file);
    }
    if (value instanceof FileContents files) {
      return files.complete()
          + " "
          + files.files().stream().map(CollectedGuestTest::shown).toList();
    }
    if (value instanceof PathEntries entries) {
      return entries.complete()
          + " "
          + entries.entries().stream().map(CollectedGuestTest::shown).toList();
    }
    return value instanceof PathEntry entry ? shown(entry) : Subject.of(question) + " " + value;
  }

  private static String shown(FileContent file) {
    String text = file.text();
    if (file.path().endsWith("/environ")) {
      text = text.replaceAll("(LANG|X)=[^\0]*", "$1="); // of these the script takes the name only
    }
    if (file.path().endsWith("/1/cmdline")) {
      text = text.replaceFirst("\0.*", "\0"); // and of other programs than the agent
    }
    return file.path() + " " + file.offset() + " " + file.isComplete() + " " + text;
  }

  private static String shown(PathEntry entry) {
    return entry.path()
        + " "
        + entry.type()
        + " "
        + entry.size()
        + " "
        + entry.linkTarget()
        + " "
        + entry.owner()
        + " "
        + entry.mode();
  }

  /** A copied root as a running guest would answer; what only runs is taken from the script. */
  private static final class LiveView implements GuestConnection {

    final GuestConnection root;
    final GuestConnection script;
    final Map<Question<?>, Observation<?>> asked =
        Collections.synchronizedMap(new LinkedHashMap<>());
    final Map<Question<?>, Observation<?>> collected =
        Collections.synchronizedMap(new LinkedHashMap<>());

    LiveView(GuestConnection root, GuestConnection script) {
      this.root = root;
      this.script = script;
    }

    @Override
    public Nature nature() {
      return Nature.LIVE;
    }

    @Override
    public Instant seenAt() {
      return CLOCK;
    }

    @Override
    public String name() {
      return root.name();
    }

    @Override
    public Answers ask(List<Question<?>> questions, Duration timeout) throws InterruptedException {
      Answers of = root.ask(questions, timeout);
      Answers as = script.ask(questions, timeout);
      Answers.Builder answers = Answers.builder();
      for (Question<?> question : questions) {
        put(answers, question, of.to(question), as.to(question));
      }
      return answers.build();
    }

    private <A> void put(
        Answers.Builder answers, Question<A> question, Observation<?> here, Observation<?> there) {
      boolean running =
          question instanceof Question.Space
              || question instanceof Question.Command
              || question instanceof Question.Tcp
              || question instanceof Question.Http
              || question instanceof Question.Registry;
      boolean notRunning =
          here instanceof Unavailable<?> why && why.reason() == UnavailableReason.NOT_RECORDED;
      @SuppressWarnings("unchecked")
      Observation<A> answer =
          (Observation<A>)
              (running ? there : notRunning ? new Absent<A>(Subject.of(question)) : here);
      asked.put(question, answer);
      collected.put(question, there);
      answers.put(question, answer);
    }
  }
}
