package io.github.backupdiag.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.diagnostic.Phrase;
import io.github.backupdiag.fact.FactSet;
import io.github.backupdiag.internal.catalog.LoadedCatalog;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ReportValuesTest {

  private static Report report(int decided, CauseState... states) {
    return report(List.of(), decided, states);
  }

  private static Report report(List<Finding> findings, int decided, CauseState... states) {
    List<RankedCause> causes =
        List.of(states).stream()
            .map(
                state ->
                    new RankedCause(
                        "x",
                        state,
                        null,
                        false,
                        false,
                        null,
                        Phrase.literal("X"),
                        Phrase.literal("Y"),
                        List.of(),
                        List.of()))
            .toList();
    return new Report(
        Report.Status.COMPLETE,
        true,
        List.of(),
        List.of(),
        List.of(),
        causes,
        findings,
        List.of(),
        List.of(),
        new Coverage(states.length, decided, 0, List.of()),
        FactSet.empty(),
        LoadedCatalog.with(List.of()),
        Locale.ENGLISH);
  }

  @Test
  void tellsWhetherACauseIsConfirmed() {
    assertThat(report(1, CauseState.OPEN, CauseState.CONFIRMED).hasConfirmedCause()).isTrue();
    assertThat(report(1, CauseState.CONTRADICTORY, CauseState.OPEN).hasConfirmedCause()).isFalse();
    assertThat(report(0).hasConfirmedCause()).isFalse();
  }

  @Test
  void tellsWhetherAnythingWasDecided() {
    assertThat(report(List.of(finding(Finding.Outcome.RULED_OUT)), 1).hasDecided()).isTrue();
    assertThat(report(List.of(finding(Finding.Outcome.CONFIRMED)), 1).hasDecided()).isTrue();
    assertThat(report(List.of(finding(Finding.Outcome.INCONCLUSIVE)), 0).hasDecided()).isFalse();
  }

  @Test
  void aCauseOfAnotherSystemDecidesNothing() {
    assertThat(report(1, CauseState.RULED_OUT).hasDecided()).isFalse();
  }

  private static Finding finding(Finding.Outcome outcome) {
    return new Finding("test.rule", "x", outcome, Phrase.literal("Because."));
  }

  @Test
  void wordsPhrasesAndSaysLiteralOnesAsTheyAre() {
    Report report = report(0);

    assertThat(report.say(Phrase.literal("As it is."), Locale.KOREAN)).isEqualTo("As it is.");
    assertThat(report.say(Phrase.of("because.contradictory"), Locale.ENGLISH))
        .startsWith("One check says");
    assertThat(report.say(Phrase.of("no.such.text"), Locale.ENGLISH)).isEqualTo("no.such.text");
  }

  @Test
  void ordersStatesAsAReportDoesAndNamesThemAsJsonDoes() {
    assertThat(CauseState.values())
        .extracting(CauseState::tag)
        .containsExactly("confirmed", "contradictory", "open", "notTested", "ruledOut");
    assertThat(Finding.Outcome.values())
        .extracting(Finding.Outcome::tag)
        .containsExactly("confirmed", "ruledOut", "inconclusive", "notApplicable", "failed");
  }
}
