package io.github.backupdiag.guest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.backupdiag.fact.Observation;
import io.github.backupdiag.fact.Observed;
import io.github.backupdiag.fact.Unavailable;
import io.github.backupdiag.fact.UnavailableReason;
import io.github.backupdiag.guestaccess.Answers;
import io.github.backupdiag.guestaccess.FileContent;
import io.github.backupdiag.guestaccess.HttpAnswer;
import io.github.backupdiag.guestaccess.NetworkOutcome;
import io.github.backupdiag.guestaccess.PathEntry;
import io.github.backupdiag.guestaccess.Question;
import io.github.backupdiag.guestaccess.SpaceLeft;
import io.github.backupdiag.guestaccess.TcpAnswer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OfflineBundleTest {

  private static final String BUNDLE =
      """
      backup-diag-guest 1 linux
      i clock 1773454510
      s 81a4 0 0 12 1773000000 /etc/fstab
      z 12 1773000000 /etc/fstab
      f 1048576 /etc/fstab
      |one
      |two
      |six
      |
      l -rwsr-xr-x 1 1000 0 7 Mar 14 02:15 /opt/pre.sh
      s a1ff 0 0 7 1773000000 '/etc/localtime' -> '/usr/share/zoneinfo/UTC'
      G 1 /etc/*.d/x*
      - /var/lib/waagent
      ! /root/secret
      |ls: cannot open directory '/root/': Permission denied
      ! /mnt/x/?
      |ls: reading directory '/mnt/x/': Input/output error
      o /run/pipe
      g 40 100 /var/log/big.log
      |3:third
      |5:fifth
      d /var
      |Filesystem 1024-blocks Used Available Capacity Mounted on
      |/dev/sda1 1000 900 100 90% /
      |Filesystem Inodes IUsed IFree IUse% Mounted on
      |/dev/sda1 500 500 0 100% /
      T 1 3 168.63.129.16 32526
      |bash: connect: Connection refused
      H 3 1773454511 http://168.63.129.16:80/?comp=versions
      |+HTTP/1.1 200 OK
      |Date: Sat, 14 Mar 2026 02:15:00 GMT
      |
      |<Versions/>
      .
      """;

  private static final Question<FileContent> FSTAB = Question.file("/etc/fstab");
  private static final Question<HttpAnswer> VERSIONS =
      new Question.Http(
          "http://168.63.129.16/?comp=versions", Map.of(), 4096, Duration.ofSeconds(2));
  private static final Question<TcpAnswer> PLUGIN =
      new Question.Tcp("168.63.129.16", 32526, Duration.ofSeconds(2));
  private static final List<Question<?>> ALL =
      List.of(
          FSTAB,
          VERSIONS,
          PLUGIN,
          Question.stat("/opt/pre.sh"),
          Question.listing("/etc/*.d/x*"),
          new Question.Files("/etc/fst*", 9, 99),
          new Question.Newest("/etc/*.d/x*", 99),
          new Question.Space("/var"),
          Question.registry("HKLM\\X"),
          new Question.Command(List.of("uname"), Duration.ofSeconds(1)),
          Question.tail("/var/log/big.log", 1 << 20));

  @Test
  void answersFromItsRecords() throws Exception {
    FileContent fstab = seen(FSTAB);
    assertThat(fstab.text()).isEqualTo("one\ntwo\nsix\n");
    assertThat(fstab.isComplete()).isTrue();
    PathEntry script = seen(Question.stat("/opt/pre.sh"));
    assertThat(script.mode()).isEqualTo(04755);
    assertThat(script.owner()).isEqualTo(1000);
    assertThat(seen(Question.stat("/etc/localtime")).linkTarget())
        .isEqualTo("/usr/share/zoneinfo/UTC");
    assertThat(seen(new Question.Space("/var"))).isEqualTo(new SpaceLeft(1_024_000, 102_400, 0L));
  }

  @Test
  void keepsTheNumbersOfLinesWhereOthersWereLeftOut() throws Exception {
    FileContent log = seen(Question.tail("/var/log/big.log", 1 << 20));
    assertThat(log.text().lines()).containsExactly("", "", "third", "", "fifth");
    assertThat(log.isComplete()).isFalse();
    assertThat(log.offset()).isEqualTo(60);
  }

  @Test
  void tellsRefusedAndFailedFromAbsentAndNotAsked() throws Exception {
    assertThat(answer(Question.listing("/etc/*.d/x*")).toString()).contains("Absent");
    assertThat(answer(Question.file("/var/lib/waagent/x/y")).toString()).contains("Absent");
    assertThat(answer(Question.file("/etc/a.d/xyz")).toString()).contains("Absent");
    assertThat(reason(Question.file("/root/secret"))).isEqualTo(UnavailableReason.NOT_PERMITTED);
    assertThat(reason(Question.listing("/mnt/x/?"))).isEqualTo(UnavailableReason.FAILED);
    assertThat(reason(Question.file("/run/pipe"))).isEqualTo(UnavailableReason.FAILED);
    assertThat(reason(Question.file("/etc/other"))).isEqualTo(UnavailableReason.NOT_RECORDED);
  }

  @Test
  void tellsWhatTheNetworkAnswered() throws Exception {
    assertThat(seen(PLUGIN).outcome()).isEqualTo(NetworkOutcome.REFUSED);
    HttpAnswer versions = seen(VERSIONS);
    assertThat(versions.status()).isEqualTo(200);
    assertThat(versions.text()).startsWith("<Versions/>");
    assertThat(versions.date()).isEqualTo("2026-03-14T02:15:00Z");
    assertThat(versions.received()).isEqualTo("2026-03-14T02:15:11Z");
  }

  @Test
  void doesNotCareForLineEndsAndPacking() throws Exception {
    Answers plain = answers(bytes(BUNDLE));
    for (byte[] other : List.of(bytes(BUNDLE.replace("\n", "\r\n")), packed(bytes(BUNDLE)))) {
      Answers same = answers(other);
      for (Question<?> question : ALL) {
        assertThat(shown(same.to(question))).isEqualTo(shown(plain.to(question)));
      }
    }
  }

  @Test
  void usesWhatCameBeforeItWasCut() throws Exception {
    Answers whole = answers(bytes(BUNDLE));
    byte[] packed = packed(bytes(BUNDLE));
    int begun = BUNDLE.indexOf("\ns ") + 1;
    for (int length = begun; length < BUNDLE.length() - 2; length++) {
      expectPart(Arrays.copyOf(bytes(BUNDLE), length), whole);
    }
    for (int length = packed.length * 9 / 10; length < packed.length - 20; length++) {
      expectPart(Arrays.copyOf(packed, length), whole);
    }
  }

  private static void expectPart(byte[] bytes, Answers whole) throws Exception {
    OfflineBundle bundle = OfflineBundle.open(new ByteArrayInputStream(bytes), "guest.txt");
    assertThat(bundle.isComplete()).isFalse();
    Answers part = bundle.ask(ALL, Duration.ofSeconds(1));
    for (Question<?> question : ALL) {
      Observation<?> answer = part.to(question);
      boolean lost =
          answer instanceof Unavailable<?> why && why.reason() == UnavailableReason.FAILED;
      if (!lost) {
        assertThat(shown(answer)).isEqualTo(shown(whole.to(question)));
      }
    }
  }

  @Test
  void survivesGarbage() throws Exception {
    Random random = new Random(7);
    for (int run = 0; run < 300; run++) {
      byte[] bytes = bytes(BUNDLE);
      int from = BUNDLE.indexOf("\ns ") + 1;
      for (int hit = 0; hit < 20; hit++) {
        bytes[from + random.nextInt(bytes.length - from)] = (byte) random.nextInt(256);
      }
      assertThat(answers(bytes).questions()).hasSize(ALL.size());
    }
  }

  @Test
  void refusesWhatIsNoBundleWithOneLine(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("guest.txt");
    expectRefusal(folder, "is empty");
    expectRefusal(file, "not found");
    expectRefusal(Files.write(file, new byte[0]), "is empty");
    expectRefusal(Files.writeString(file, "PK\u0003\u0004"), "is empty");
    expectRefusal(Files.writeString(file, "backup-diag-guest 2 linux\n"), "version");
    expectRefusal(Files.writeString(file, "backup-diag-guest 1 linux\ni cl"), "first lines");
    expectRefusal(Files.write(file, new byte[] {0x1F, (byte) 0x8B, 8, 0}), "damaged");
    expectRefusal(Files.write(file, Arrays.copyOf(packed(bytes(BUNDLE)), 12)), "damaged");
  }

  private static void expectRefusal(Path file, String words) {
    assertThatThrownBy(() -> OfflineBundle.open(file))
        .isInstanceOf(NotAGuestException.class)
        .hasMessageContaining(words)
        .hasMessageContaining(file.toString())
        .message()
        .hasLineCount(1);
  }

  private static <A> A seen(Question<A> question) throws Exception {
    return ((Observed<A>) answer(question)).value();
  }

  private static UnavailableReason reason(Question<?> question) throws Exception {
    return ((Unavailable<?>) answer(question)).reason();
  }

  private static <A> Observation<A> answer(Question<A> question) throws Exception {
    return OfflineBundle.open(new ByteArrayInputStream(bytes(BUNDLE)), "guest.txt")
        .ask(List.of(question), Duration.ofSeconds(1))
        .to(question);
  }

  private static Answers answers(byte[] bytes) throws Exception {
    return OfflineBundle.open(new ByteArrayInputStream(bytes), "guest.txt")
        .ask(ALL, Duration.ofSeconds(1));
  }

  private static String shown(Observation<?> answer) {
    return answer instanceof Observed<?> seen && seen.value() instanceof FileContent file
        ? file + " " + file.text()
        : answer.toString().replaceAll("@[0-9a-f]+", "");
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] packed(byte[] bytes) throws Exception {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(bytes);
    }
    return packed.toByteArray();
  }
}
