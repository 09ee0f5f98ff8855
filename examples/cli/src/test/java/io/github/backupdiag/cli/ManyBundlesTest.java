package io.github.backupdiag.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.BackupDiagnosis;
import io.github.backupdiag.cli.ManyBundles.Diagnosed;
import io.github.backupdiag.render.Renderers;
import io.github.backupdiag.request.CancellationToken;
import io.github.backupdiag.request.DiagnosisRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A directory of bundles is diagnosed in one run. */
class ManyBundlesTest {

  private static final String CODE = "GuestAgentSnapshotTaskStatusError";
  private static final String CAUSE = "extensions-disabled-in-agent-config";

  @TempDir private Path folder;
  private Path bundles;

  @BeforeEach
  void fill() throws IOException {
    bundles = Files.createDirectory(folder.resolve("bundles"));
    for (int i = 9; i > 0; i--) {
      script("vm-" + i + ".txt", i % 3 == 0 ? "n" : "y");
    }
    Guest.withExtensionsSwitchedOff(bundles.resolve("copied"));
  }

  @Test
  void writesOneReportPerBundleInTheOrderOfTheirNames() {
    Run run = many();
    assertThat(ids(run)).startsWith("copied", "vm-1.txt", "vm-2.txt").hasSize(10).isSorted();
    assertThat(run.out().lines()).allMatch(line -> line.startsWith("{\"schemaVersion\""));
    assertThat(run.out().lines().filter(line -> confirms(line))).hasSize(4);
    assertThat(run.err()).isEmpty();
    assertThat(run.status()).isEqualTo(ExitStatus.CONFIRMED);
  }

  @Test
  void givesEachTheReportOfItsOwnRun() {
    List<String> lines = many("--error", CODE, "--lang", "de").out().lines().toList();
    String alone =
        Run.of(
                words(
                    "diagnose",
                    "--bundle",
                    bundles.resolve("vm-3.txt").toString(),
                    "--error",
                    CODE,
                    "--lang",
                    "de",
                    "--format",
                    "json"))
            .out();
    assertThat(JsonReport.of(lines.get(3).replace("\"id\":\"vm-3.txt\",", "")))
        .isEqualTo(JsonReport.of(alone));
  }

  @Test
  void takesTheErrorOfAllFromStandardInput() {
    Run run = Run.withInput(CODE, words("diagnose", "--bundle-dir", dir(), "--error", "-"));
    assertThat(run.out().lines()).hasSize(10).allMatch(line -> line.contains(CODE));
  }

  @Test
  void passesOverHiddenAndUnfinishedFiles() throws IOException {
    script(".hidden.txt", "n");
    script("vm-10.txt.part", "n");
    assertThat(ids(many())).hasSize(10);
  }

  @Test
  void reportsWhatCannotBeReadAndGoesOn() throws IOException {
    Files.writeString(bundles.resolve("a-damaged"), "this is no bundle");
    Files.createDirectory(bundles.resolve("b-empty"));
    Files.createSymbolicLink(bundles.resolve("c-gone"), bundles.resolve("nothing"));
    Path outside = Guest.linux(folder.resolve("outside"));
    Files.createSymbolicLink(bundles.resolve("d-outside"), outside);
    Files.createSymbolicLink(bundles.resolve("e-inside"), bundles.resolve("copied"));
    Run run = many();
    List<String> lines = run.out().lines().toList();
    assertThat(lines).hasSize(15);
    assertThat(lines.get(0)).contains("\"where\":\"a-damaged\"", "is no bundle");
    assertThat(lines.get(1)).contains("\"where\":\"b-empty\"");
    assertThat(lines.get(2)).contains("\"where\":\"c-gone\"");
    assertThat(lines.get(4)).contains("\"where\":\"d-outside\"", "leads out of the directory");
    assertThat(lines.get(5)).contains("\"id\":\"e-inside\"").matches(this::confirms);
    assertThat(run.status()).isEqualTo(ExitStatus.REFUSED);
  }

