package io.github.backupdiag.guest;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.BackupDiagnosis;
import io.github.backupdiag.fact.FactSetJson;
import io.github.backupdiag.fact.Observation;
import io.github.backupdiag.fact.Observed;
import io.github.backupdiag.fact.Unavailable;
import io.github.backupdiag.fact.UnavailableReason;
import io.github.backupdiag.guest.internal.PrivateFiles;
import io.github.backupdiag.guest.samples.SampleRoot;
import io.github.backupdiag.guest.samples.SampleRoot.Distribution;
import io.github.backupdiag.guest.samples.SampleWindows;
import io.github.backupdiag.guestaccess.Answers;
import io.github.backupdiag.guestaccess.GuestConnection;
import io.github.backupdiag.guestaccess.Question;
import io.github.backupdiag.request.DiagnosisRequest;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Private keys are never opened, whoever asks; that they are there may be seen. */
class PrivateFilesTest {

  private static final String CANARY = "canary-of-a-private-key";
  private static final String CRYPTO = "ProgramData/Microsoft/Crypto/";

  @TempDir private Path directory;

  static List<String> linux() {
    return List.of(
        "/var/lib/waagent/0123456789ABCDEF0123456789ABCDEF01234567.prv",
        "/var/lib/waagent/TransportPrivate.pem",
        "/var/lib/waagent/Certificates.pem",
        "/var/lib/waagent/Certificates.p7m",
        "/var/lib/waagent/ovf-env.xml",
        "/etc/ssl/private/server.pem",
        "/etc/pki/tls/private/host.key",
        "/etc/ssh/ssh_host_rsa_key",
        "/root/.ssh/id_ed25519",
        "/etc/shadow");
  }

  @ParameterizedTest
  @MethodSource("linux")
  void areNotOpenedUnderTheirNameByAGlobOrThroughALink(String path) throws Exception {
    SampleRoot root = SampleRoot.of(Distribution.UBUNTU_22_04, directory);
    root.file(path.substring(1), CANARY).link("opt/innocent.txt", path);
    GuestConnection guest = CopiedRoot.open(directory);

    for (String name : List.of(path, "/opt/innocent.txt")) {
      assertRefused(guest, Question.file(name));
      assertRefused(guest, new Question.Newest(name, 100));
      assertRefused(guest, new Question.Files(name, 9, 100));
      assertThat(ask(guest, new Question.Stat(name))).isInstanceOf(Observed.class);
      assertThat(ask(guest, new Question.Listing(name, 9))).isInstanceOf(Observed.class);
    }
  }

