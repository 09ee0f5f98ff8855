package io.github.backupdiag.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.BackupDiagnosis;
import io.github.backupdiag.diagnostic.Diagnostic;
import io.github.backupdiag.diagnostic.DiagnosticDescriptor;
import io.github.backupdiag.diagnostic.Facts;
import io.github.backupdiag.diagnostic.Verdict;
import io.github.backupdiag.fact.FactKey;
import io.github.backupdiag.fact.FactSet;
import io.github.backupdiag.fact.FactSetJson;
import io.github.backupdiag.guest.CopiedRoot;
import io.github.backupdiag.guest.samples.SampleRoot;
import io.github.backupdiag.guest.samples.SampleRoot.Distribution;
import io.github.backupdiag.guest.samples.SampleRootExtension;
import io.github.backupdiag.guest.samples.SampleRootSnapshot;
import io.github.backupdiag.guest.samples.SampleWindows;
import io.github.backupdiag.guestaccess.GuestConnection;
import io.github.backupdiag.internal.redact.Redaction;
import io.github.backupdiag.probe.Observations;
import io.github.backupdiag.probe.Probe;
import io.github.backupdiag.probe.ProbeContext;
import io.github.backupdiag.probe.ProbeDescriptor;
import io.github.backupdiag.render.Renderers;
import io.github.backupdiag.render.ReportRenderer;
import io.github.backupdiag.report.Report;
import io.github.backupdiag.request.DiagnosisRequest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Ten thousand secrets in every place that is read, in every escaping: none in anything that is
 * written. Whoever adds a way in plants it in {@link #linux} or {@link #windows}; whoever adds a way
 * out adds it to {@link #outputs}.
 */
class TenThousandSecretsTest {

  private static final int GUESTS = 10;
  private static final int LINUX_PLANTS = 640;
  private static final int WINDOWS_PLANTS = 360;
  private static final List<String> LANGUAGES = List.of("en", "ko", "ja", "zh-Hant", "de");

  @TempDir private Path folder;

  private int next;

  @Test
  void noneOfThemIsInAnyOutput() throws Exception {
    int planted = 0;
    for (int guest = 0; guest < GUESTS; guest++) {
      Path root = Files.createDirectory(folder.resolve("guest" + guest));
      boolean windows = guest % 5 == 4;
      List<Plant> plants = Plant.some(guest, windows ? WINDOWS_PLANTS * 3 : LINUX_PLANTS * 2);
      next = 0;
      if (windows) {
        windows(plants, root);
      } else {
        linux(plants, root);
      }
      planted += plants.size();
      assertThat(next).isBetween(300, plants.size());
      Canaries canaries = new Canaries(plants);
      Map<String, String> outputs = outputs(root, plants);
      assertThat(outputs.get("recording")).contains("acme.seen", "acme.whole", "[redacted:sas:");
      assertThat(outputs.get("json en")).contains("acme.thrower", "acme.angry", "[redacted:");
      assertThat(outputs.get("command line")).contains("[redacted:", "backup-diag: ");
      for (Map.Entry<String, String> output : outputs.entrySet()) {
        assertThat(canaries.in(output.getValue())).as(output.getKey()).isEmpty();
      }
    }
    assertThat(planted).isGreaterThanOrEqualTo(10_000);
  }

  @Test
  void aHealthyGuestHasNothingToHide() throws Exception {
    SampleRoot.of(Distribution.RHEL_9, folder.resolve("linux"));
    for (Map.Entry<String, byte[]> file : SampleWindows.healthy().files().entrySet()) {
      write(folder.resolve("windows").resolve(file.getKey()), file.getValue());
    }
    for (String root : List.of("linux", "windows")) {
      FactSet facts =
          BackupDiagnosis.builder()
              .connect(GuestConnection.class, CopiedRoot.open(folder.resolve(root)))
              .build()
              .gather(DiagnosisRequest.healthCheck());
      assertThat(recorded(facts)).doesNotContain("redacted").hasSizeGreaterThan(5000);
    }
  }

  private static String take(List<Plant> plants, int index) {
    return plants.get(index % plants.size()).text();
  }

  private String take(List<Plant> plants) {
    return take(plants, next++);
  }

  private void linux(List<Plant> plants, Path directory) {
    SampleRoot root = SampleRoot.of(Distribution.UBUNTU_22_04, directory);
    SampleRootSnapshot.withExtension(root);
    String low = "Failed to save x: [Errno 28] No space left on device: ";
    for (int i = 0; i < 150; i++) {
      root.append(SampleRoot.AGENT_LOG, SampleRoot.agentLine(i, "ERROR ExtHandler " + low + take(plants)));
      root.append(SampleRoot.EXTENSION_LOG, SampleRoot.extensionLine(i, low + take(plants)));
    }
    StringBuilder kernel = new StringBuilder();
    for (int i = 0; i < 60; i++) {
      kernel.append("Mar 14 02:15:20 vm kernel: EXT4-fs error (device sdc): ").append(take(plants)).append('\n');
      root.append(SampleRoot.CONFIG, "Some.Option" + i + "=" + take(plants) + "\n");
      root.file("proc/" + (700 + i) + "/cmdline", take(plants).replace(' ', '\0') + "\0");
    }
    root.append(SampleRoot.CONFIG, "HttpProxy.Host=" + take(plants) + "\nExtensions.Enabled=n\n");
    root.append(SampleRoot.CONFIG, "Lib.Dir=/var/lib/waagent # " + take(plants) + "\n");
    String folder = SampleRootExtension.folder("1.0.9188.0");
    String message = take(plants).replace("\\", "\\\\").replace("\"", "\\\"");
    root.file("var/log/syslog", kernel.toString())
        .file("etc/fstab", "/dev/sda1 / ext4 defaults 0 1\n//h/s /mnt cifs password=" + take(plants) + " 0 0\n")
        .file("etc/azure/vmbackup.conf", "[SnapshotThread]\nMountsToSkip=" + take(plants) + "\n")
        .file("etc/azure/workload.conf", "[workload]\ncredString = " + take(plants) + "\n")
        .file(SampleRootSnapshot.CONFIG, SampleRootSnapshot.config("/opt/" + message, "/opt/b"))
        .file("proc/self/mountinfo", "29 1 8:1 / / rw - ext4 /dev/sda1 rw,password=" + take(plants).replace(' ', '_') + "\n")
        .file("etc/systemd/system/walinuxagent.service.d/o.conf", "[Service]\nEnvironment=" + take(plants) + "\n")
        .file("etc/os-release", "NAME=\"Ubuntu\"\nID=ubuntu\nVERSION_ID=\"22.04\"\nPRETTY_NAME=\"" + take(plants) + "\"\n")
        .file("var/lib/waagent/waagent_status.json", "{\"m\": \"" + message + "\"}")
        .file(folder + "/status/21.status", SampleRootExtension.status(1, "error", SampleRoot.RUN, message))
        .file(folder + "/config/HandlerStatus", SampleRootExtension.handlerStatus("1.0.9188.0", "NotReady", 1, message))
        .file("var/lib/waagent/sig=" + plants.get(next++).secret() + "/HandlerManifest.json", "[]");
  }

  private void windows(List<Plant> plants, Path directory) throws IOException {
    SampleWindows disk = SampleWindows.healthy();
    for (int i = 0; i < 120; i++) {
      disk.append(SampleWindows.AGENT_LOG, SampleWindows.agentLine(i, "Failed with error " + take(plants)));
      disk.append(SampleWindows.EXTENSION_LOG, SampleWindows.extensionLine(i, "Snapshot failed: " + take(plants)));
      disk.event("Application", "VSS", 8194, i, "hr = 0x80070005, Access is denied. " + take(plants));
    }
    disk.registry()
        .text(SampleWindows.SERVICES + "VSS", "ImagePath", "C:\\x.exe " + take(plants))
        .text(SampleWindows.SERVICES + "RdAgent", "ObjectName", take(plants))
        .text(SampleWindows.SOFTWARE + "Windows NT\\CurrentVersion", "ProductName", take(plants));
    for (Map.Entry<String, byte[]> file : disk.files().entrySet()) {
      write(directory.resolve(file.getKey()), file.getValue());
    }
    write(directory.resolve("registry/system.reg"), disk.registry().export("HKLM\\SYSTEM"));
    write(directory.resolve("registry/software.reg"), disk.registry().export("HKLM\\SOFTWARE"));
  }

  private static void write(Path file, byte[] bytes) throws IOException {
    Files.createDirectories(file.getParent());
    Files.write(file, bytes);
  }

  /** Everything that leaves memory, by its name. */
  private Map<String, String> outputs(Path root, List<Plant> plants) throws Exception {
    Map<String, String> outputs = new LinkedHashMap<>();
    List<String> texts = new ArrayList<>();
    plants.forEach(plant -> texts.add(plant.text()));
    String error = Ailment.Codes.NO_SNAPSHOT + ": " + String.join("\n", texts);
    Report report = diagnose(root, error, texts);
    for (ReportRenderer renderer : Renderers.builtIn()) {
      for (String language : LANGUAGES) {
        StringBuilder out = new StringBuilder();
        renderer.render(report, Locale.forLanguageTag(language), out);
        outputs.put(renderer.format() + " " + language, out.toString());
        assertThat(out).doesNotContain("hidden only when");
      }
    }
    outputs.put("report", report.toString());
    outputs.put("recording", recorded(report.facts()));
    outputs.put("foreign recording", recorded(BackupDiagnosis.builder().build().judge(foreign(texts), DiagnosisRequest.healthCheck()).facts()));
    outputs.put("exceptions", refusals(texts));
    outputs.put("command line", commandLine(root, texts));
    outputs.put("stream", streamed(texts));
    return outputs;
  }

  private static Report diagnose(Path root, String error, List<String> texts) throws Exception {
    return BackupDiagnosis.builder()
        .connect(GuestConnection.class, CopiedRoot.open(root))
        .add(new Leaky(texts))
        .add(new Thrower(texts.get(1)))
        .add(new Angry(texts.get(0)))
        .build()
        .diagnose(
            DiagnosisRequest.builder().errorText(error).deadline(Duration.ofMinutes(2)).build());
  }

  private static String recorded(FactSet facts) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    FactSetJson.write(facts, out);
    return out.toString(StandardCharsets.UTF_8);
  }

  /** A recording of somebody else, with secrets in values, names, sources and details. */
  private static FactSet foreign(List<String> texts) throws IOException {
    FactSet.Builder facts = FactSet.builder();
    for (int i = 0; i < 100; i++) {
      facts.observed(FactKey.text("acme.x" + i), texts.get(i), texts.get(i + 100));
      facts.absent(FactKey.text("acme.y" + i), texts.get(i + 200));
    }
    return facts.build();
  }

  private static String refusals(List<String> texts) {
    StringBuilder out = new StringBuilder();
    for (String text : texts.subList(0, 100)) {
      byte[] broken = ("{\"schemaVersion\": \"1.0\", \"facts\": {" + text).getBytes(StandardCharsets.UTF_8);
      try {
        FactSetJson.read(new ByteArrayInputStream(broken), "x");
      } catch (IOException e) {
        out.append(e).append('\n').append(e.getCause()).append('\n');
      }
    }
    return out.toString();
  }

  private String commandLine(Path root, List<String> texts) throws IOException {
    StringBuilder out = new StringBuilder();
    Path broken = folder.resolve("broken.json");
    for (String text : texts.subList(0, 40)) {
      Files.writeString(broken, text);
      for (Run run :
          List.of(
              Run.of("judge", broken.toString()),
              Run.of("explain", text, "--format", "json"),
              Run.of("diagnose", "--root", "/no/" + text, "--no-guest"),
              Run.of("explain", "x", "--format", text),
              Run.of("gather", "--out", "-", "--no-guest", "--error", text))) {
        out.append(run.out()).append(run.err());
      }
    }
    Run whole = Run.of("diagnose", "--root", root.toString(), "--format", "json");
    return out.append(whole.out()).append(whole.err()).toString();
  }

  private static String streamed(List<String> texts) throws IOException {
    ByteArrayOutputStream target = new ByteArrayOutputStream();
    try (OutputStream out = new Redaction().into(target)) {
      out.write(String.join("\n", texts).getBytes(StandardCharsets.UTF_8));
    }
    return target.toString(StandardCharsets.UTF_8);
  }

  /** A probe of a third party: what it saw, what it met, and what it throws hold secrets. */
  private static final class Leaky implements Probe {

    static final FactKey<List<String>> SEEN = FactKey.texts("acme.seen");
    static final FactKey<String> SECRET =
        FactKey.text("acme.whole").withSensitivity(io.github.backupdiag.fact.Sensitivity.SECRET);

    private final List<String> texts;

    Leaky(List<String> texts) {
      this.texts = texts;
    }

    @Override
    public ProbeDescriptor descriptor() {
      return ProbeDescriptor.of("acme.leaky", SEEN, SECRET);
    }

    @Override
    public Observations observe(ProbeContext context) {
      return Observations.builder()
          .observed(SEEN, texts.subList(0, 200), texts.get(2))
          .observed(SECRET, texts.get(3), "x")
          .build();
    }
  }

  /** A probe of a third party that throws what it read. */
  private record Thrower(String text) implements Probe {

    static final FactKey<String> NEVER = FactKey.text("acme.never");

    @Override
    public ProbeDescriptor descriptor() {
      return ProbeDescriptor.of("acme.thrower", NEVER);
    }

    @Override
    public Observations observe(ProbeContext context) {
      throw new IllegalStateException(text);
    }
  }

  /** A rule of a third party that throws what it knows. */
  private static final class Angry implements Diagnostic {

    private final String text;

    Angry(String text) {
      this.text = text;
    }

    @Override
    public DiagnosticDescriptor descriptor() {
      return DiagnosticDescriptor.of("acme.angry", "guest-disk-full")
          .needs(Leaky.SEEN)
          .helpful(Thrower.NEVER);
    }

    @Override
    public Verdict diagnose(Facts facts) {
      throw new IllegalArgumentException(text);
    }
  }
}
