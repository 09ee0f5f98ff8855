package io.github.backupdiag.internal.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.backupdiag.catalog.CatalogException;
import io.github.backupdiag.catalog.Cause;
import io.github.backupdiag.catalog.Check;
import io.github.backupdiag.catalog.ErrorCode;
import io.github.backupdiag.catalog.KnownDefect;
import io.github.backupdiag.catalog.LogSignature;
import io.github.backupdiag.catalog.NumericError;
import io.github.backupdiag.catalog.Os;
import io.github.backupdiag.catalog.PortalMessage;
import io.github.backupdiag.catalog.Retry;
import io.github.backupdiag.catalog.Texts;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class LoadedCatalogTest {

  private static final String MORE =
      """
      {'schemaVersion': '1.0',
       'codes': [{'code': 'DiskError', 'extends': true, 'aliases': ['DiskWoe'], 'causes': ['tape-torn']}],
       'causes': [
        {'id': 'tape-torn', 'kind': 'envelope', 'topic': 'tape', 'os': ['linux', 'windows'],
         'planes': ['guest'], 'prior': 'rarely'}]}
      """;

  private static LoadedCatalog only(JsonSource... sources) {
    return LoadedCatalog.onlyOf(List.of(sources));
  }

  private static String words(String language, String texts) {
    return "{'schemaVersion': '1.0', 'language': '" + language + "', 'texts': {" + texts + "}}";
  }

  private static JsonSource sound() {
    return JsonSource.of("acme", JsonSource.SOUND);
  }

  @Test
  void findsACodeByNameAndAliasInAnyCase() {
    LoadedCatalog catalog = only(sound());

    ErrorCode code = catalog.code("diskerror");

    assertThat(code).isNotNull().isSameAs(catalog.code("DISKTROUBLE"));
    assertThat(code.causes()).containsExactly("disk-full");
    assertThat(catalog.code("NoSuchCode")).isNull();
    assertThat(catalog.codes()).containsExactly(code);
  }

  @Test
  void givesEntriesOfEveryKind() {
    LoadedCatalog catalog = only(sound());

    assertThat(catalog.causes()).extracting(Cause::id).containsExactly("disk-full", "disk-slow");
    assertThat(catalog.cause("disk-full").os()).containsExactly(Os.LINUX);
    assertThat(catalog.cause("nothing")).isNull();
    assertThat(catalog.remediation("free-disk").steps())
        .extracting("id")
        .containsExactly("free-disk/warning", "free-disk/remove");
    assertThat(catalog.remediation("nothing")).isNull();
    assertThat(catalog.signatures()).extracting(LogSignature::proves).containsExactly(true);
    assertThat(catalog.defects()).extracting(KnownDefect::fixedIn).containsExactly("1.2");
    assertThat(catalog.checks())
        .extracting(Check::id)
        .containsExactly("azure.acme-disk", "guest.linux.acme-disk");
    assertThat(catalog.errors()).extracting(NumericError::id).containsExactly("acme.0x80042301");
    assertThat(catalog.remediations()).containsExactly(catalog.remediation("free-disk"));
    assertThat(catalog.messages())
        .containsExactly(new PortalMessage("DiskError", "en", "The disk is full.", false));
  }

  @Test
  void readsNumbersMarksAndSystemsAsTheSchemaWritesThem() {
    String document =
        JsonSource.SOUND
            .replace(
                "'retryable': 'no'",
                "'numbers': [400239, -5], 'obsolete': {'reason': 'old', 'since': '2023-09'}")
            .replace("'os': 'linux'", "'os': 'any'");

    LoadedCatalog catalog = only(JsonSource.of("acme", document));

    assertThat(catalog.code("DiskError").numbers()).containsExactly("400239", "-5");
    assertThat(catalog.code("DiskError").obsolete()).isTrue();
    assertThat(catalog.code("DiskError").obsoleteSince()).isEqualTo("2023-09");
    assertThat(catalog.code("DiskError").retry()).isEqualTo(Retry.UNKNOWN);
    assertThat(catalog.signatures().get(0).os()).containsExactlyInAnyOrder(Os.values());
  }

  @Test
  void addsCausesOfAnExtensionBehindTheKnownOnes() {
    LoadedCatalog catalog = only(sound(), JsonSource.of("more", MORE));

    ErrorCode code = catalog.code("DiskError");

    assertThat(code.causes()).containsExactly("disk-full", "tape-torn");
    assertThat(code.aliases()).containsExactly("DiskTrouble", "DiskWoe");
    assertThat(code.retry().verdict()).isEqualTo("no");
    assertThat(catalog.code("diskwoe")).isSameAs(code);
  }

  @Test
  void namesThePlaceOfTheExtensionWhenItIsWrong() {
    LoadedCatalog catalog =
        only(sound(), JsonSource.of("more", MORE.replace("['tape-torn']", "['tape-tron']")));

    assertProblems(
        catalog, "more.json:2: cause 'tape-tron' is not defined; did you mean 'tape-torn'?");
  }

  @Test
  void putsAnEntryInThePlaceOfAnotherOnlyOnPurpose() {
    String cause =
        "{'id': 'disk-full', 'kind': 'envelope', 'topic': 'tape', 'os': ['linux'],"
            + " 'planes': ['guest'], 'prior': 'rarely'%s}";
    String document = "{'schemaVersion': '1.0', 'causes': [" + cause + "]}";
    JsonSource meant = JsonSource.of("more", document.formatted(", 'replaces': true"));
    JsonSource mistaken = JsonSource.of("more", document.formatted(""));

    assertThat(only(sound()).cause("disk-full").topic()).isEqualTo("disk");
    assertThat(only(sound(), meant).cause("disk-full").topic()).isEqualTo("tape");
    assertThat(only(sound(), meant).causes()).hasSize(2);
    assertProblems(
        only(sound(), mistaken),
        "more.json:1: 'disk-full' of 'causes' is defined at acme.json:5 already;"
            + " rename it, or say \"replaces\": true");
  }

  @Test
  void checksNothingOfWhatWasReplaced() {
    JsonSource wrong = JsonSource.of("more", MORE.replace("['tape-torn']", "['tape-tron']"));
    JsonSource mended =
        JsonSource.of(
            "mended",
            "{'schemaVersion': '1.0', 'codes': ["
                + "{'code': 'DiskError', 'replaces': true, 'causes': ['disk-slow']}]}");

    LoadedCatalog catalog = only(sound(), wrong, mended);
    catalog.loadAll();

    assertThat(catalog.code("DiskError").causes()).containsExactly("disk-slow");
    assertThat(catalog.code("DiskWoe")).isNull();
    assertProblems(
        only(sound(), mended, wrong),
        "more.json:2: cause 'tape-tron' is not defined; did you mean 'tape-torn'?");
  }

  @Test
  void refusesANameThatTwoCodesShareAndNamesBothPlaces() {
    String other =
        "{'schemaVersion': '1.0', 'codes': [{'code': 'DISKTROUBLE', 'causes': ['disk-full']}]}";

    assertProblems(
        only(sound(), JsonSource.of("more", other)),
        "more.json:1: code 'DISKTROUBLE' has the name 'DISKTROUBLE', which 'DiskError' at"
            + " acme.json:3 has already; remove one");
  }

  @Test
  void readsNothingBeforeItIsAskedAndEachDocumentOnce() {
    JsonSource source = sound().texts("en", words("en", ""));
    LoadedCatalog catalog = only(source);
    assertThat(source.opened).isEmpty();

    catalog.code("DiskError");
    catalog.signatures();
    catalog.loadAll();
    assertThat(source.opened).containsExactly("entries");

    catalog.texts(Locale.ENGLISH).find("cause.disk-full.title");
    catalog.texts(Locale.ENGLISH).find("cause.disk-slow.title");
    assertThat(source.opened).containsExactly("entries", "en");
  }

  @Test
  void findsCodesAlthoughTheTextsAreBroken() {
    LoadedCatalog catalog = only(sound().texts("en", "{'texts':"));

    assertThat(catalog.code("DiskError")).isNotNull();
    Texts texts = catalog.texts(Locale.ENGLISH);
    assertThatExceptionOfType(CatalogException.class)
        .isThrownBy(() -> texts.find("cause.disk-full.title"))
        .withMessageStartingWith("acme.en.json:1: not readable as JSON: ");
  }

  @Test
  void namesTextsThatAreNone() {
    LoadedCatalog numbers =
        only(sound().texts("en", words("en", "'a.b': 'x',\n 'cause.x.title': 7")));
    LoadedCatalog list =
        only(sound().texts("en", "{'schemaVersion': '1.0', 'language': 'en',\n'texts': []}"));

    assertThatExceptionOfType(CatalogException.class)
        .isThrownBy(() -> numbers.texts(Locale.ENGLISH).find("a.b"))
        .withMessage("acme.en.json:2: 'cause.x.title' must be a text, not a number");
    assertThatExceptionOfType(CatalogException.class)
        .isThrownBy(() -> list.texts(Locale.ENGLISH).find("a.b"))
        .withMessage("acme.en.json:2: 'texts' must be an object, not an array");
  }

  @Test
  void fallsBackToEnglishTextByText() {
    JsonSource source =
        sound()
            .texts("en", words("en", "'cause.a.title': 'one', 'evidence.b': 'two'"))
            .texts("ko", words("ko", "'cause.a.title': '하나'"));

    Texts korean = only(source).texts(Locale.KOREA);
    Texts french = only(source).texts(Locale.FRENCH);

    assertThat(korean.language()).isEqualTo("ko");
    assertThat(korean.find("cause.a.title")).isEqualTo("하나");
    assertThat(korean.find("evidence.b")).isEqualTo("two");
    assertThat(korean.find("report.c")).isNull();
    assertThat(french.language()).isEqualTo("en");
    assertThat(french.find("cause.a.title")).isEqualTo("one");
  }

  @Test
  void refusesAgainAtEveryUse() {
    LoadedCatalog broken = only(JsonSource.of("acme", "{"));

    for (int use = 0; use < 2; use++) {
      assertThatExceptionOfType(CatalogException.class)
          .isThrownBy(broken::causes)
          .withMessageStartingWith("acme.json:1: not readable as JSON: ");
    }
  }

  @Test
  void joinsTheBuiltInCatalogWithThoseOfOthers() {
    String document =
        "{'schemaVersion': '1.0', 'codes': [{'code': 'GuestAgentSnapshotTaskStatusError',"
            + " 'extends': true, 'causes': ['guest-disk-full']}]}";
    LoadedCatalog catalog = LoadedCatalog.with(List.of(JsonSource.of("acme", document)));
    catalog.loadAll();

    assertThat(catalog.code("GuestAgentSnapshotTaskStatusError").causes())
        .contains("guest-agent-not-running", "guest-disk-full")
        .doesNotHaveDuplicates();
  }

  private static void assertProblems(LoadedCatalog catalog, String... problems) {
    assertThatExceptionOfType(CatalogException.class)
        .isThrownBy(catalog::loadAll)
        .satisfies(refused -> assertThat(refused.problems()).containsExactly(problems));
  }
}
