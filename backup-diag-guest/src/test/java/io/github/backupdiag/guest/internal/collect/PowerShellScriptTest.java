package io.github.backupdiag.guest.internal.collect;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.BackupDiagnosis;
import io.github.backupdiag.fact.guest.GuestOs;
import io.github.backupdiag.guest.internal.Subject;
import io.github.backupdiag.guestaccess.Question;
import io.github.backupdiag.probe.Probe;
import io.github.backupdiag.request.DiagnosisRequest;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** No PowerShell runs here: the text is taken apart instead. */
class PowerShellScriptTest {

  private static final List<Probe> PROBES =
      BackupDiagnosis.builder().build().probesFor(DiagnosisRequest.healthCheck());
  private static final String SCRIPT =
      CollectedQuestions.script(
          PROBES, BackupDiagnosis.builder().build().catalog(), GuestOs.Family.WINDOWS, null);

  /** The script without its strings and comments. */
  private static final String CODE = code(SCRIPT);

  @Test
  void isPlainText() {
    assertThat(SCRIPT.chars()).allMatch(c -> c == '\n' || (c >= ' ' && c <= '~'));
    assertThat(SCRIPT).doesNotContainPattern("@[A-Z]+@");
  }

  @Test
  void closesAllThatItOpens() {
    Deque<Character> open = new ArrayDeque<>();
    for (int i = 0; i < CODE.length(); i++) {
      char c = CODE.charAt(i);
      if ("([{".indexOf(c) >= 0) {
        open.push(c);
      } else if (")]}".indexOf(c) >= 0) {
        assertThat(open).as("before " + c).isNotEmpty();
        assertThat("([{".indexOf(open.pop())).isEqualTo(")]}".indexOf(c));
      }
    }
    assertThat(open).isEmpty();
  }

  @Test
  void callsNoCmdletButThree() {
    assertThat(words(CODE, "(?<![\\w$.])[A-Z][A-Za-z]+-[A-Z]\\w+"))
        .containsOnly("Set-StrictMode", "New-Object", "Sort-Object");
  }

  @Test
  void startsOnlyProgramsThatRead() {
    assertThat(words(SCRIPT, "(?<=Run \\d{1,4} @\\(')[^']+"))
        .containsOnly(
            "wevtutil.exe", "icacls.exe", "sc.exe", "vssadmin.exe", "fltmc.exe", "manage-bde.exe");
    assertThat(words(SCRIPT, "(?<='(?:icacls|sc|vssadmin)\\.exe',')[^']*(?:','[^']*)?"))
        .allMatch(line -> line.matches("(query|list)','.*|C:.*','/findsid"));
    assertThat(words(CODE, "\\[Diagnostics\\.Process\\]::\\w+"))
        .containsOnly("[Diagnostics.Process]::Start");
  }

  @Test
  void opensNothingForWriting() {
    assertThat(words(CODE, "FileMode\\]::\\w+")).containsOnly("FileMode]::Open");
    assertThat(words(CODE, "FileAccess\\]::\\w+")).containsOnly("FileAccess]::Read");
    assertThat(CODE)
        .doesNotContainPattern(
            "(?i)WriteAll|OpenWrite|CreateText|CreateSubKey|SetValue|DeleteSub|DeleteValue"
                + "|\\.Delete\\(|\\.Move|\\.Create\\(|SetAccess|SetAttributes|Invoke|Out-File|iex");
    assertThat(words(CODE, "OpenSubKey\\([^)]*\\)")).allMatch(call -> call.endsWith("$false)"));
  }

  @Test
  void usesNothingOfLaterVersions() {
    assertThat(CODE)
        .doesNotContainPattern("(?m)^\\s*(class|enum|using) |::new\\(|\\?\\?|&&|\\|\\|");
  }

  @Test
  void asksAllThatProbesAskOfWindows() {
    List<String> missing = new ArrayList<>();
    for (Question<?> question : AskedBeforehand.by(PROBES, GuestOs.Family.WINDOWS, null)) {
      String subject = Places.named(Subject.of(question));
      boolean ofWindows =
          question instanceof Question.Registry
              || subject.startsWith("C:/")
              || (question instanceof Question.Command && subject.contains(".exe"));
      String wanted =
          question instanceof Question.Command command
              ? "@("
                  + String.join(
                      ",", command.argv().stream().map(PowerShellQuestions::quoted).toList())
                  + ")"
              : PowerShellQuestions.quoted(subject);
      if (ofWindows && !SCRIPT.contains(" " + wanted)) {
        missing.add(subject);
      }
    }
    assertThat(missing).isEmpty();
  }

  @Test
  void callsOnlyFunctionsThatItHas() {
    List<String> functions = words(CODE, "(?<=function )\\w+");
    String body = SCRIPT.substring(SCRIPT.indexOf("function Questions"));
    assertThat(words(body, "(?m)(?<=^  )[A-Z]\\w+(?= ')")).isNotEmpty().isSubsetOf(functions);
  }

  private static List<String> words(String text, String pattern) {
    return Pattern.compile(pattern)
        .matcher(text)
        .results()
        .map(java.util.regex.MatchResult::group)
        .distinct()
        .toList();
  }

  private static String code(String script) {
    StringBuilder code = new StringBuilder();
    int at = 0;
    while (at < script.length()) {
      char c = script.charAt(at);
      int end = at + 1;
      if (c == '\'') {
        end = endOfQuote(script, at);
      } else if (c == '"') {
        end = endOfText(script, at);
      } else if (c == '#') {
        end = script.indexOf('\n', at);
      } else {
        code.append(c);
      }
      at = end;
    }
    return code.toString();
  }

  private static int endOfQuote(String script, int from) {
    int at = script.indexOf('\'', from + 1);
    while (script.startsWith("''", at)) {
      at = script.indexOf('\'', at + 2);
    }
    assertThat(at).as("end of the string at " + from).isPositive();
    return at + 1;
  }

  /** A backquote takes the next character as it is. */
  private static int endOfText(String script, int from) {
    int at = from + 1;
    while (script.charAt(at) != '"') {
      at += script.charAt(at) == '`' ? 2 : 1;
    }
    return at + 1;
  }
}
