package io.github.backupdiag.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.request.CancellationToken;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiagnoseTest {

  private static final String CAUSE = "extensions-disabled-in-agent-config";
  private static final String CODE = "GuestAgentSnapshotTaskStatusError";

  @TempDir private Path folder;

  @Test
  void confirmsCauseThatTheCopyProves() throws Exception {
    Path root = Guest.withExtensionsSwitchedOff(folder);
    Run run = Run.of("diagnose", "--root", root.toString());
    assertThat(run.out()).contains("Extensions.Enabled=n");
    assertThat(run.err()).isEmpty();
    assertThat(run.status()).isEqualTo(ExitStatus.CONFIRMED);
  }

  @Test
  void isContentWhenSomethingIsRuledOutAndNothingConfirmed() throws Exception {
    Run run = Run.of("diagnose", "--root", Guest.linux(folder).toString());
    assertThat(run.status()).isEqualTo(ExitStatus.OK);
  }

  @Test
  void isPartialWhenNothingCouldBeDecided() {
    Run run = Run.of("diagnose", "--no-guest");
    assertThat(run.out()).isNotEmpty();
    assertThat(run.status()).isEqualTo(ExitStatus.PARTIAL);
  }

  @Test
  void takesErrorFromOptionOrStandardInput() throws Exception {
    String root = Guest.withExtensionsSwitchedOff(folder).toString();
    Run run = Run.of("diagnose", "--root", root, "--error", CODE, "--format", "json");
    assertThat(run.out()).contains(CODE, CAUSE);
    assertThat(Run.withInput(CODE, "diagnose", "--root", root, "--error", "-", "--format", "json"))
        .isEqualTo(run);
  }

  @Test
  void takesTheTimeOfTheFailure() throws Exception {
    String root = Guest.linux(folder).toString();
    Path facts = folder.resolve("facts.json");
    Run.of(
        "diagnose",
        "--root",
        root,
        "--failed-at",
        "2026-03-14T11:16:10+09:00",
        "--record",
        facts.toString());
    assertThat(facts).content().contains("2026-03-14T02:16:10Z");
  }

  @Test
  void looksAtThisMachineWhenNothingElseIsNamed() {
    Run run = Run.of("diagnose", "--format", "json", "--deadline", "1m");
    assertThat(run.out()).contains("\"guest.os\"");
    assertThat(run.status()).isNotEqualTo(ExitStatus.REFUSED);
  }

  @Test
  void recordsWhatJudgeComesToTheSameWith() throws Exception {
    String root = Guest.withExtensionsSwitchedOff(folder).toString();
    String facts = folder.resolve("facts.json").toString();
    Run run = Run.of("diagnose", "--root", root, "--format", "json", "--record", facts);
    assertThat(Run.of("judge", facts, "--format", "json")).isEqualTo(run);
    assertThat(Run.of("diagnose", "--facts", facts, "--format", "json").status())
        .isEqualTo(ExitStatus.CONFIRMED);
  }

  @Test
  void showsProgressOnTerminalsOnlyAndTakesItAway() throws Exception {
    String root = Guest.linux(folder).toString();
    Run run = Run.onTerminal(Map.of("TERM", "xterm"), "diagnose", "--root", root);
    assertThat(run.err()).contains("/").endsWith("\r\u001b[K");
    assertThat(run.out()).doesNotContain("\r");
    assertThat(Run.onTerminal(Map.of("TERM", "dumb"), "diagnose", "--root", root).err()).isEmpty();
  }

  @Test
  void reportsWhatItHasWhenCancelled() throws Exception {
    CancellationToken cancelled = new CancellationToken();
    cancelled.cancel();
    String root = Guest.linux(folder).toString();
    Run run =
        Run.with(
            InputStream.nullInputStream(),
            Map.of(),
            Terminal.NONE,
            cancelled,
            "diagnose",
            "--root",
            root,
            "--format=json");
    assertThat(run.out()).contains("\"decided\": 0");
    assertThat(run.status()).isEqualTo(ExitStatus.PARTIAL);
  }
}
