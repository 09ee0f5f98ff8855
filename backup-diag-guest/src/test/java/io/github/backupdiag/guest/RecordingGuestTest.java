package io.github.backupdiag.guest;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.fact.FactSet;
import io.github.backupdiag.fact.Observed;
import io.github.backupdiag.fact.Unavailable;
import io.github.backupdiag.guestaccess.FileContent;
import io.github.backupdiag.guestaccess.GuestConnection;
import io.github.backupdiag.guestaccess.HttpAnswer;
import io.github.backupdiag.guestaccess.Question;
import io.github.backupdiag.guestaccess.Question.Part;
import io.github.backupdiag.testkit.FakeGuest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What of a guest's answers lies in a support bundle, and what of them answers again. */
class RecordingGuestTest {

  private static final Duration TIME = Duration.ofSeconds(10);
  private static final String SECRET = "geheim99Kq";
  private static final String KEY =
      "-----BEGIN PRIVATE KEY-----\n" + ("MIIEvQIBADANBgkqhkiG9w0B".repeat(3) + "\n").repeat(5);

  private final FakeGuest guest = FakeGuest.live();
  private final RecordingGuest recording = RecordingGuest.of(guest);

  @Test
  void redactsFilesAndCountsWhatItReplaced() throws Exception {
    guest.file("/etc/a.conf", "x=1\npassword=" + SECRET + "\n");
    Map<String, byte[]> entries = bundle(Question.file("/etc/a.conf"));
    assertThat(text(entries, "guest/etc/a.conf"))
        .isEqualTo("x=1\npassword=[redacted:password:1]\n");
    assertThat(manifest(entries)).contains("\"replaced\": 1, \"offset\": 0, \"taken\": 24");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/var/lib/waagent/0123456789ABCDEF.prv",
        "/var/lib/waagent/0123456789ABCDEF.crt",
        "/var/lib/waagent/Certificates.pem",
        "/var/lib/waagent/ovf-env.xml",
        "/etc/ssl/private/a",
        "/etc/shadow",
        "C:/ProgramData/Microsoft/Crypto/RSA/MachineKeys/abc_def"
      })
  void neverTakesKeysOrTheirNames(String path) throws Exception {
    guest.file(path, "something");
    String folder = path.substring(0, path.lastIndexOf('/'));
    Map<String, byte[]> entries =
        bundle(Question.file(path), Question.stat(path), Question.listing(folder + "/*"));
    assertThat(entries.keySet()).noneMatch(name -> name.startsWith("guest/"));
    assertThat(text(entries, "answers/paths.txt")).contains("(and 1 names of keys");
    assertThat(text(entries, "answers/paths.txt")).doesNotContain(path);
    assertThat(manifest(entries)).contains("may hold a key, a certificate or a password");
  }

  @Test
  void leavesOutWhatIsNoText() throws Exception {
    guest.file("/var/log/wtmp", new byte[] {7, 0, 1, 2, 3, (byte) 200, 0, 0, 0, 9});
    Map<String, byte[]> entries = bundle(Question.file("/var/log/wtmp"));
    assertThat(manifest(entries))
        .contains("{\"path\": \"/var/log/wtmp\", \"reason\": \"is no text\"}");
    assertThat(entries).hasSize(3);
  }

  @Test
  void namesWhatCouldNotBeRead() throws Exception {
    guest.denied("/etc/secret.d").denied("/etc/b.conf");
    Map<String, byte[]> entries = bundle(Question.file("/etc/b.conf"));
    assertThat(manifest(entries))
        .contains("{\"path\": \"/etc/b.conf\", \"reason\": \"not permitted\"}")
        .contains("\"leftOut\": 1}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "UTF-16"})
  void redactsWideTexts(String charset) throws Exception {
    String line = "a line that is long enough to tell its charset\r\npassword=" + SECRET + "\r\n";
    guest.file("C:/a.log", line.getBytes(Charset.forName(charset)));
    assertThat(text(bundle(Question.file("C:/a.log")), "guest/C/a.log"))
        .isEqualTo(line.replace(SECRET, "[redacted:password:1]"));
  }

  @Test
  void keepsTheBytesOfOtherCharsets() throws Exception {
    byte[] bytes = ("gr\u00FC\u00DFe\npassword=" + SECRET + "\n").getBytes("windows-1252");
    guest.file("/a.log", bytes);
    assertThat(new String(bundle(Question.file("/a.log")).get("guest/a.log"), "windows-1252"))
        .isEqualTo("gr\u00FC\u00DFe\npassword=[redacted:password:1]\n");
  }

  @Test
  void takesPartsThatDoNotOverlapAndDropsLinesThatAreCut() throws Exception {
    String log = "first line\n" + "a line in the middle\n".repeat(20) + "last line\n";
    guest.file("/a.log", log);
    Map<String, byte[]> entries =
        bundle(
            new Question.File("/a.log", 20, Part.HEAD),
            new Question.File("/a.log", 10, Part.HEAD),
            new Question.File("/a.log", 24, Part.TAIL));
    assertThat(text(entries, "guest/a.log")).isEqualTo("first line\n");
    assertThat(text(entries, "guest/a.log~" + (log.length() - 24))).isEqualTo("last line\n");
    assertThat(entries.keySet()).filteredOn(name -> name.startsWith("guest/")).hasSize(2);
  }

  @Test
  void hidesTheEndOfAKeyWhoseBeginningIsNotThere() throws Exception {
    String log = KEY + "-----END PRIVATE KEY-----\nafter\n";
    guest.file("/a.log", log);
    int end = log.length() - 60;
    String taken =
        text(
            bundle(new Question.File("/a.log", end, Part.TAIL)),
            "guest/a.log~" + (log.length() - end));
    assertThat(taken.strip()).isEqualTo("after");
  }

  @Test
  void hidesTheMiddleOfAKey() throws Exception {
    String log = KEY + "\nafter, without the end of the key\n";
    guest.file("/a.log", log);
    int taken = log.length() - 100;
    assertThat(
            text(
                    bundle(new Question.File("/a.log", taken, Part.TAIL)),
                    "guest/a.log~" + (log.length() - taken))
                .strip())
        .isEqualTo("after, without the end of the key");
  }

  @Test
  void hidesAKeyWhoseEndIsNotThere() throws Exception {
    guest.file("/a.log", "before\n" + KEY + KEY);
    String taken = text(bundle(new Question.File("/a.log", 300, Part.HEAD)), "guest/a.log");
    assertThat(taken).startsWith("before\n").doesNotContain("MIIEvQ");
  }

  @Test
  void writesAnswersAsTexts() throws Exception {
    guest
        .command(List.of("tool", "--password", SECRET), 3, "said\n")
        .space("/", 100, 40)
        .http(
            "http://168.63.129.16/x", HttpAnswer.of(200, null, Instant.EPOCH, bytes(SECRET), true))
        .registry("HKLM\\SOFTWARE\\A", "Name", "REG_SZ", "value")
        .registry("HKLM\\SOFTWARE\\A", "Blob", "REG_BINARY", "00FF00FF")
        .registry("HKLM\\SOFTWARE\\Microsoft\\SystemCertificates\\X\\AB12", "Blob", "REG_SZ", "x");
    Map<String, byte[]> entries =
        bundle(
            new Question.Command(List.of("tool", "--password", SECRET), TIME),
            new Question.Space("/"),
            new Question.Http("http://168.63.129.16/x", Map.of(), 1000, TIME),
            Question.registry("HKLM\\SOFTWARE\\A"),
            Question.registry("HKLM\\SOFTWARE\\Microsoft\\SystemCertificates\\X", 1));
    assertThat(text(entries, "answers/commands/001-tool.txt"))
        .startsWith("# tool --password [redacted:")
        .contains("# exit status 3\nsaid\n");
    assertThat(text(entries, "answers/room.txt")).isEqualTo("/: 40 of 100 bytes free\n");
    assertThat(text(entries, "answers/network.txt"))
        .isEqualTo("http://168.63.129.16/x ANSWERED HTTP 200, 10 bytes (left out)\n");
    assertThat(text(entries, "answers/registry.txt"))
        .contains("\"Name\" REG_SZ: value", "\"Blob\" REG_BINARY: (4 bytes, left out)")
        .doesNotContain("AB12");
    entries.forEach((name, content) -> assertThat(new String(content)).doesNotContain(SECRET));
  }

  @Test
  void givesHostileNamesOfTheGuestAnOrdinaryEntry() throws Exception {
    guest.file("/a/..b\n|x:y", "1").file("/a/%2E", "2").file("/A/%2E", "3");
    Map<String, byte[]> entries =
        bundle(Question.file("/a/..b\n|x:y"), Question.file("/a/%2E"), Question.file("/A/%2E"));
    assertThat(entries.keySet())
        .contains("guest/a/..b%0A%7Cx%3Ay", "guest/a/%252E~2", "guest/A/%252E");
    SupportBundle bundle = read();
    assertThat(content(bundle, "/a/..b\n|x:y")).isEqualTo("1");
    assertThat(content(bundle, "/a/%2E")).isEqualTo("2");
    assertThat(content(bundle, "/A/%2E")).isEqualTo("3");
  }

  @Test
  void answersAgainWithWholeFilesOnly() throws Exception {
    guest.file("/whole", "all of it").file("/long", "line\n".repeat(100));
    bundle(Question.file("/whole"), new Question.File("/long", 50, Part.HEAD));
    SupportBundle bundle = read();
    assertThat(content(bundle, "/whole")).isEqualTo("all of it");
    Question<FileContent> end = new Question.File("/whole", 2, Part.TAIL);
    assertThat(((Observed<FileContent>) ask(bundle, end)).value().text()).isEqualTo("it");
    assertThat(ask(bundle, Question.file("/long"))).isInstanceOf(Unavailable.class);
    assertThat(ask(bundle, Question.file("/nowhere"))).isInstanceOf(Unavailable.class);
    assertThat(ask(bundle, Question.stat("/whole"))).isInstanceOf(Unavailable.class);
    assertThat(bundle.guest().nature()).isEqualTo(GuestConnection.Nature.LIVE);
  }

  @Test
  void doesNotDependOnWhoAskedFirst() throws Exception {
    guest
        .file("/a", "1")
        .file("/b", "2")
        .command(List.of("x"), 0, "o")
        .command(List.of("y"), 0, "");
    List<Question<?>> questions =
        Arrays.asList(
            Question.file("/a"),
            Question.file("/b"),
            new Question.Command(List.of("x"), TIME),
            new Question.Command(List.of("y"), TIME));
    byte[] one = zip(questions);
    java.util.Collections.reverse(questions);
    RecordingGuest other = RecordingGuest.of(guest);
    for (Question<?> question : questions) {
      other.ask(List.of(question), TIME);
    }
    assertThat(zip(other)).isEqualTo(one);
  }

  private Map<String, byte[]> bundle(Question<?>... questions) throws Exception {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    try (ZipInputStream in =
        new ZipInputStream(new ByteArrayInputStream(zip(List.of(questions))))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        entries.put(entry.getName(), in.readAllBytes());
      }
    }
    return entries;
  }

  private byte[] zip(List<Question<?>> questions) throws Exception {
    recording.ask(questions, TIME);
    return zip(recording);
  }

  private static byte[] zip(RecordingGuest recording) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    SupportBundle.write(FactSet.empty(), recording, "test", Instant.EPOCH, bytes);
    return bytes.toByteArray();
  }

  private SupportBundle read() throws Exception {
    SupportBundle bundle = SupportBundle.read(new ByteArrayInputStream(zip(recording)), "made.zip");
    assertThat(bundle.problems()).isEmpty();
    return bundle;
  }

  private static <A> Object ask(SupportBundle bundle, Question<A> question)
      throws InterruptedException {
    return bundle.guest().ask(List.of(question), TIME).to(question);
  }

  @SuppressWarnings("unchecked")
  private static String content(SupportBundle bundle, String path) throws InterruptedException {
    return ((Observed<FileContent>) ask(bundle, Question.file(path))).value().text();
  }

  private static String manifest(Map<String, byte[]> entries) {
    return text(entries, "backup-diag-bundle.json");
  }

  private static String text(Map<String, byte[]> entries, String name) {
    assertThat(entries).containsKey(name);
    return new String(entries.get(name), StandardCharsets.UTF_8);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
