package io.github.backupdiag.internal.intake.naming;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.fact.backup.NamedCause;
import io.github.backupdiag.internal.catalog.LoadedCatalog;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CauseNamingTest {

  private static final CauseNaming NAMING = new CauseNaming(LoadedCatalog.with(List.of()));

  private static List<String> causes(String text) {
    return NAMING.read(text, false).stream().map(NamedCause::cause).toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "the folder of the agent is mounted with noexec | agent-dir-mounted-noexec",
        "we use AppLocker to control which programs may run | app-control-blocks-extension",
        "BitLocker locked one of the volumes | bitlocker-volume-locked",
        "Die Uhr des Gasts geht falsch | guest-clock-skewed",
        "サブスクリプションが別のテナントに移動された | subscription-moved-to-other-tenant"
      })
  void aCauseIsNamedByItsOwnWords(String text, String cause) {
    assertThat(causes(text)).contains(cause);
  }

  @Test
  void theWordsAreThoseOfTheText() {
    assertThat(NAMING.read("We enforce AppLocker rules for all executables", false))
        .first()
        .satisfies(named -> assertThat(named.words()).contains("AppLocker"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hello",
        "The quick brown fox jumps over the lazy dog.",
        "The backup failed. Please help.",
        "2026-03-14T02:15:13Z INFO ExtHandler ExtHandler",
        "/var/lib/waagent/events"
      })
  void ordinaryWordsNameNothing(String text) {
    assertThat(causes(text)).isEmpty();
  }

  @Test
  void onlyTheBeginningOfALongTextIsSearched() {
    String sentence = "We use AppLocker to control which programs may run. ";

    assertThat(causes("It failed again. ".repeat(399) + sentence)).isNotEmpty();
    assertThat(causes("It failed again. ".repeat(400) + sentence)).isEmpty();
  }

  @Test
  void aLongTextAboutNothingKnownIsADocument() {
    assertThat(NAMING.read("AppLocker enforced. ".repeat(100), true)).isEmpty();
  }

  @Test
  void theSameTextNamesTheSameCausesInTheSameOrder() {
    String text = "noexec on /var; AppLocker; the disk is full of inodes";

    assertThat(NAMING.read(text, false)).isEqualTo(NAMING.read(text, false));
  }

  @Property(tries = 200)
  void anyTextIsRead(@ForAll String text) {
    assertThat(NAMING.read(text, false)).hasSizeLessThanOrEqualTo(5);
  }
}
