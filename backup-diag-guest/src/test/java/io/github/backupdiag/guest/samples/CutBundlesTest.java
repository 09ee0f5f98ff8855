package io.github.backupdiag.guest.samples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.BackupDiagnosis;
import io.github.backupdiag.fact.Observed;
import io.github.backupdiag.guest.NotAGuestException;
import io.github.backupdiag.guest.OfflineBundle;
import io.github.backupdiag.guest.samples.SampleRoot.Distribution;
import io.github.backupdiag.guestaccess.Answers;
import io.github.backupdiag.guestaccess.FileContent;
import io.github.backupdiag.guestaccess.GuestConnection;
import io.github.backupdiag.guestaccess.Question;
import io.github.backupdiag.report.CauseState;
import io.github.backupdiag.report.RankedCause;
import io.github.backupdiag.report.Report;
import io.github.backupdiag.request.DiagnosisRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/**
 * Bundles that were cut at any byte tell a part of what the whole tells, and say that they were.
 */
class CutBundlesTest {

  private static final List<Packing> PACKINGS =
      List.of(Packing.ZIP, Packing.TAR, Packing.TAR_GZ_WITH_HOST, Packing.ZIP_IN_ZIP_WITH_DEVICE);
  private static final List<Question<FileContent>> FILES =
      List.of(
          Question.tail("/" + SampleRoot.AGENT_LOG, 1 << 20),
          Question.tail("/" + SampleRoot.EXTENSION_LOG, 1 << 20),
          Question.file("/" + SampleRoot.CONFIG),
          Question.file("/etc/os-release"));
  private static final Duration AMPLE = Duration.ofMinutes(1);

  private static Path folder;
  private static List<byte[]> wholes;

  @BeforeContainer
  static void packThem() throws IOException {
    folder = Files.createTempDirectory("cut");
    Path root = Files.createDirectory(folder.resolve("root"));
    SampleRoot sample =
        SampleRoot.of(Distribution.UBUNTU_22_04, root)
            .append(
                SampleRoot.AGENT_LOG,
                SampleRoot.agentLine(
                    620, "ERROR ExtHandler ExtHandler [Errno 28] No space left on device: '/x'"))
            .append(SampleRoot.CONFIG, "Extensions.Enabled=n\n");
    wholes = new java.util.ArrayList<>();
    for (Packing packing : PACKINGS) {
      wholes.add(Files.readAllBytes(packing.pack(sample.directory(), folder)));
    }
  }

  @AfterContainer
  static void tidyUp() throws IOException {
    try (var all = Files.walk(folder)) {
      for (Path each : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    }
  }

  @Property(tries = 300)
  void holdAPartOfTheWhole(
      @ForAll @IntRange(max = 3) int packing, @ForAll @IntRange(max = 10_000) int place)
      throws Exception {
    byte[] whole = wholes.get(packing);
    OfflineBundle cut = open(cut(whole, place));
    if (cut == null) {
      return;
    }
    assertThat(cut.isComplete()).isFalse();
    assertThat(cut.limitations()).isNotEmpty();
    Answers ofWhole = ask(open(whole));
    Answers ofCut = ask(cut);
    for (Question<FileContent> question : FILES) {
      if (ofCut.to(question) instanceof Observed<FileContent> part) {
        FileContent all = ((Observed<FileContent>) ofWhole.to(question)).value();
        expectPart(part.value(), all);
      }
    }
  }

  private static void expectPart(FileContent part, FileContent all) {
    int from = (int) part.offset();
    int to = from + part.bytes().length;
    assertThat(part.bytes()).isEqualTo(Arrays.copyOfRange(all.bytes(), from, to));
    assertThat(part.isComplete()).isEqualTo(part.bytes().length == all.bytes().length);
  }

  @Property(tries = 40)
  void confirmNothingThatTheWholeDoesNot(
      @ForAll @IntRange(max = 3) int packing, @ForAll @IntRange(max = 10_000) int place)
      throws Exception {
    OfflineBundle cut = open(cut(wholes.get(packing), place));
    if (cut != null) {
      Report report = report(cut);
      assertThat(report.status()).isEqualTo(Report.Status.PARTIAL);
      assertThat(report.problems().toString()).contains("cut");
      assertThat(confirmed(report))
          .isSubsetOf("guest-disk-full", "extensions-disabled-in-agent-config");
    }
  }

  @Example
  void theWholeOnesTellBoth() throws Exception {
    for (byte[] whole : wholes) {
      assertThat(confirmed(report(open(whole))))
          .containsExactlyInAnyOrder("guest-disk-full", "extensions-disabled-in-agent-config");
    }
  }

  /** Always at least one byte that matters: the end of a tar archive is many zeros. */
  private static byte[] cut(byte[] whole, int place) {
    int end = whole.length;
    while (whole[end - 1] == 0) {
      end--;
    }
    return Arrays.copyOf(whole, (int) ((long) (end - 1) * place / 10_000));
  }

  private static OfflineBundle open(byte[] bytes) throws IOException {
    try {
      return OfflineBundle.open(new ByteArrayInputStream(bytes), "bundle");
    } catch (NotAGuestException e) {
      assertThat(e.getMessage()).startsWith("bundle ").doesNotContain("\n");
      return null;
    }
  }

  private static Answers ask(OfflineBundle bundle) throws InterruptedException {
    return bundle.ask(List.copyOf(FILES), AMPLE);
  }

  private static Report report(OfflineBundle bundle) {
    return BackupDiagnosis.builder()
        .connect(GuestConnection.class, bundle)
        .build()
        .diagnose(DiagnosisRequest.healthCheck());
  }

  private static List<String> confirmed(Report report) {
    return report.causes().stream()
        .filter(cause -> cause.state() == CauseState.CONFIRMED)
        .map(RankedCause::id)
        .toList();
  }
}
