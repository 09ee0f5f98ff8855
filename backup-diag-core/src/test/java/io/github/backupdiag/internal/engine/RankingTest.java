package io.github.backupdiag.internal.engine;

import static io.github.backupdiag.diagnostic.When.AT_FAILURE;
import static io.github.backupdiag.diagnostic.When.NOW;
import static io.github.backupdiag.internal.engine.Make.SIGN;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.BackupDiagnosis;
import io.github.backupdiag.BackupDiagnosisBuilder;
import io.github.backupdiag.diagnostic.Diagnostic;
import io.github.backupdiag.diagnostic.DiagnosticDescriptor;
import io.github.backupdiag.diagnostic.Evidence;
import io.github.backupdiag.diagnostic.Phrase;
import io.github.backupdiag.diagnostic.Verdict;
import io.github.backupdiag.fact.FactSet;
import io.github.backupdiag.fact.backup.LogEvent;
import io.github.backupdiag.fact.backup.LogEvents;
import io.github.backupdiag.fact.guest.GuestFacts;
import io.github.backupdiag.report.CauseState;
import io.github.backupdiag.report.RankedCause;
import io.github.backupdiag.report.Report;
import io.github.backupdiag.request.DiagnosisRequest;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class RankingTest {

  private static final FactSet SEEN = FactSet.builder().observed(SIGN, "bad", "t").build();
  private static final DiagnosisRequest ERROR = DiagnosisRequest.builder().code("XError").build();
  private static final Instant FAILED = Instant.parse("2026-03-14T02:16:10Z");

  private static Report judge(SmallCatalog catalog, FactSet facts, Diagnostic... rules) {
    return judge(catalog, facts, ERROR, rules);
  }

  private static Report judge(
      SmallCatalog catalog, FactSet facts, DiagnosisRequest request, Diagnostic... rules) {
    BackupDiagnosisBuilder builder = BackupDiagnosis.builder().discover(false).add(catalog);
    for (Diagnostic rule : rules) {
      builder.add(rule);
    }
    return builder.build().judge(facts, request);
  }

  private static SmallCatalog three() {
    return SmallCatalog.of("x-a", "x-b", "x-c").code("XError", "x-c", "x-a", "x-b");
  }

  private static RankedCause first(Report report) {
    return report.causes().get(0);
  }

  @Test
  void withACodeTheOrderOfTheCodeHolds() {
    Report report = judge(three(), FactSet.empty());

    assertThat(report.causes()).extracting(RankedCause::id).containsExactly("x-c", "x-a", "x-b");
    assertThat(report.causes()).allMatch(cause -> cause.state() == CauseState.NOT_TESTED);
  }

  @Test
  void statesComeBeforeTheOrderOfTheCode() {
    Report report =
        judge(
            three(),
            SEEN,
            Make.always("t.a", "x-a", Make.no(NOW)),
            Make.always("t.b", "x-b", Make.yes(NOW)));

    assertThat(report.causes()).extracting(RankedCause::id).containsExactly("x-b", "x-c", "x-a");
  }

  @Test
  void whatTheTimeOfTheFailureSpeaksAgainstComesBehindWhatNobodyLookedAt() {
    Report report =
        judge(
            three(),
            SEEN,
            Make.always("t.c1", "x-c", Make.no(AT_FAILURE)),
            Make.always("t.c2", "x-c", Verdict.inconclusive(Phrase.literal("unseen"))));

    assertThat(report.causes()).extracting(RankedCause::id).containsExactly("x-a", "x-b", "x-c");
    RankedCause last = report.causes().get(2);
    assertThat(last.state()).isEqualTo(CauseState.OPEN);
    assertThat(last.because()).isEqualTo(Phrase.of("because.open.against"));
  }

  @Test
  void seenAtTheFailureAndGoneNowIsConfirmedAndHealed() {
    Report report =
        judge(
            three(),
            SEEN,
            Make.always("t.then", "x-a", Make.yes(AT_FAILURE)),
            Make.always("t.now", "x-a", Make.no(NOW)));

    assertThat(first(report).id()).isEqualTo("x-a");
    assertThat(first(report).state()).isEqualTo(CauseState.CONFIRMED);
    assertThat(first(report).healed()).isTrue();
  }

  @Test
  void rulesThatDisagreeAboutTheSameTimeAreContradictory() {
    Report report =
        judge(
            three(),
            SEEN,
            Make.always("t.yes", "x-a", Make.yes(NOW)),
            Make.always("t.no", "x-a", Make.no(NOW)));

    assertThat(first(report).state()).isEqualTo(CauseState.CONTRADICTORY);
    assertThat(first(report).evidence()).hasSize(2);
    assertThat(report.hasConfirmedCause()).isFalse();
  }

  @Test
  void notTrueThenButTrueNowIsConfirmedAndNotHealed() {
    Report report =
        judge(
            three(),
            SEEN,
            Make.always("t.then", "x-a", Make.no(AT_FAILURE)),
            Make.always("t.now", "x-a", Make.yes(NOW)));

    assertThat(first(report).state()).isEqualTo(CauseState.CONFIRMED);
    assertThat(first(report).healed()).isFalse();
  }

  @Test
  void isRuledOutOnlyIfEveryDecisiveRuleSaysSo() {
    Diagnostic no = Make.always("t.no", "x-a", Make.no(NOW));
    Diagnostic unsure =
        Make.always("t.unsure", "x-a", Verdict.inconclusive(Phrase.literal("unsure")));
    Diagnostic silent =
        Make.rule(
            DiagnosticDescriptor.of("t.silent", "x-a").corroborating(),
            facts -> Verdict.inconclusive(Phrase.literal("silent")));

    assertThat(stateOf("x-a", judge(three(), SEEN, no))).isEqualTo(CauseState.RULED_OUT);
    assertThat(stateOf("x-a", judge(three(), SEEN, no, unsure))).isEqualTo(CauseState.OPEN);
    assertThat(stateOf("x-a", judge(three(), SEEN, no, silent))).isEqualTo(CauseState.RULED_OUT);
  }

  private static CauseState stateOf(String cause, Report report) {
    return report.causes().stream()
        .filter(ranked -> ranked.id().equals(cause))
        .findFirst()
        .orElseThrow()
        .state();
  }

  @Test
  void openCausesWithAHintComeFirstAmongOpenOnes() {
    Verdict unsure = Verdict.inconclusive(Phrase.literal("unsure"));
    Verdict hinted =
        Verdict.inconclusive(Phrase.literal("hinted"))
            .hinting(List.of(Evidence.of(SIGN, "smells")));

    Report report =
        judge(three(), SEEN, Make.always("t.c", "x-c", unsure), Make.always("t.b", "x-b", hinted));

    assertThat(report.causes()).extracting(RankedCause::id).containsExactly("x-b", "x-c", "x-a");
  }

  @Test
  void consequencesStandBeneathTheirRoot() {
    SmallCatalog catalog =
        SmallCatalog.of("x-effect", "x-alone")
            .cause("x-root", "fault", "rarely", "x-effect")
            .code("XError", "x-effect", "x-alone", "x-root");

    Report report =
        judge(
            catalog,
            SEEN,
            Make.always("t.e", "x-effect", Make.yes(NOW)),
            Make.always("t.a", "x-alone", Make.yes(NOW)),
            Make.always("t.r", "x-root", Make.yes(NOW)));

    assertThat(report.causes())
        .extracting(RankedCause::id)
        .containsExactly("x-alone", "x-root", "x-effect");
    assertThat(report.causes())
        .extracting(RankedCause::explainedBy)
        .containsExactly(null, null, "x-root");
  }

  @Test
  void aCauseBehindThoseOfTheCodeIsShownOnlyWhenItIsFound() {
    SmallCatalog catalog =
        SmallCatalog.of("x-effect")
            .cause("x-behind", "fault", "rarely", "x-effect")
            .code("XError", "x-effect");

    assertThat(judge(catalog, SEEN).causes())
        .extracting(RankedCause::id)
        .containsExactly("x-effect");
    assertThat(judge(catalog, SEEN, Make.always("t.b", "x-behind", Make.yes(NOW))).causes())
        .extracting(RankedCause::id)
        .containsExactly("x-behind", "x-effect");
  }

  @Test
  void aCauseOfTheTopicOfTheCodeIsShownOnlyWhenItIsFound() {
    SmallCatalog catalog =
        SmallCatalog.of("x-listed", "x-neighbour").codeOfTopic("XError", "test", "x-listed");

    assertThat(judge(catalog, SEEN).causes())
        .extracting(RankedCause::id)
        .containsExactly("x-listed");
    assertThat(judge(catalog, SEEN, Make.always("t.n", "x-neighbour", Make.yes(NOW))).causes())
        .extracting(RankedCause::id)
        .containsExactly("x-neighbour", "x-listed");
  }

  @Test
  void informationalAndEnvelopeCausesAreNeverListed() {
    SmallCatalog catalog =
        SmallCatalog.of("x-a")
            .cause("x-info", "informational", "often")
            .cause("x-envelope", "envelope", "often")
            .code("XError", "x-info", "x-envelope", "x-a");

    Report report =
        judge(
            catalog,
            SEEN,
            Make.always("t.i", "x-info", Make.yes(NOW)),
            Make.always("t.e", "x-envelope", Make.yes(NOW)));

    assertThat(report.causes()).extracting(RankedCause::id).containsExactly("x-a");
  }

  @Test
  void withoutACodeThePriorDecidesAmongConfirmedCauses() {
    SmallCatalog catalog =
        SmallCatalog.of().cause("x-a", "fault", "rarely").cause("x-z", "fault", "often");

    Report report =
        judge(
            catalog,
            SEEN,
            DiagnosisRequest.healthCheck(),
            Make.always("t.a", "x-a", Make.yes(NOW)),
            Make.always("t.z", "x-z", Make.yes(NOW)));

    assertThat(report.healthCheck()).isTrue();
    assertThat(report.causes().subList(0, 2))
        .extracting(RankedCause::id)
        .containsExactly("x-z", "x-a");
  }

  @Test
  void aProvingLogLineInsideTheWindowConfirmsAsLikely() {
    Report report = judgeLogLine(true, FAILED.minusSeconds(30));

    assertThat(first(report).state()).isEqualTo(CauseState.CONFIRMED);
    assertThat(first(report).evidence().get(0).evidence().line()).isEqualTo(7);
  }

  @Test
  void aProvingLogLineOutsideTheWindowOrWithoutTimeIsHistory() {
    assertThat(first(judgeLogLine(true, FAILED.minusSeconds(86_400))).state())
        .isEqualTo(CauseState.NOT_TESTED);
    assertThat(first(judgeLogLine(true, null)).state()).isEqualTo(CauseState.NOT_TESTED);
  }

  @Test
  void aLogLineThatDoesNotProveOnlyRaisesTheRank() {
    Report report = judgeLogLine(false, FAILED.minusSeconds(30));

    assertThat(first(report).id()).isEqualTo("x-b");
    assertThat(first(report).state()).isEqualTo(CauseState.OPEN);
  }

  private static Report judgeLogLine(boolean proves, Instant time) {
    SmallCatalog catalog =
        SmallCatalog.of("x-a", "x-b")
            .code("XError", "x-a", "x-b")
            .signature("x-line", proves, "x-b");
    LogEvents log =
        new LogEvents(
            List.of(new LogEvent("x-line", "/var/log/waagent.log", 7, time, "x-line here")),
            time,
            null,
            true);
    FactSet facts = FactSet.builder().observed(GuestFacts.AGENT_LOG, log, "log").build();
    return judge(
        catalog, facts, DiagnosisRequest.builder().code("XError").failedAt(FAILED).build());
  }
}
