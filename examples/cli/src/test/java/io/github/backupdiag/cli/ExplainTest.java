package io.github.backupdiag.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.request.CancellationToken;
import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExplainTest {

  private static final String CODE = "UserErrorGuestAgentStatusUnavailable";

  @Test
  void explainsCode() {
    Run run = Run.of("explain", CODE);
    assertThat(run.out()).contains(CODE);
    assertThat(run.err()).isEmpty();
    assertThat(run.status()).isEqualTo(ExitStatus.OK);
  }

  @Test
  void saysWhetherToTryAgainAndSinceWhenACodeIsObsolete() {
    assertThat(Run.of("explain", "UserErrorBackupOperationInProgress").out())
        .contains("Try again? Yes, as soon as");
    assertThat(Run.of("explain", "UserErrorWAEnabledDisksNotSupported").out())
        .contains("not current since 2022-05-18");
    assertThat(Run.of("explain", "UserErrorBackupOperationInProgress", "--format=json").out())
        .contains("\"retryable\": \"yes\"", "\"obsolete\": false");
  }

  @Test
  void joinsWordsAndReadsStandardInputAlike() {
    Run run = Run.of("explain", "it", "says", CODE);
    assertThat(Run.of("explain", "it says " + CODE)).isEqualTo(run);
    assertThat(Run.withInput("\uFEFFit says " + CODE, "explain", "-")).isEqualTo(run);
  }

  @ParameterizedTest
  @ValueSource(strings = {"windows-31j", "UTF-16LE", "UTF-16BE", "UTF-8"})
  void standardInputMayBeInTheCharsetOfTheSystem(String charset) {
    String message = "VM エージェントが Azure Backup サービスと通信できません。";
    byte[] bytes = message.getBytes(Charset.forName(charset));

    assertThat(Run.withInput(new ByteArrayInputStream(bytes), "explain", "-"))
        .isEqualTo(Run.of("explain", message));
  }

  @Test
  void isNeverPartialEvenIfNothingIsKnown() {
    Run run = Run.of("explain", "something else entirely");
    assertThat(run.status()).isEqualTo(ExitStatus.OK);
  }

  @ParameterizedTest
  @CsvSource({"json,{", "markdown,#", "html,<"})
  void writesEachFormat(String format, String start) {
    assertThat(Run.of("explain", CODE, "--format", format).out()).startsWith(start).contains(CODE);
  }

  @Test
  void namesTheLanguageOfTheReport() {
    assertThat(Run.of("explain", CODE, "--format=json", "--lang=en").out())
        .contains("\"language\": \"en\"");
  }

  @Test
  void coloursOnlyForTerminalsThatWantIt() {
    assertThat(Run.of("explain", CODE).out()).doesNotContain("\u001b");
    assertThat(coloured(Map.of("TERM", "xterm"))).isTrue();
    assertThat(coloured(Map.of())).isFalse();
    assertThat(coloured(Map.of("TERM", "dumb"))).isFalse();
    assertThat(coloured(Map.of("TERM", "xterm", "NO_COLOR", "1"))).isFalse();
    assertThat(coloured(Map.of("TERM", "xterm", "NO_COLOR", ""))).isTrue();
  }

  @Test
  void keepsToTheWidthOfTheTerminal() {
    assertThat(widest(Map.of("COLUMNS", "60"))).isBetween(41, 60);
    assertThat(widest(Map.of("COLUMNS", "many"))).isBetween(61, 80);
    assertThat(widest(Map.of("COLUMNS", "500"))).isBetween(81, 100);
  }

  @Test
  void recordsWhatTheTextSays(@TempDir Path folder) {
    Path facts = folder.resolve("facts.json");
    Run.of("explain", CODE, "--record", facts.toString());
    assertThat(facts).content().contains(CODE);
    assertThat(Run.of("judge", facts.toString()).out()).contains(CODE);
  }

  @Test
  void reportsAlsoWhenCancelled() {
    CancellationToken cancelled = new CancellationToken();
    cancelled.cancel();
    Run run = Run.with(System.in, Map.of(), Terminal.NONE, cancelled, "explain", CODE);
    assertThat(run.out()).contains(CODE);
    assertThat(run.status()).isEqualTo(ExitStatus.OK);
  }

  private static boolean coloured(Map<String, String> environment) {
    return Run.onTerminal(environment, "explain", CODE).out().contains("\u001b");
  }

  private static int widest(Map<String, String> environment) {
    return Run.onTerminal(environment, "explain", CODE)
        .out()
        .lines()
        .mapToInt(String::length)
        .max()
        .orElse(0);
  }
}
