package io.github.backupdiag.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is refused is refused with one line, status 2 and nothing on standard output. */
class UsageTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          explian x                            | did you mean 'explain'?
          --lang ko explain x                  | option '--lang' must follow a command
          help explian                         | did you mean 'explain'?
          explain                              | no text; give the error, or -
          explain -                            | standard input holds no text
          explain --lang kr x                  | unknown language 'kr'; known are en, ko, ja, zh-Hant
          explain --fromat json x              | did you mean '--format'?
          explain --format jsn x               | 'jsn' is not known; known are json, text, markdown, html
          explain x --format                   | option --format needs a value
          explain --format --lang en x         | option --format needs a value
          explain --lang en --lang ko x        | option --lang is given twice
          explain --assume-azure=yes x         | option --assume-azure takes no value
          explain --deadline 10 x              | '10' is no time for --deadline
          explain --deadline -1s x             | '-1s' is no time for --deadline
          explain --failed-at 2026-03-14 x     | '2026-03-14' is no time for --failed-at
          explain --record - x                 | --record needs a file
          explain --record /no/such/f x        | /no/such/f: cannot be written: its directory does not exist
          explain --batch x                    | --batch reads standard input
          explain --batch --format text        | --batch writes JSON only
          explain --batch --record f           | --batch records nothing
          diagnose x                           | give an error as --error TEXT
          diagnose --error -                   | standard input holds no text
          diagnose --root /no/such             | /no/such
          diagnose --root=                     | a file name is empty
          diagnose --facts /no/such            | /no/such: not found
          diagnose --no-guest --root /         | --root=DIR, --no-guest are mutually exclusive
          diagnose --root / --root /           | --root, --bundle, --facts, --no-guest: give only one of them, and once
          diagnose --facts - --error -         | only one of
          diagnose --bundle - --error -        | only one of
          diagnose --bundle /no/such           | /no/such: not found
          diagnose --bundle-dir /no/such       | /no/such cannot be listed: not found
          diagnose --bundle-dir /etc/hostname  | cannot be listed: not a directory
          diagnose --bundle-dir / --root /     | --bundle-dir and --root, --bundle, --facts, --no-guest exclude
          diagnose --bundle-dir / --format html| writes json or text only, not html
          diagnose --bundle-dir / --record f   | --bundle-dir records nothing
          diagnose --bundle-dir / --shard 3/2  | '3/2' is no part for --shard; write 1/4
          diagnose --bundle-dir / --shard 0/2  | '0/2' is no part for --shard
          diagnose --shard 1/2                 | --shard takes a part of --bundle-dir
          gather --bundle-dir / --out f        | unknown option
          collect-script                       | name the system of the guest: linux or windows
          collect-script solaris               | no script for 'solaris', only linux and windows
          collect-script linux windows         | name the system of the guest
          collect-script linux --format json   | a script has no format
          gather                               | name where to write: --out=FACTS.json, --bundle-out=FILE.zip
          gather --bundle-out                  | option --bundle-out needs a value
          gather --bundle-out - --no-guest     | option --bundle-out needs a file
          gather --bundle-out /no/such/f --no-guest | /no/such/f: cannot be written
          gather --out f --format text         | facts are written as JSON only
          gather --out /no/such/f --no-guest   | /no/such/f: cannot be written
          judge                                | give exactly one recording
          judge a b                            | give exactly one recording
          judge - --error -                    | only one of
          judge -                              | standard input
          judge /no/such                       | /no/such: not found
          list                                 | name what to list: codes, causes
          list codess                          | did you mean 'codes'?
          list codes a b                       | name what to list
          list codes --format html             | text or json only
          list codes --record f                | no facts to record
          """)
  void refusesWithOneLine(String words, String complaint) {
    Run run = Run.of(words.split(" "));
    assertThat(run.err()).startsWith("backup-diag: ").contains(complaint).hasLineCount(1);
    assertThat(run.status()).isEqualTo(ExitStatus.REFUSED);
    assertThat(run.out()).isEmpty();
  }

  @Test
  void asksForCommand() {
    Run run = Run.of();
    assertThat(run.err()).contains("no command").hasLineCount(1);
    assertThat(run.status()).isEqualTo(ExitStatus.REFUSED);
  }

  @Test
  void refusesEmptyText() {
    assertThat(Run.of("explain", " ").err()).contains("the text of the error is empty");
    assertThat(Run.of("diagnose", "--error", "").err()).contains("the text of the error is empty");
  }

  @Test
  void keepsControlCharactersOffTheTerminal() {
    assertThat(Run.of("a\n\u001b[31mb").err()).hasLineCount(1).doesNotContain("\u001b");
  }

  @Test
  void refusesDirectoryWithoutGuest(@TempDir Path empty) {
    Run run = Run.of("diagnose", "--root", empty.toString());
    assertThat(run.err()).contains(empty.toString()).hasLineCount(1);
    assertThat(run.status()).isEqualTo(ExitStatus.REFUSED);
  }

  @Test
  void refusesRecordingThatIsNone(@TempDir Path folder) throws Exception {
    Path file = Files.writeString(folder.resolve("facts.json"), "{\n\"facts\": ]");
    Run run = Run.of("judge", file.toString());
    assertThat(run.err()).contains("facts.json:2: ").hasLineCount(1);
    assertThat(run.status()).isEqualTo(ExitStatus.REFUSED);
  }

  @Test
  void refusesDirectoryAsRecordingAndAsOutput(@TempDir Path folder) {
    assertThat(Run.of("judge", folder.toString()).err()).contains("is a directory");
    assertThat(Run.of("gather", "--no-guest", "--out", folder.toString()).err())
        .contains("is a directory");
  }

  @Test
  void refusesNameThatNoFileCanHave() {
    assertThat(Run.of("judge", "a\0b").err())
        .contains("no file name in this locale")
        .hasLineCount(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"explain", "diagnose", "gather", "judge", "collect-script", "scan", "list"})
  void showsHelpOfEachCommand(String command) {
    Run run = Run.of(command, "--help");
    assertThat(run.out())
        .startsWith("Usage: backup-diag " + command)
        .contains("--format", "--lang", "--deadline", "--record", "--assume-azure", "Exit status");
    assertThat(run.out().lines()).allMatch(line -> line.length() <= 100);
    assertThat(run.status()).isZero();
    assertThat(Run.of("help", command)).isEqualTo(run);
  }

  @Test
  void showsHelpOfTheProgram() {
    Run run = Run.of("--help");
    assertThat(run.out()).contains(Cli.COMMANDS).contains("Exit status");
    assertThat(run.status()).isZero();
    assertThat(Run.of("-h")).isEqualTo(run);
  }

  @Test
  void tellsItsVersion() {
    assertThat(Run.of("--version").out()).startsWith("backup-diag ").hasLineCount(1);
  }

  @Test
  void reportsInternalErrorWithoutTrace() {
    InputStream input =
        new BrokenInput(
            () -> {
              throw new IllegalStateException("broken on purpose");
            });
    Run run = Run.withInput(input, "explain", "-");
    assertThat(run.err())
        .isEqualTo(
            "backup-diag: internal error, please report it:"
                + " java.lang.IllegalStateException: broken on purpose\n");
    assertThat(run.status()).isEqualTo(ExitStatus.REFUSED);
  }

  @Test
  void tellsTheWayOutWhenMemoryIsShort() {
    InputStream input =
        new BrokenInput(
            () -> {
              throw new OutOfMemoryError("Java heap space");
            });
    Run run = Run.withInput(input, "explain", "-");
    assertThat(run.err()).contains("not enough memory").contains("-Xmx").hasLineCount(1);
    assertThat(run.status()).isEqualTo(ExitStatus.REFUSED);
  }

  @Test
  void keepsCommandsAndTheirNamesTogether() {
    assertThat(Cli.COMMANDS)
        .allMatch(
            name -> Cli.commandLine(Cli.command(name, Run.UNUSED)).getCommandName().equals(name));
    assertThat(List.of("explain", "diagnose", "gather", "judge", "collect-script", "scan", "list"))
        .isEqualTo(Cli.COMMANDS);
  }

  private static final class BrokenInput extends InputStream {

    private final Runnable fault;

    BrokenInput(Runnable fault) {
      this.fault = fault;
    }

    @Override
    public int read() {
      fault.run();
      return -1;
    }

    @Override
    public int read(byte[] bytes, int from, int length) {
      return read();
    }
  }
}