  @Test
  void areLeftOutAmongOthers() throws Exception {
    SampleRoot.of(Distribution.UBUNTU_22_04, directory)
        .file("opt/keys/a.crt", "public")
        .file("opt/keys/a.prv", CANARY);
    Observation<?> answer =
        ask(CopiedRoot.open(directory), new Question.Files("/opt/keys/*", 9, 100));

    assertThat(String.valueOf(answer)).contains("a.crt").doesNotContain("a.prv");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "C:\\ProgramData\\Microsoft\\Crypto\\RSA\\MachineKeys\\f686aace_x",
        "c:/programdata/microsoft/crypto/Keys/abc",
        "C:\\Windows\\System32\\config\\SAM",
        "C:\\Windows\\System32\\config\\RegBack\\SECURITY",
        "C:\\certs\\web.PFX"
      })
  void ofWindowsAreKnown(String path) {
    assertThat(PrivateFiles.isOne(path)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/etc/ssl/certs/ca-certificates.crt",
        "/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem",
        "/var/lib/waagent/waagent_status.json",
        "/etc/passwd",
        "/etc/ssh/ssh_host_rsa_key.pub",
        "C:\\Windows\\System32\\config\\SYSTEM",
        "C:\\WindowsAzure\\Logs\\WaAppAgent.log",
        "/usr/share/keyboard"
      })
  void othersAreNot(String path) {
    assertThat(PrivateFiles.isOne(path)).isFalse();
  }

  @Test
  void areNotReadByACommandOrFromTheRegistry() throws Exception {
    LocalGuest machine = LocalGuest.open();
    Duration second = Duration.ofSeconds(1);

    assertRefused(machine, new Question.Command(List.of("cat", "/x/a.prv"), second));
    assertRefused(machine, new Question.Command(List.of("sh", "-c", "cat </etc/shadow"), second));
    assertThat(PrivateFiles.isReadBy(new Question.Command(List.of("ls", "/x/a.prv"), second)))
        .isFalse();
    assertThat(PrivateFiles.isReadBy(new Question.Command(List.of("uname", "-a"), second)))
        .isFalse();
    SampleRoot.of(Distribution.UBUNTU_22_04, directory);
    GuestConnection copy = CopiedRoot.open(directory);
    assertRefused(copy, Question.registry("HKLM\\SECURITY\\Policy\\Secrets", 1));
    assertRefused(copy, Question.registry("HKLM\\SAM", 1));
    assertThat(PrivateFiles.isKey("HKLM\\SYSTEM\\CurrentControlSet")).isFalse();
    assertThat(PrivateFiles.isKey("HKLM\\SECURITYX")).isFalse();
  }

  @Test
  void areAskedForByNoProbeOfLinux() throws Exception {
    SampleRoot root = SampleRoot.of(Distribution.UBUNTU_22_04, directory);
    linux().forEach(path -> root.file(path.substring(1), CANARY));

    assertNobodyAsksFor();
  }

  @Test
  void areAskedForByNoProbeOfWindows() throws Exception {
    SampleWindows windows =
        SampleWindows.healthy()
            .file(CRYPTO + "RSA/MachineKeys/f686_x", CANARY)
            .file(CRYPTO + "Keys/abc", CANARY)
            .file("Windows/System32/config/SAM", CANARY)
            .file("WindowsAzure/Config/web.pfx", CANARY)
            .file("Windows/OEM/ovf-env.xml", CANARY);
    for (Map.Entry<String, byte[]> file : windows.files().entrySet()) {
      Path path = directory.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.write(path, file.getValue());
    }

    assertNobodyAsksFor();
  }

  private void assertNobodyAsksFor() throws Exception {
    Overheard guest = new Overheard(CopiedRoot.open(directory));
    BackupDiagnosis diagnosis =
        BackupDiagnosis.builder().connect(GuestConnection.class, guest).build();
    ByteArrayOutputStream recording = new ByteArrayOutputStream();
    FactSetJson.write(
        diagnosis.gather(DiagnosisRequest.builder().deadline(Duration.ofMinutes(1)).build()),
        recording);

    assertThat(guest.asked).hasSizeGreaterThan(30);
    assertThat(guest.refused).isEmpty();
    assertThat(recording.toString(StandardCharsets.UTF_8)).doesNotContain(CANARY);
  }

  private static void assertRefused(GuestConnection guest, Question<?> question)
      throws InterruptedException {
    Observation<?> answer = ask(guest, question);

    assertThat(answer).as("%s", question).isInstanceOf(Unavailable.class);
    assertThat(((Unavailable<?>) answer).reason()).isEqualTo(UnavailableReason.NOT_PERMITTED);
    assertThat(((Unavailable<?>) answer).detail())
        .startsWith("private keys and passwords are never read: ");
  }

  private static Observation<?> ask(GuestConnection guest, Question<?> question)
      throws InterruptedException {
    return guest.ask(List.of(question), Duration.ofSeconds(20)).to(question);
  }

  /** Passes questions on and remembers them. */
  private static final class Overheard implements GuestConnection {

    private final GuestConnection guest;
    private final List<Question<?>> asked = Collections.synchronizedList(new ArrayList<>());
    private final List<Question<?>> refused = Collections.synchronizedList(new ArrayList<>());

    Overheard(GuestConnection guest) {
      this.guest = guest;
    }

    @Override
    public Nature nature() {
      return guest.nature();
    }

    @Override
    public String name() {
      return guest.name();
    }

    @Override
    public Answers ask(List<Question<?>> questions, Duration timeout) throws InterruptedException {
      Answers answers = guest.ask(questions, timeout);
      for (Question<?> question : questions) {
        asked.add(question);
        if (answers.to(question) instanceof Unavailable<?> unavailable
            && unavailable.detail().contains("never read")) {
          refused.add(question);
        }
      }
      return answers;
    }
  }
}
