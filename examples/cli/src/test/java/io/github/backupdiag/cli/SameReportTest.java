package io.github.backupdiag.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.BackupDiagnosis;
import io.github.backupdiag.cli.Ailment.Codes;
import io.github.backupdiag.fact.FactSet;
import io.github.backupdiag.guest.CopiedRoot;
import io.github.backupdiag.guest.samples.SampleRoot;
import io.github.backupdiag.guest.samples.SampleRoot.Distribution;
import io.github.backupdiag.guestaccess.GuestConnection;
import io.github.backupdiag.render.Renderers;
import io.github.backupdiag.request.DiagnosisRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TimeZone;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The same facts give the same bytes, whoever judges them, when and where. */
class SameReportTest {

  private static final List<List<String>> REQUESTS =
      List.of(
          List.of(),
          List.of("--error", Codes.NO_SNAPSHOT),
          List.of("--error", "the agent: " + Codes.NO_STATUS, "--lang", "ko"),
          List.of("--failed-at", "2026-03-14T11:16:10+09:00"),
          List.of("--error", Codes.NO_SNAPSHOT, "--failed-at", "2025-01-01T00:00:00Z"),
          List.of("--lang", "de"));

  private final Locale locale = Locale.getDefault();
  private final TimeZone zone = TimeZone.getDefault();

  @TempDir private Path folder;

  @AfterEach
  void leaveTheMachineAsItWas() {
    Locale.setDefault(locale);
    TimeZone.setDefault(zone);
  }

  @ParameterizedTest
  @EnumSource(Ailment.class)
  void gatherThenJudgeGivesTheReportOfDiagnose(Ailment ailment) throws Exception {
    assertSame(ailment.in(folder.resolve("root"), Distribution.DEBIAN_12).directory());
  }

  @Test
  void gatherThenJudgeGivesTheReportOfDiagnoseOnAHealthyRoot() throws Exception {
    assertSame(SampleRoot.of(Distribution.RHEL_9, folder.resolve("root")).directory());
  }

  private void assertSame(Path root) throws IOException {
    for (List<String> request : REQUESTS) {
      Path facts = folder.resolve("facts.json");
      String[] where = {"--root", root.toString()};
      Run diagnosed = run(List.of("diagnose"), List.of(where), request, JSON);
      Run gathered =
          run(List.of("gather"), List.of(where), request, List.of("--out", facts.toString()));
      assertThat(gathered.status()).isEqualTo(ExitStatus.OK);
      Schema.FACTS.read(Files.readString(facts));
      JsonReport.of(diagnosed);
      List<String> judge = List.of("judge", facts.toString());
      assertThat(run(judge, request, JSON).out()).isEqualTo(diagnosed.out());
      assertThat(run(judge, language(request), JSON).out()).isEqualTo(diagnosed.out());
    }
  }

  private static final List<String> JSON = List.of("--format", "json");

  /** The error and its time are in the recording; the language is not. */
  private static List<String> language(List<String> request) {
    int at = request.indexOf("--lang");
    return at < 0 ? List.of() : request.subList(at, at + 2);
  }

  @SafeVarargs
  private static Run run(List<String>... parts) {
    List<String> words = new ArrayList<>();
    for (List<String> part : parts) {
      words.addAll(part);
    }
    return Run.of(words.toArray(String[]::new));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 8})
  void theNumberOfThreadsThatLookDoesNotShow(int threads) throws Exception {
    Path root = Ailment.DISK_FULL.in(folder, Distribution.UBUNTU_22_04).directory();
    DiagnosisRequest request = DiagnosisRequest.forError(Codes.NO_SNAPSHOT);
    String expected = json(diagnosis(root), null, request);
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      BackupDiagnosis diagnosis =
          BackupDiagnosis.builder()
              .connect(GuestConnection.class, CopiedRoot.open(root))
              .executor(pool)
              .build();
      for (int i = 0; i < 5; i++) {
        assertThat(json(diagnosis, null, request)).isEqualTo(expected);
      }
    } finally {
      pool.shutdownNow();
    }
  }

  @Test
  void manyThreadsMayJudgeAtOnce() throws Exception {
    Path root = Ailment.DISK_FULL.in(folder, Distribution.UBUNTU_22_04).directory();
    DiagnosisRequest request = DiagnosisRequest.forError(Codes.NO_SNAPSHOT);
    FactSet facts = diagnosis(root).gather(request);
    BackupDiagnosis shared = BackupDiagnosis.builder().build();
    Callable<String> judging = () -> json(shared, facts, request);
    ExecutorService pool = Executors.newFixedThreadPool(8);
    try {
      Set<String> reports = new HashSet<>();
      for (Future<String> report : pool.invokeAll(Collections.nCopies(40, judging))) {
        reports.add(report.get());
      }
      assertThat(reports).containsExactly(json(diagnosis(root), null, request));
    } finally {
      pool.shutdownNow();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"tr-TR", "ja-JP-u-ca-japanese", "ar-EG-u-nu-arab", "th-TH-u-ca-buddhist"})
  void theLocaleAndZoneOfTheMachineDoNotShow(String tag) throws Exception {
    Path root = Ailment.DISK_FULL.in(folder.resolve("root"), Distribution.SLES_15).directory();
    List<String> words = List.of("diagnose", "--root", root.toString());
    List<String> error = List.of("--error", Codes.NO_SNAPSHOT);
    for (String format : List.of("json", "text", "markdown", "html")) {
      setMachine("en-US", "UTC");
      Run here = run(words, error, List.of("--format", format));
      assertThat(here.status()).isEqualTo(ExitStatus.CONFIRMED);
      setMachine(tag, "Pacific/Chatham");
      assertThat(run(words, error, List.of("--format", format))).isEqualTo(here);
    }
  }

  private static void setMachine(String tag, String zone) {
    Locale.setDefault(Locale.forLanguageTag(tag));
    TimeZone.setDefault(TimeZone.getTimeZone(zone));
  }

  private static BackupDiagnosis diagnosis(Path root) throws IOException {
    return BackupDiagnosis.builder().connect(GuestConnection.class, CopiedRoot.open(root)).build();
  }

  /** Diagnoses, or judges facts if there are any. */
  private static String json(
      BackupDiagnosis diagnosis,
      @org.jspecify.annotations.Nullable FactSet facts,
      DiagnosisRequest request)
      throws IOException {
    StringBuilder out = new StringBuilder();
    Renderers.json()
        .render(
            facts == null ? diagnosis.diagnose(request) : diagnosis.judge(facts, request),
            Locale.ENGLISH,
            out);
    return out.toString();
  }
}
