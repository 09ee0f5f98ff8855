package io.github.backupdiag.guest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.backupdiag.fact.Observation;
import io.github.backupdiag.fact.Observed;
import io.github.backupdiag.fact.Unavailable;
import io.github.backupdiag.fact.UnavailableReason;
import io.github.backupdiag.guest.samples.SampleRoot;
import io.github.backupdiag.guest.samples.SampleRootExtension;
import io.github.backupdiag.guestaccess.FileContent;
import io.github.backupdiag.guestaccess.GuestConnection;
import io.github.backupdiag.guestaccess.PathEntry;
import io.github.backupdiag.guestaccess.Question;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the script does with odd guests, under each shell that is installed. */
class CollectScriptTest {

  private static final Instant CLOCK = SampleRoot.RUN.plus(Duration.ofHours(1));
  private static final Question<FileContent> LOG = Question.tail("/var/log/waagent.log", 8 << 20);

  @TempDir Path directory;

  private SampleRoot root;

  @BeforeEach
  void makeRoot() {
    root = SampleRoot.of(SampleRoot.Distribution.RHEL_9, directory.resolve("root"));
  }

  /** A test of one run. */
  private interface Trial {
    void with(String output) throws Exception;
  }

  private Stream<DynamicTest> underEachShell(Trial trial) {
    return ScriptRun.shells(directory).stream()
        .map(
            shell ->
                DynamicTest.dynamicTest(
                    shell.name(),
                    () -> trial.with(ScriptRun.output(shell, root.directory(), CLOCK))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"dash", "bash", "busybox"})
  void isTriedUnder(String name) {
    List<String> tried = ScriptRun.shells(directory).stream().map(ScriptRun.Shell::name).toList();
    assumeTrue(tried.contains(name), "skipped: " + name + " is neither installed nor to be had");
    assertThat(tried).doesNotHaveDuplicates();
  }

  @TestFactory
  Stream<DynamicTest> letsNoContentPassForARecord() {
    String odd = "- /etc/fstab\n\u0002- /etc/fstab\n|x\n\u0002.\nlast, without an end";
    root.file("etc/waagent.conf", odd);
    return underEachShell(
        output -> {
          GuestConnection guest = ScriptRun.open(output);
          FileContent file = seen(guest, Question.file("/etc/waagent.conf"));
          assertThat(file.text()).isEqualTo(odd.replace('\u0002', '\0'));
          assertThat(answer(guest, Question.file("/etc/fstab"))).isInstanceOf(Observed.class);
        });
  }

  @TestFactory
  Stream<DynamicTest> survivesPipesLoopsFoldersAndHugeFiles() throws Exception {
    root.without(SampleRoot.AGENT_LOG).without("etc/fstab").without("etc/os-release");
    String pipe = root.directory() + "/" + SampleRoot.AGENT_LOG;
    assertThat(new ProcessBuilder("mkfifo", pipe).start().waitFor()).isZero();
    root.link("etc/fstab", "fstab").file("etc/os-release/below", "");
    Path huge = root.directory().resolve("var/log/syslog");
    try (RandomAccessFile file = new RandomAccessFile(huge.toFile(), "rw")) {
      file.setLength(3L << 30);
    }
    return underEachShell(
        output -> {
          OfflineBundle guest = (OfflineBundle) ScriptRun.open(output);
          assertThat(guest.isComplete()).isTrue();
          assertThat(reason(guest, LOG)).isEqualTo(UnavailableReason.FAILED);
          assertThat(reason(guest, Question.file("/etc/os-release")))
              .isEqualTo(UnavailableReason.FAILED);
          assertThat(reason(guest, Question.file("/etc/fstab")))
              .isEqualTo(UnavailableReason.FAILED);
          assertThat(seen(guest, Question.tail("/var/log/syslog", 4096)).isComplete()).isFalse();
        });
  }

  @TestFactory
  Stream<DynamicTest> keepsOldLinesOfInterestWithTheirRecordAndNumber() {
    StringBuilder log = new StringBuilder(SampleRoot.agentLine(-900, "INFO Daemon Daemon begin"));
    log.append(SampleRoot.agentLine(-800, "ERROR ExtHandler ExtHandler its record:"))
        .append("[Errno 28] No space left on device\nand more of it\n");
    for (int line = 0; log.length() < 2_500_000; line++) {
      log.append(SampleRoot.agentLine(line % 9, "INFO ExtHandler ExtHandler nothing " + line));
    }
    root.file(SampleRoot.AGENT_LOG, log.toString());
    List<String> lines = log.toString().lines().toList();
    return underEachShell(
        output -> {
          assertThat(output.length()).isLessThan(900_000);
          FileContent kept = seen(ScriptRun.open(output), LOG);
          List<String> seen = kept.text().lines().toList();
          assertThat(kept.offset()).isZero();
          assertThat(kept.isComplete()).isFalse();
          assertThat(seen).hasSameSizeAs(lines);
          assertThat(seen.subList(0, 5))
              .containsExactly("", lines.get(1), lines.get(2), lines.get(3), "");
          assertThat(seen.get(lines.size() - 1)).isEqualTo(lines.get(lines.size() - 1));
        });
  }

  @TestFactory
  Stream<DynamicTest> takesOfOtherProgramsTheNameOnly() {
    root.file("proc/1/cmdline", "/sbin/init\0splash\0")
        .file("proc/77/cmdline", "mysql\0--password=Tr0ub4dor\0-u\0a\nb Tr0ub4dor\0")
        .file("proc/901/cmdline", "/usr/bin/python3\0-u\0/usr/sbin/waagent\0-daemon\0");
    return underEachShell(
        output -> {
          assertThat(output).doesNotContain("Tr0ub4dor").contains("mysql");
          FileContent agent = seen(ScriptRun.open(output), Question.file("/proc/901/cmdline"));
          assertThat(agent.text()).contains("/usr/sbin/waagent\0-daemon");
        });
  }

  @TestFactory
  Stream<DynamicTest> leavesSecretsInTheGuest() {
    SampleRootExtension.installed(root, "1.0.9235.0", 21, "[]")
        .file(
            SampleRootExtension.folder("1.0.9235.0") + "config/21.settings",
            "{\"protectedSettings\": \"TUlJQjBnWUpLb1\", \"u\":"
                + " \"https://a.blob.core.windows.net/?sv=1&sig=abcdefghijklmnop%3D&se=2\"}")
        .file("var/lib/waagent/0123ABCD.prv", "-----BEGIN PRIVATE KEY-----\n")
        .file(
            "etc/NetworkManager/system-connections/home",
            "[wifi-security]\npsk=tell-nobody\n[ipv4]\nmethod=auto\n");
    return underEachShell(
        output ->
            assertThat(output)
                .contains("/var/lib/waagent/0123ABCD.prv", "https://a.blob", "method=auto")
                .doesNotContain("PRIVATE KEY", "TUlJQ", "abcdefghijklmnop", "tell-nobody"));
  }

  @TestFactory
  Stream<DynamicTest> tellsRefusedFromAbsentWhereItIsNotRoot() throws Exception {
    Path setpriv = ScriptRun.find("setpriv").orElse(null);
    assumeTrue(
        setpriv != null && "root".equals(System.getProperty("user.name")),
        "skipped: needs root and setpriv");
    for (Path folder : List.of(directory, root.directory())) {
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
    Files.setPosixFilePermissions(
        root.directory().resolve("var/lib/waagent"), PosixFilePermissions.fromString("rwx------"));
    Files.setPosixFilePermissions(
        root.directory().resolve("etc/waagent.conf"), PosixFilePermissions.fromString("rw-------"));
    return ScriptRun.shells(directory).stream()
        .map(shell -> shell.behind(List.of(setpriv.toString(), "--reuid=65534", "--clear-groups")))
        .map(
            shell ->
                DynamicTest.dynamicTest(
                    shell.name(),
                    () -> {
                      GuestConnection guest =
                          ScriptRun.open(ScriptRun.output(shell, root.directory(), CLOCK));
                      for (Question<?> closed :
                          List.of(
                              Question.file("/etc/waagent.conf"),
                              Question.listing("/var/lib/waagent/*"),
                              Question.file("/var/lib/waagent/waagent_status.json"))) {
                        assertThat(reason(guest, closed))
                            .isEqualTo(UnavailableReason.NOT_PERMITTED);
                      }
                      assertThat(answer(guest, Question.file("/etc/azure/vmbackup.conf")))
                          .asString()
                          .contains("Absent");
                    }));
  }

  @Test
  void doesWithoutStatTimeoutAndAwk() throws Exception {
    Path programs = Files.createDirectory(directory.resolve("few-programs"));
    for (String name :
        List.of(
            "sh",
            "ls",
            "sed",
            "tr",
            "head",
            "tail",
            "grep",
            "sort",
            "wc",
            "df",
            "date",
            "id",
            "od",
            "readlink",
            "sleep")) {
      Path program = ScriptRun.find(name).orElseThrow();
      Files.createSymbolicLink(programs.resolve(name), program);
    }
    String shell = programs.resolve("sh").toString();
    // The script adds the folders of the system to its path; here it must not find them.
    String script = ScriptRun.script(ScriptRun.probes()).replaceFirst("(?m)^PATH=.*$", "");
    GuestConnection guest =
        ScriptRun.open(
            ScriptRun.output(
                new ScriptRun.Shell("few", List.of(shell), programs.toString()),
                script,
                root.directory(),
                CLOCK));
    PathEntry config = seen(guest, Question.stat("/etc/waagent.conf"));
    assertThat(config.mode()).isEqualTo(0644);
    assertThat(config.size()).isEqualTo(Files.size(root.directory().resolve("etc/waagent.conf")));
    assertThat(seen(guest, Question.file("/etc/waagent.conf")).isComplete()).isTrue();
    assertThat(seen(guest, LOG).text()).contains("Azure Linux Agent Version");
    assertThat(seen(guest, new Question.Space("/var")).total()).isPositive();
  }

  @Test
  void writesNothingAndLeavesNoProcessBehind() throws Exception {
    Path strace = ScriptRun.find("strace").orElse(null);
    assumeTrue(strace != null, "skipped: needs strace");
    Path trace = directory.resolve("trace");
    for (ScriptRun.Shell shell : ScriptRun.shells(directory)) {
      ScriptRun.Shell traced =
          shell.behind(
              List.of(
                  strace.toString(),
                  "-f",
                  "-qq",
                  "-e",
                  "trace=file,desc,network,kill",
                  "-e",
                  "signal=none",
                  "-o",
                  trace.toString()));
      ScriptRun.output(traced, root.directory(), CLOCK);
      try (Stream<String> calls =
          Files.lines(trace, java.nio.charset.StandardCharsets.ISO_8859_1)) {
        assertThat(calls.filter(CollectScriptTest::changes)).as(shell.name()).isEmpty();
      }
    }
    assertThat(ScriptRun.left(root.directory())).isEmpty();
  }

  private static boolean changes(String call) {
    boolean opens = call.matches("\\d+ +open(at2?)?\\(.*O_(WRONLY|RDWR|CREAT).*");
    boolean changes =
        call.matches(
            "\\d+ +(creat|mkdir|unlink|rename|rmdir|chmod|fchmod|chown|fchown|lchown|truncate"
                + "|ftruncate|link|symlink|mknod|utime|setxattr|mount|connect|bind|sendto)(at|at2)?\\(.*");
    boolean users = call.contains("/nscd/socket"); // libc, on the way to the database of users
    return (changes && !users)
        || (opens && !call.contains("\"/dev/null\"") && !call.contains("\"/dev/tty\""));
  }

  private static <A> Observation<A> answer(GuestConnection guest, Question<A> question)
      throws InterruptedException {
    return guest.ask(List.of(question), Duration.ofSeconds(1)).to(question);
  }

  private static <A> A seen(GuestConnection guest, Question<A> question)
      throws InterruptedException {
    return ((Observed<A>) answer(guest, question)).value();
  }

  private static UnavailableReason reason(GuestConnection guest, Question<?> question)
      throws InterruptedException {
    return ((Unavailable<?>) answer(guest, question)).reason();
  }
}
