package io.github.backupdiag.internal.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.backupdiag.catalog.CatalogException;
import io.github.backupdiag.catalog.CatalogSource;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One damage each to a sound catalog: refused with file, line, what is wrong and a suggestion. */
class DamagedCatalogTest {

  @Test
  void isRefusedOnlyWhenDamaged() {
    LoadedCatalog sound = LoadedCatalog.onlyOf(List.of(JsonSource.of("acme", JsonSource.SOUND)));

    assertThatCode(sound::loadAll).doesNotThrowAnyException();
  }

  @ParameterizedTest(name = "{index}: {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'schemaVersion': '1.0' | 'schemaVersion': '2.0' | 1: schemaVersion '2.0' cannot be read by this version; expected '1.0'",
        "'schemaVersion': '1.0', | `` | 1: 'schemaVersion' is missing; give it a text",
        "'schemaVersion': '1.0', | 'schemaVersion': '1.0', 'extra': 1, | 1: field 'extra' is not known",
        "'codes': [ | 'codez': [ | 2: field 'codez' is not known; did you mean 'codes'?",
        "'messages': [ | 'messages': 3, 'x': [ | 16: 'messages' must be an array, not a number",
        "'causes': ['disk-full'], 'retr | 'causes': ['disk-ful'], 'retr | 3: cause 'disk-ful' is not defined; did you mean 'disk-full'?",
        "'causes': ['disk-full'], 'retr | 'causes': ['zzz'], 'retr | 3: cause 'zzz' is not defined",
        "'causes': ['disk-full'], 'retr | 'causes': [], 'retr | 3: code 'DiskError' has no causes; name at least one",
        "'causes': ['disk-full'], 'retr | 'extends': true, 'causes': ['disk-full'], 'retr | 3: extended code 'DiskError' is not defined",
        "'retryable': 'no' | 'retryable': 'never' | 3: 'retryable' is 'never'; expected one of yes, no, conditional, unknown",
        "'retryable': 'no' | 'numbers': [true] | 3: 'numbers' must hold whole numbers, not a flag",
        "'aliases': ['DiskTrouble'] | 'aliases': 'DiskTrouble' | 3: 'aliases' must be an array, not a text",
        "'aliases': ['DiskTrouble'] | 'aliases': [{}] | 3: 'aliases' must hold texts, not an object",
        "'aliases': ['DiskTrouble'] | 'alias': ['DiskTrouble'] | 3: field 'alias' is not known; did you mean 'aliases'?",
        "'code': 'DiskError', 'aliases' | 'aliases' | 3: 'code' is missing; give it a text",
        "'leadsTo': ['disk-slow'] | 'leadsTo': ['disk-slw'] | 5: cause 'disk-slw' is not defined; did you mean 'disk-slow'?",
        "'leadsTo': [] | 'leadsTo': ['disk-full'] | 5: leadsTo runs in a circle: disk-full -> disk-slow -> disk-full; take one step out",
        "'leadsTo': [] | 'leadsTo': ['disk-slow'] | 7: leadsTo runs in a circle: disk-slow -> disk-slow; take one step out",
        "'remediations': ['free-disk']}, | 'remediations': ['fre-disk']}, | 5: remediation 'fre-disk' is not defined; did you mean 'free-disk'?",
        "'remediations': ['free-disk']}, | 'remediations': []}, | 5: cause 'disk-full' has no remediation; name one",
        "'prior': 'often', | `` | 5: 'prior' is missing; give it a text",
        "'prior': 'often' | 'prior': 'always' | 6: 'prior' is 'always'; expected one of often, sometimes, rarely",
        "'prior': 'often' | 'prior': 2 | 6: 'prior' must be a text, not a number",
        "'kind': 'fault' | 'kind': 'bug' | 5: 'kind' is 'bug'; expected one of fault, informational, envelope",
        "'planes': ['guest'] | 'planes': ['moon'] | 5: 'planes' is 'moon'; expected one of azure, guest",
        "'id': 'disk-slow' | 'id': null | 7: 'id' is missing; give it a text",
        "'id': 'disk-full', 'kind' | 'id': 'disk-full', 'danger': 'very', 'kind' | 5: 'danger' must be true or false, not a text",
        "'causes': [~ | 'causes': [7,~ | 4: expected an object, found a number",
        "'os': ['linux'], 'risk' | 'os': ['amiga'], 'risk' | 10: 'os' is 'amiga'; expected one of linux, windows",
        "'os': ['linux'], 'risk' | 'risk' | 10: 'os' must name linux, windows or both",
        "'risk': 'service-restart' | 'risk': 'mild' | 10: 'risk' is 'mild'; expected one of none, low, service-restart, connection-loss, weakens-security, unprotected-data, data-loss-possible",
        "{'id': 'warning', 'kind': 'text'}, | `` | 10: remediation 'free-disk' has risk service-restart; its first step must be the one with id 'warning'",
        "'versions': {'min': '1.0', 'below': '1.2'} | 'versions': {} | 19: 'versions' names none; name min, below or seen",
        "'versions': {'min': '1.0', 'below': '1.2'}, | `` | 19: 'versions' is missing; name min, below or seen",
        "'below': '1.2' | 'below': 'two' | 19: 'two' is no version; write numbers and dots: 1.0.9220",
        "'below': '1.2' | 'belov': '1.2' | 19: field 'belov' is not known; did you mean 'below'?",
        "'python': '3.12' | 'pyton': '3.12' | 20: field 'pyton' is not known; did you mean 'python'?",
        "{'signature': 'no-space', | {'signature': 'no-spase', | 19: signature 'no-spase' is not defined; did you mean 'no-space'?",
        "'alsoHolds': 'left' | 'with': 'no-room' | 19: signature 'no-room' is not defined",
        "'causes': ['disk-full'], 'fixedIn' | 'causes': ['disk-ful'], 'fixedIn' | 19: cause 'disk-ful' is not defined; did you mean 'disk-full'?",
        "'causes': ['disk-full'], 'fixedIn' | 'causes': [], 'fixedIn' | 19: defect 'old-disk' has no causes; name one",
        "'steps': [ | 'stepz': [ | 10: remediation 'free-disk' has no steps; add one",
        "{'id': 'warning', 'kind': 'text'} | 'warning' | 11: expected an object, found a text",
        "'kind': 'text'} | 'kind': 'text', 'command': 'ls'} | 11: a step of kind text has no command; remove it",
        "'id': 'remove' | 'id': 'warning' | 12: step 'free-disk/warning' stands here for the second time; rename one",
        "'id': 'remove', | `` | 12: 'id' is missing; give it a text",
        "'kind': 'bash' | 'kind': 'sh' | 12: 'kind' is 'sh'; expected one of text, portal, az, powershell, bash, cmd",
        ", 'command': 'rm {path}' | `` | 12: step 'free-disk/remove' has no command; name one for bash",
        "'command': 'rm {path}' | 'command': ['rm'] | 12: 'command' must be a text, not an array",
        "'os': 'linux' | 'os': 'windows' | 14: signature 'no-space' of windows points to 'disk-full', a cause of linux; remove it or correct its os",
        "'literal': 'No space' | 'literal': '' | 14: 'literal' is missing; give it a text",
        "'severity': 'error' | 'severity': 'fatal' | 14: 'severity' is 'fatal'; expected one of error, warning, info, milestone, benign",
        "'severity': 'error' | 'noise': {'fewerThan': 2}, 'severity': 'error' | 14: only a benign signature has 'noise'; remove it",
        "'severity': 'error' | 'severity': 'warning' | 14: signature 'no-space' proves, so it must be an error and point to exactly one cause of kind fault",
        "'causes': ['disk-full'], 'proves' | 'causes': ['disk-full', 'disk-slow'], 'proves' | 14: signature 'no-space' proves, so it must be an error and point to exactly one cause of kind fault",
        "'causes': ['disk-full'], 'proves' | 'causes': ['disk-fall'], 'proves' | 14: cause 'disk-fall' is not defined; did you mean 'disk-full'?",
        "'proves': true | 'proves': 'yes' | 15: 'proves' must be true or false, not a text",
        "'milestone': 0 | 'milestone': 'first' | 15: 'milestone' must be a whole number, not a text",
        "{'code': 'DiskError', 'language' | {'code': 'DiskEror', 'language' | 17: code 'DiskEror' is not defined; did you mean 'DiskError'?",
        "'text': 'The disk is full.', | `` | 17: 'text' is missing; give it a text",
      })
  void isRefused(String sound, String damaged, String problem) {
    String before = sound.replace('~', '\n');
    int at = JsonSource.SOUND.indexOf(before);
    assertThat(at).as("'%s' is in the sound catalog", before).isNotNegative();

    List<String> problems =
        problemsOf(
            JsonSource.of(
                "acme",
                JsonSource.SOUND.substring(0, at)
                    + damaged.replace('~', '\n')
                    + JsonSource.SOUND.substring(at + before.length())));

    assertThat(problems)
        .contains("acme.json:" + problem)
        .doesNotHaveDuplicates()
        .allMatch(line -> line.matches("acme\\.json:[0-9]+: \\S[^\\n]*"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[] | acme.json:1: expected an object, found an array",
        "7 | acme.json:1: expected an object, found a number",
        "{'schemaVersion': '1.0', ~'causes': [} | acme.json:2: not readable as JSON: Unexpected close",
        "{'a': 1,~ 'a': 2} | acme.json:2: not readable as JSON: Duplicate field 'a'",
      })
  void isRefusedAsAWhole(String document, String problem) {
    List<String> problems = problemsOf(JsonSource.of("acme", document.replace('~', '\n')));

    assertThat(problems).singleElement().asString().startsWith(problem);
  }

  @Test
  void isRefusedWithTheProblemsOfAllKindsTogether() {
    String damaged =
        JsonSource.SOUND
            .replace("'retryable': 'no'", "'retryable': 'never'")
            .replace("'prior': 'rarely'", "'prior': 'seldom'")
            .replace("'kind': 'bash'", "'kind': 'sh'")
            .replace("'milestone': 0", "'milestone': 'first'")
            .replace("'language': 'en', ", "");

    assertThat(problemsOf(JsonSource.of("acme", damaged)))
        .extracting(line -> line.replaceAll("^acme.json:([0-9]+):.*", "$1"))
        .containsExactlyInAnyOrder("3", "8", "12", "15", "17");
  }

  @Test
  void isRefusedWithAtMostFiftyProblemsAndTheNumberOfTheOthers() {
    String codes =
        IntStream.range(0, 60)
            .mapToObj(i -> "{'code': 'Code" + i + "'}")
            .collect(Collectors.joining(",\n"));

    List<String> problems =
        problemsOf(JsonSource.of("acme", "{'schemaVersion': '1.0', 'codes': [" + codes + "]}"));

    assertThat(problems).hasSize(51);
    assertThat(problems.get(50)).isEqualTo("10 more problems are not listed; mend these first");
  }

  @Test
  void isRefusedByTheNameOfItsSourceWhenItCannotBeOpened() {
    assertThat(problemsOf(source(new IOException("no such file"))))
        .containsExactly(
            "acme.json:1: the source cannot open it: java.io.IOException: no such file");
    assertThat(problemsOf(source(new IllegalStateException("closed"))))
        .containsExactly(
            "acme.json:1: the source cannot open it: java.lang.IllegalStateException: closed");
    assertThat(problemsOf(source(null)))
        .containsExactly("acme.json:1: the source has no document; return one from open()");
  }

  private static CatalogSource source(Exception failure) {
    return new CatalogSource() {
      @Override
      public String id() {
        return "acme";
      }

      @Override
      public InputStream open() throws IOException {
        if (failure instanceof IOException cannotRead) {
          throw cannotRead;
        }
        if (failure instanceof RuntimeException fault) {
          throw fault;
        }
        return null;
      }
    };
  }

  private static List<String> problemsOf(CatalogSource source) {
    LoadedCatalog catalog = LoadedCatalog.onlyOf(List.of(source));
    CatalogException refused = catchThrowableOfType(CatalogException.class, catalog::loadAll);
    assertThat(refused).as("the catalog was taken").isNotNull();
    return refused.problems();
  }
}
