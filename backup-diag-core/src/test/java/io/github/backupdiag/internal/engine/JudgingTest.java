package io.github.backupdiag.internal.engine;

import static io.github.backupdiag.internal.engine.Make.OTHER;
import static io.github.backupdiag.internal.engine.Make.SIGN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.github.backupdiag.BackupDiagnosis;
import io.github.backupdiag.BackupDiagnosisBuilder;
import io.github.backupdiag.diagnostic.Confidence;
import io.github.backupdiag.diagnostic.Diagnostic;
import io.github.backupdiag.diagnostic.DiagnosticDescriptor;
import io.github.backupdiag.diagnostic.Verdict;
import io.github.backupdiag.diagnostic.When;
import io.github.backupdiag.fact.FactSet;
import io.github.backupdiag.fact.backup.BackupFacts;
import io.github.backupdiag.fact.guest.GuestFacts;
import io.github.backupdiag.fact.guest.GuestOs;
import io.github.backupdiag.fact.guest.GuestOs.Family;
import io.github.backupdiag.fact.guest.Platform;
import io.github.backupdiag.report.CauseState;
import io.github.backupdiag.report.Finding;
import io.github.backupdiag.report.Finding.Outcome;
import io.github.backupdiag.report.RankedCause;
import io.github.backupdiag.report.Report;
import io.github.backupdiag.report.Report.Status;
import io.github.backupdiag.request.DiagnosisRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class JudgingTest {

  private static final Duration LIVENESS = Duration.ofSeconds(20);
  private static final FactSet BAD = FactSet.builder().observed(SIGN, "bad", "t").build();

  private static Report judge(FactSet facts, Diagnostic... rules) {
    return build(rules).judge(facts, DiagnosisRequest.builder().code("XError").build());
  }

  private static BackupDiagnosis build(Diagnostic... rules) {
    BackupDiagnosisBuilder builder =
        BackupDiagnosis.builder()
            .discover(false)
            .add(SmallCatalog.of("x-one", "x-two").code("XError", "x-one", "x-two"));
    for (Diagnostic rule : rules) {
      builder.add(rule);
    }
    return builder.build();
  }

  private static Finding findingOf(Report report, String rule) {
    return report.findings().stream()
        .filter(finding -> finding.diagnostic().equals(rule))
        .findFirst()
        .orElseThrow();
  }

  private static RankedCause cause(Report report, String id) {
    return report.causes().stream().filter(c -> c.id().equals(id)).findFirst().orElseThrow();
  }

  @Test
  void whatOnlyAnUndatedTextShowsIsLikelyAtMost() {
    Diagnostic rule = Make.bySign("test.sign", "x-two", SIGN, When.NOW);
    FactSet undated = FactSet.builder().observed(SIGN, "bad", BackupFacts.INPUT).build();
    FactSet dated =
        FactSet.builder().observed(SIGN, "bad", BackupFacts.INPUT, Instant.EPOCH).build();

    assertThat(cause(judge(BAD, rule), "x-two").confidence()).isEqualTo(Confidence.CERTAIN);
    assertThat(cause(judge(dated, rule), "x-two").confidence()).isEqualTo(Confidence.CERTAIN);
    assertThat(cause(judge(undated, rule), "x-two").confidence()).isEqualTo(Confidence.LIKELY);
  }

  @Test
  void aFaultyRuleFailsAloneAndIsNamed() {
    AtomicBoolean ever = new AtomicBoolean(true);
    List<Diagnostic> faulty =
        List.of(
            faulty(
                () -> {
                  throw new IllegalStateException("broken");
                }),
            faulty(() -> recurse(0)),
            faulty(
                () -> {
                  throw new NoClassDefFoundError("gone");
                }),
            faulty(() -> null),
            faulty(
                () -> {
                  while (ever.get()) {
                    Thread.onSpinWait();
                  }
                  return null;
                }));
    for (Diagnostic rule : faulty) {
      Report report =
          assertTimeoutPreemptively(
              LIVENESS, () -> judge(BAD, rule, Make.bySign("test.sign", "x-two", SIGN, When.NOW)));

      assertThat(findingOf(report, "a.faulty").outcome()).isEqualTo(Outcome.FAILED);
      assertThat(cause(report, "x-two").state()).isEqualTo(CauseState.CONFIRMED);
      assertThat(report.status()).isEqualTo(Status.PARTIAL);
      assertThat(report.problems()).anyMatch(problem -> problem.where().equals("a.faulty"));
    }
    ever.set(false);
  }

  private interface Fault {
    Verdict happens();
  }

  private static Diagnostic faulty(Fault fault) {
    return Make.rule(DiagnosticDescriptor.of("a.faulty", "x-one"), facts -> fault.happens());
  }

  private static Verdict recurse(int depth) {
    return depth < 0 ? Make.yes(When.NOW) : recurse(depth + 1);
  }

  @Test
  void aRuleThatStillLoopsIsNotAskedAgain() {
    AtomicInteger asked = new AtomicInteger();
    CountDownLatch end = new CountDownLatch(1);
    BackupDiagnosis diagnosis =
        build(
            faulty(
                () -> {
                  asked.incrementAndGet();
                  while (end.getCount() > 0) {
                    Thread.onSpinWait();
                  }
                  return null;
                }));
    DiagnosisRequest request = DiagnosisRequest.builder().code("XError").build();

    assertTimeoutPreemptively(
        LIVENESS,
        () -> {
          diagnosis.judge(BAD, request);
          diagnosis.judge(BAD, request);
        });
    end.countDown();

    assertThat(asked).hasValue(1);
  }

  @Test
  void readingAnUndeclaredFactIsAFaultOfTheRule() {
    Report report =
        judge(
            BAD,
            Make.rule(
                DiagnosticDescriptor.of("test.sly", "x-one").needs(SIGN),
                facts -> {
                  facts.get(OTHER);
                  return Make.yes(When.NOW);
                }));

    assertThat(findingOf(report, "test.sly").outcome()).isEqualTo(Outcome.FAILED);
    assertThat(cause(report, "x-one").state()).isEqualTo(CauseState.NOT_TESTED);
  }

  @Test
  void aRuleIsNotAskedWhenANeededFactWasNotSeen() {
    AtomicInteger asked = new AtomicInteger();
    Report report =
        judge(
            FactSet.empty(),
            Make.rule(
                DiagnosticDescriptor.of("test.needy", "x-one").needs(SIGN),
                facts -> {
                  asked.incrementAndGet();
                  return Make.yes(When.NOW);
                }));

    assertThat(asked).hasValue(0);
    assertThat(cause(report, "x-one").state()).isEqualTo(CauseState.NOT_TESTED);
    assertThat(report.nextSteps()).anyMatch(step -> step.unlocks().equals(List.of("x-one")));
  }

  @Test
  void anAbsentFactCountsAsSeen() {
    Report report =
        judge(
            FactSet.builder().absent(SIGN, "/sign").build(),
            Make.rule(
                DiagnosticDescriptor.of("test.absent", "x-one").needs(SIGN),
                facts -> facts.value(SIGN) == null ? Make.yes(When.NOW) : Make.no(When.NOW)));

    assertThat(cause(report, "x-one").state()).isEqualTo(CauseState.CONFIRMED);
  }

  @Test
  void onAnotherPlatformRulesForAzureVmsAreOneFindingTogether() {
    FactSet elsewhere =
        BAD.toBuilder()
            .observed(GuestFacts.PLATFORM, new Platform(Platform.Kind.OTHER, "tag X"), "/sys")
            .build();

    Report report =
        judge(elsewhere, azureOnly("test.one", "x-one"), azureOnly("test.two", "x-two"));

    assertThat(report.findings())
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.cause()).isNull();
              assertThat(finding.outcome()).isEqualTo(Outcome.NOT_APPLICABLE);
            });
    assertThat(report.causes()).allMatch(cause -> cause.state() == CauseState.NOT_TESTED);
  }

  @Test
  void onAnUnknownPlatformNothingIsBlamedAndTheWayOutIsTold() {
    FactSet unknown =
        BAD.toBuilder()
            .observed(GuestFacts.PLATFORM, new Platform(Platform.Kind.UNKNOWN, "no tag"), "/sys")
            .build();

    Report report = judge(unknown, azureOnly("test.one", "x-one"));

    assertThat(report.hasConfirmedCause()).isFalse();
    assertThat(report.findings())
        .singleElement()
        .satisfies(finding -> assertThat(finding.outcome()).isEqualTo(Outcome.INCONCLUSIVE));
    assertThat(report.nextSteps()).anyMatch(step -> step.text().id().equals("next.assume-azure"));
  }

  private static Diagnostic azureOnly(String id, String cause) {
    return Make.rule(
        DiagnosticDescriptor.of(id, cause).needs(SIGN).onAzureVmOnly(),
        facts -> Make.yes(When.NOW));
  }

  @Test
  void aRuleForAnotherFamilyOfGuestsDoesNotApply() {
    FactSet linux =
        BAD.toBuilder()
            .observed(
                GuestFacts.OS, new GuestOs(Family.LINUX, "debian", "12", List.of(), ""), "/etc")
            .build();

    Report report =
        judge(
            linux,
            Make.rule(
                DiagnosticDescriptor.of("test.windows", "x-one").on(Family.WINDOWS),
                facts -> Make.yes(When.NOW)));

    assertThat(findingOf(report, "test.windows").outcome()).isEqualTo(Outcome.NOT_APPLICABLE);
    assertThat(cause(report, "x-one").state()).isEqualTo(CauseState.NOT_TESTED);
  }

  @Test
  void stepsCarryTheValuesOfTheVerdictQuotedForTheShell() {
    Report report =
        judge(
            BAD,
            Make.always(
                "test.path",
                "x-one",
                ((Verdict.Confirmed) Make.yes(When.NOW)).with("path", "/my dir'; reboot")));

    assertThat(cause(report, "x-one").steps())
        .singleElement()
        .satisfies(step -> assertThat(step.command()).isEqualTo("ls '/my dir'\\''; reboot'"));
  }
}