  @Test
  void saysInTheReportThatABundleEndsEarly() throws IOException {
    Path whole = bundles.resolve("vm-1.txt");
    Files.writeString(whole, Files.readString(whole).replaceFirst("\\.\n$", ""));
    String line = many().out().lines().toList().get(1);
    assertThat(line).contains("only a part of", "\"status\":\"PARTIAL\"");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7})
  void allShardsTogetherAreTheWhole(int parts) {
    List<String> lines = new ArrayList<>();
    for (int part = 1; part <= parts; part++) {
      many("--shard", part + "/" + parts).out().lines().forEach(lines::add);
    }
    assertThat(lines).containsExactlyInAnyOrderElementsOf(many().out().lines().toList());
  }

  @Test
  void aShardStaysTheSameWhenBundlesAreAdded() throws IOException {
    List<String> before = many("--shard", "2/3").out().lines().toList();
    for (int i = 0; i < 5; i++) {
      script("another-" + i + ".txt", "y");
    }
    assertThat(many("--shard", "2/3").out().lines()).containsAll(before);
  }

  @Test
  void shardsAreOfAboutTheSameSize() {
    for (int parts : new int[] {2, 3, 4, 8, 10}) {
      for (int part = 1; part <= parts; part++) {
        Shard shard = new Shard(part, parts);
        long held =
            Stream.iterate(0, i -> i + 1)
                .limit(10_000)
                .filter(i -> shard.holds("vm-%05d.zip".formatted(i)))
                .count();
        assertThat(held).isBetween(9_000L / parts, 11_000L / parts);
      }
    }
  }

  @Test
  void theNumberOfThreadsDoesNotShow() throws Exception {
    String one = withThreads(1);
    assertThat(one).hasLineCount(10);
    assertThat(withThreads(2)).isEqualTo(one);
    assertThat(withThreads(8)).isEqualTo(one);
  }

  @Test
  void triesAgainAloneWhatNeedsMoreMemoryAndTellsIfThatIsNotEnough() throws Exception {
    Set<String> again = ConcurrentHashMap.newKeySet();
    Map<String, Boolean> readable = new TreeMap<>();
    directory()
        .diagnose(
            BundleDirectory.of(dir()).names(Shard.WHOLE),
            new InOrder(3),
            bundle -> {
              boolean never = bundle.name().equals("vm-2.txt") && bundle.isReadable();
              if (never || (bundle.name().equals("vm-1.txt") && again.add(bundle.name()))) {
                throw new OutOfMemoryError("Java heap space");
              }
              return bundle;
            },
            bundle -> readable.put(bundle.name(), bundle.isReadable()) == null);
    assertThat(readable).hasSize(10).containsEntry("vm-1.txt", true);
    assertThat(readable).containsEntry("vm-2.txt", false).containsEntry("vm-3.txt", true);
  }

  private ManyBundles directory() throws Exception {
    return new ManyBundles(
        BundleDirectory.of(dir()),
        BackupDiagnosis.builder().build(),
        DiagnosisRequest::builder,
        new CommonOptions());
  }

  @Test
  void writesATableOfTextOnRequest() throws IOException {
    Files.writeString(bundles.resolve("zz\u001b[31m"), "this is no bundle");
    Run run = many("--format", "text", "--lang", "ko");
    List<String> rows = run.out().lines().toList();
    assertThat(rows).hasSize(11).noneMatch(row -> row.contains("\u001b"));
    assertThat(rows.get(0)).matches("confirmed +copied +.*[가-힣].*");
    assertThat(rows.get(10)).matches("unreadable +zz\\?\\[31m .*is no bundle.*");
  }

  @Test
  void isContentWhenNothingIsConfirmedAndPartialWhenNothingIsDecided() throws IOException {
    Path healthy = Files.createDirectory(folder.resolve("healthy"));
    Guest.linux(healthy.resolve("a"));
    assertThat(Run.of("diagnose", "--bundle-dir", healthy.toString()).status())
        .isEqualTo(ExitStatus.OK);
    Files.writeString(healthy.resolve("b"), "backup-diag-guest 1 linux\ni clock 1773454510\n.\n");
    assertThat(Run.of("diagnose", "--bundle-dir", healthy.toString()).status())
        .isEqualTo(ExitStatus.PARTIAL);
  }

  @Test
  void showsProgressOnTerminalsOnly() {
    Run run = Run.onTerminal(Map.of("TERM", "xterm"), "diagnose", "--bundle-dir", dir());
    assertThat(run.err()).contains("10/10 vm-9.txt").endsWith("\r\u001b[K");
    assertThat(run.out()).isEqualTo(many().out());
  }

  @Test
  void stopsWhenCancelled() {
    CancellationToken cancelled = new CancellationToken();
    cancelled.cancel();
    Run run =
        Run.with(
            InputStream.nullInputStream(),
            Map.of(),
            Terminal.NONE,
            cancelled,
            "diagnose",
            "--bundle-dir",
            dir());
    assertThat(run.out()).hasLineCount(1);
    assertThat(run.status()).isEqualTo(ExitStatus.PARTIAL);
  }

  @Test
  void aShardWithoutBundlesIsEmptyAndADirectoryWithoutThemRefused() throws IOException {
    Path one = Files.createDirectory(folder.resolve("one"));
    Guest.linux(one.resolve("a"));
    int empty = new Shard(1, 2).holds("a") ? 2 : 1;
    Run run = Run.of("diagnose", "--bundle-dir", one.toString(), "--shard", empty + "/2");
    assertThat(run).isEqualTo(new Run(ExitStatus.OK, "", ""));
    Path none = Files.createDirectory(folder.resolve("none"));
    Run refused = Run.of("diagnose", "--bundle-dir", none.toString());
    assertThat(refused.err()).contains("holds no bundles").hasLineCount(1);
    assertThat(refused.status()).isEqualTo(ExitStatus.REFUSED);
  }

  private void script(String name, String enabled) throws IOException {
    Files.writeString(
        bundles.resolve(name),
        """
        backup-diag-guest 1 linux
        i clock 1773454510
        f 1048576 /etc/os-release
        |ID=ubuntu
        |VERSION_ID="22.04"
        |
        f 1048576 /sys/class/dmi/id/chassis_asset_tag
        |7783-7084-3265-9085-8269-3286-77
        |
        z 21 1773000000 /etc/waagent.conf
        f 1048576 /etc/waagent.conf
        |Extensions.Enabled=%s
        |
        .
        """
            .formatted(enabled));
  }

  private String withThreads(int threads) throws Exception {
    StringBuilder out = new StringBuilder();
    directory()
        .diagnose(
            BundleDirectory.of(dir()).names(Shard.WHOLE),
            new InOrder(threads),
            ManyBundlesTest::json,
            line -> {
              out.append(line);
              return true;
            });
    return out.toString();
  }

  private static String json(Diagnosed bundle) {
    StringBuilder out = new StringBuilder();
    try {
      Renderers.compactJson(bundle.name()).render(bundle.report(), Locale.ENGLISH, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString();
  }

  private String dir() {
    return bundles.toString();
  }

  private Run many(String... options) {
    List<String> words = new ArrayList<>(List.of("diagnose", "--bundle-dir", dir()));
    words.addAll(List.of(options));
    return Run.of(words.toArray(String[]::new));
  }

  private static String[] words(String... words) {
    return words;
  }

  private static List<String> ids(Run run) {
    return run.out()
        .lines()
        .map(line -> line.replaceFirst(".*?\"id\":\"([^\"]*)\".*", "$1"))
        .toList();
  }

  private boolean confirms(String line) {
    return JsonReport.of(line).tree().at("/causes/0/id").asText().equals(CAUSE)
        && JsonReport.of(line).tree().at("/causes/0/state").asText().equals("confirmed");
  }
}
