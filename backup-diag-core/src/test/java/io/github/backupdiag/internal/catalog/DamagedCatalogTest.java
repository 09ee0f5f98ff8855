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
        "'literal': 'No space' | 'literal': '[7]' | 14: 'literal' has 3 bytes; give it from 4 to 1024",
        "'literal': 'No space' | 'literal': 'No\\nspace' | 14: 'literal' holds an end of line; give it what one line holds",
        "'literal': 'No space' | 'literal': 'No space', 'regex': 'No (space' | 14: 'regex' is no expression of RE2: missing closing ): No (space; correct it",
        "'literal': 'No space' | 'literal': 'No space', 'regex': '(?=No) space' | 14: 'regex' is no expression of RE2: invalid or unsupported Perl syntax: (?=; correct it",
        "'severity': 'error' | 'severity': 'fatal' | 14: 'severity' is 'fatal'; expected one of error, warning, info, milestone, benign",
        "'severity': 'error' | 'noise': {'fewerThan': 2}, 'severity': 'error' | 14: only a benign signature has 'noise'; remove it",
        "'severity': 'error' | 'severity': 'warning' | 14: signature 'no-space' proves, so it must be an error and point to exactly one cause of kind fault",
        "'causes': ['disk-full'], 'proves' | 'causes': ['disk-full', 'disk-slow'], 'proves' | 14: signature 'no-space' proves, so it must be an error and point to exactly one cause of kind fault",
        "'causes': ['disk-full'], 'proves' | 'causes': ['disk-fall'], 'proves' | 14: cause 'disk-fall' is not defined; did you mean 'disk-full'?",
        "'proves': true | 'proves': 'yes' | 15: 'proves' must be true or false, not a text",
        "'milestone': 0 | 'milestone': 'first' | 15: 'milestone' must be a whole number, not a text",
        "{'code': 'DiskError', 'language' | {'code': 'DiskEror', 'language' | 17: code 'DiskEror' is not defined; did you mean 'DiskError'?",
        "'text': 'The disk is full.', | `` | 17: 'text' is missing; give it a text",
        "'defects': [ | 'defekts': [ | 18: field 'defekts' is not known; did you mean 'defects'?",
        "'component': 'disk', | `` | 19: 'component' is missing; give it a text",
        "'component': 'disk' | 'component': 7 | 19: 'component' must be a text, not a number",
        "'component': 'disk' | 'komponent': 'disk' | 19: field 'komponent' is not known; did you mean 'component'?",
        "'versions': {'min': '1.0', 'below': '1.2'} | 'versions': '1.0' | 19: 'versions' must be an object, not a text",
        "'below': '1.2' | 'below': '0.9' | 19: 'below' is '0.9', which is not behind 'min' 1.0; correct one",
        "'below': '1.2' | 'seen': ['1.x'] | 19: '1.x' is no version; write numbers and dots: 1.0.9220",
        "'below': '1.2' | 'seen': '1.1' | 19: 'seen' must be an array, not a text",
        "{'python': '3.12', 'distributions': ['sles'], 'distributionVersion': '15'} | {} | 20: 'condition' names none; name python, distributions or distributionVersion, or leave it out",
        "{'python': '3.12', 'distributions': ['sles'], 'distributionVersion': '15'} | 3.12 | 20: 'condition' must be an object, not a number",
        "'python': '3.12' | 'python': 3.12 | 20: 'python' must be a text, not a number",
        "{'signature': 'no-space', | { | 21: 'signature' is missing; give it a text",
        "'atLeast': 2 | 'atLeast': 0 | 21: 'atLeast' is 0; give 1 or more",
        "'atLeast': 2 | 'atLeast': 1.5 | 21: 'atLeast' must be a whole number, not 1.5",
        "'atLeast': 2 | 'atLeast': 'two' | 21: 'atLeast' must be a whole number, not a text",
        "'atLeast': 2 | 'atLest': 2 | 21: field 'atLest' is not known; did you mean 'atLeast'?",
        "'fixedIn': '1.2' | 'fixedIn': '1.1' | 22: 'fixedIn' is '1.1', which 'versions' say has the defect; correct one",
        "'fixedIn': '1.2' | 'fixedIn': 'never' | 22: 'never' is no version; write numbers and dots: 1.0.9220",
        "'checks': [~ | 'cheks': [~ | 23: field 'cheks' is not known; did you mean 'checks'?",
        "'checks': [~ | 'checks': ['guest.linux.x',~ | 23: expected an object, found a text",
        "'id': 'guest.linux.acme-disk', | `` | 24: 'id' is missing; give it a text",
        "'id': 'guest.linux.acme-disk' | 'id': 'azure.acme-disk' | 26: 'azure.acme-disk' of 'checks' is defined at acme.json:24 already; rename it, or say \"replaces\": true",
        "'plane': 'guest' | 'plane': 'host' | 24: 'plane' is 'host'; expected one of azure, guest",
        "'plane': 'guest' | 'plain': 'guest' | 24: field 'plain' is not known; did you mean 'plane'?",
        "'strength': 'proves' | 'strength': 'proofs' | 24: 'strength' is 'proofs'; expected one of proves, suggests, context",
        "'strength': 'proves' | 'strength': true | 24: 'strength' must be a text, not a flag",
        "'os': ['linux'], 'strength' | 'os': [], 'strength' | 24: 'os' must name linux, windows or both",
        "'os': ['linux'], 'strength' | 'os': ['windows'], 'strength' | 24: check 'guest.linux.acme-disk' of windows points to 'disk-full', a cause of linux; remove it or correct its os",
        "'proves': ['disk-full'] | 'proves': ['disk-ful'] | 24: cause 'disk-ful' is not defined; did you mean 'disk-full'?",
        "'proves': ['disk-full'] | 'proves': 'disk-full' | 25: 'proves' must be an array, not a text",
        "'proves': ['disk-full'] | 'proves': [] | 24: check 'guest.linux.acme-disk' must name what it proves if, and only if, it proves",
        "'proves': ['disk-full'] | 'proves': ['disk-full'], 'actions': ['Microsoft.Compute/disks/read'] | 25: check 'guest.linux.acme-disk' looks into the guest, which takes no Azure actions; remove them, or say \"plane\": \"azure\"",
        "'proves': ['disk-full'] | 'proves': ['disk-full'], 'notCheckable': 'yes' | 25: 'notCheckable' must be true or false, not a text",
        "'Microsoft.Compute/disks/read' | 'read the disks' | 27: 'read the disks' is no Azure action; write it like Microsoft.Compute/virtualMachines/read",
        "'Microsoft.Compute/disks/read' | 1 | 27: 'actions' must hold texts, not a number",
        "'errors': [~ | 'errors': {},~'x': [ | 28: 'errors' must be an array, not an object",
        "'errors': [~ | 'error': [~ | 28: field 'error' is not known; did you mean 'errors'?",
        "'kind': 'acme', | `` | 29: 'kind' is missing; give it a text",
        "'value': '0x80042301' | 'value': '0x8004230G' | 29: 'value' is '0x8004230G'; write 0x and eight hexadecimal digits, or a whole number",
        "'value': '0x80042301' | 'value': '0X80042301' | 29: 'value' is '0X80042301'; write it '0x80042301'",
        "'value': '0x80042301' | 'value': 2147754753 | 29: 'value' must be a text, not a number",
        "'value': '0x80042301', | `` | 29: 'value' is missing; give it a text",
        "'symbol': 'E_DISK' | 'symbol': ['E_DISK'] | 29: 'symbol' must be a text, not an array",
        "'symbol': 'E_DISK' | 'simbol': 'E_DISK' | 29: field 'simbol' is not known; did you mean 'symbol'?",
        "'decimals': [-2147212543] | 'decimals': ['-2147212543'] | 29: 'decimals' must hold whole numbers, not a text",
        "'decimals': [-2147212543] | 'decimals': [2.5] | 29: 'decimals' must hold whole numbers, not 2.5",
        "'decimals': [-2147212543] | 'decimals': [5] | 29: 5 is not 0x80042301; write -2147212543 or 2147754753",
        "'retryable': 'no', 'causes' | 'retryable': 'conditional', 'causes' | 30: 'retryable' is 'conditional'; expected one of yes, no, unknown",
        "'retryable': 'no', 'causes' | 'causes' | 29: 'retryable' is missing; give it a text",
        "'causes': ['disk-slow'] | 'causes': ['disk-slw'] | 29: cause 'disk-slw' is not defined; did you mean 'disk-slow'?",
        "'codes': ['DiskError'] | 'codes': ['DiskEror'] | 29: code 'DiskEror' is not defined; did you mean 'DiskError'?",
        "'codes': ['DiskError'] | 'codes': [true] | 30: 'codes' must hold texts, not a flag",
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

  /** Another source brings an entry, a little different, that the sound catalog has already. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "checks | 24 | guest.linux.acme-disk | {'id': 'guest.linux.acme-disk', 'plane': 'guest', 'os': ['linux'], 'strength': 'context'}",
        "errors | 29 | acme.0x80042301 | {'kind': 'acme', 'value': '0x80042301', 'retryable': 'yes'}",
        "defects | 19 | old-disk | {'id': 'old-disk', 'component': 'tape', 'versions': {'below': '2'}, 'causes': ['disk-full']}",
        "signatures | 14 | no-space | {'id': 'no-space', 'log': 'waagent', 'os': 'any', 'literal': 'full', 'severity': 'info'}",
        "remediations | 10 | free-disk | {'id': 'free-disk', 'os': ['linux'], 'risk': 'low', 'steps': [{'id': 'a', 'kind': 'text'}]}",
      })
  void isRefusedWithBothPlacesOfAnEntryThatTwoFilesHave(
      String kind, int line, String id, String entry) {
    String other = "{'schemaVersion': '1.0',\n'" + kind + "': [\n" + entry + "]}";
    JsonSource sound = JsonSource.of("acme", JsonSource.SOUND);

    assertThat(problemsOf(sound, JsonSource.of("more", other)))
        .containsExactly(
            "more.json:3: '%s' of '%s' is defined at acme.json:%d already; rename it, or say \"replaces\": true"
                .formatted(id, kind, line));
    LoadedCatalog meant =
        LoadedCatalog.onlyOf(
            List.of(sound, JsonSource.of("more", other.replace("\n{", "\n{'replaces': true, "))));
    assertThatCode(meant::loadAll).doesNotThrowAnyException();
  }

  @Test
  void isRefusedWhenACauseOfOursNamesACheckThatIsNotDescribed() {
    String damaged =
        JsonSource.SOUND.replace(
            "'leadsTo': ['disk-slow']", "'leadsTo': [], 'checks': ['guest.linux.acme-dsik']");

    assertThat(problemsOf(JsonSource.of("catalog/acme", damaged)))
        .containsExactly(
            "catalog/acme.json:5: check 'guest.linux.acme-dsik' is not defined;"
                + " did you mean 'guest.linux.acme-disk'?");
  }

  @Test
  void isRefusedWithTheProblemsOfAllKindsTogether() {
    String damaged =
        JsonSource.SOUND
            .replace("'retryable': 'no'", "'retryable': 'never'")
            .replace("'prior': 'rarely'", "'prior': 'seldom'")
            .replace("'kind': 'bash'", "'kind': 'sh'")
            .replace("'milestone': 0", "'milestone': 'first'")
            .replace("'atLeast': 2", "'atLeast': 0")
            .replace("'strength': 'suggests'", "'strength': 'hints'")
            .replace("'language': 'en', ", "");

    assertThat(problemsOf(JsonSource.of("acme", damaged)))
        .extracting(line -> line.replaceAll("^acme.json:([0-9]+):.*", "$1"))
        .containsExactlyInAnyOrder("3", "8", "12", "15", "17", "21", "26", "30");
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

  private static List<String> problemsOf(CatalogSource... sources) {
    LoadedCatalog catalog = LoadedCatalog.onlyOf(List.of(sources));
    CatalogException refused = catchThrowableOfType(CatalogException.class, catalog::loadAll);
    assertThat(refused).as("the catalog was taken").isNotNull();
    return refused.problems();
  }
}
