package io.github.backupdiag.internal.network;

import io.github.backupdiag.diagnostic.Confidence;
import io.github.backupdiag.diagnostic.When;
import io.github.backupdiag.fact.backup.BackupFacts;
import io.github.backupdiag.fact.backup.JobWindow;
import io.github.backupdiag.fact.backup.SeenCode;
import io.github.backupdiag.fact.guest.ClockOffset;
import io.github.backupdiag.fact.guest.NetworkFacts;
import io.github.backupdiag.internal.rules.Samples;
import io.github.backupdiag.testkit.DiagnosticTester;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GuestClockSkewedTest {

  private static final String CODE = "ExtensionOperationFailedForManagedDisks";

  private final DiagnosticTester rule = Seen.by(new GuestClockSkewed());

  @Test
  void keepsItsContract() {
    now(0).checkContract();
  }

  @ParameterizedTest
  @ValueSource(ints = {-301, 301, 86_400})
  void confirmsAClockThatIsOffWithACodeThatAgrees(int seconds) {
    Seen.withCode(now(seconds), CODE).expectConfirmed(When.NOW, Confidence.LIKELY);
  }

  @Test
  void confirmsWithALineOrASeenCodeOfTheFailedJob() {
    Seen.withExtensionLine(now(600), "ext-crp-timeout", Samples.NIGHT)
        .expectConfirmed(When.NOW, Confidence.LIKELY);
    now(600)
        .given(BackupFacts.SEEN_CODES, List.of(seen(Samples.NIGHT)))
        .expectConfirmed(When.NOW, Confidence.LIKELY);
  }

  @Test
  void takesAClockThatIsOffAloneForAHint() {
    now(600).expectInconclusive();
    Seen.withCode(now(600), "UserErrorGuestAgentStatusUnavailable").expectInconclusive();
    Seen.withExtensionLine(now(600), "ext-crp-timeout", Samples.NIGHT.minusSeconds(9000))
        .expectInconclusive();
    now(600)
        .given(BackupFacts.SEEN_CODES, List.of(seen(Samples.NIGHT.minusSeconds(9000))))
        .expectInconclusive();
  }

  @ParameterizedTest
  @ValueSource(ints = {-300, -120, 0, 120, 300})
  void rulesOutAClockThatIsInStep(int seconds) {
    Seen.withCode(now(seconds), CODE).expectRuledOut(When.NOW);
  }

  @Test
  void confirmsAClockThatWasOffAtTheFailure() {
    Seen.withCode(then(900, Samples.NIGHT.plusSeconds(900)), CODE)
        .expectConfirmed(When.AT_FAILURE, Confidence.LIKELY)
        .withEvidence("/var/log/extension.log", 4);
  }

  @ParameterizedTest
  @ValueSource(ints = {-3 * 3600, 3 * 3600, 400 * 86_400})
  void comparesTheFailureWithTheTimeThatTheLineReallyHad(int ahead) {
    Instant byGuest = Samples.NIGHT.plusSeconds(60).plusSeconds(ahead);

    Seen.withCode(then(ahead, byGuest), CODE).expectConfirmed(When.AT_FAILURE, Confidence.LIKELY);
    Seen.withCode(then(ahead, Samples.NIGHT.plusSeconds(60)), CODE).expectInconclusive();
  }

  @Test
  void comparesARunOfTheGuestByItsOwnClock() {
    JobWindow run =
        new JobWindow(Samples.NIGHT, Samples.NIGHT.plusSeconds(3600), JobWindow.Basis.NEWEST_RUN);

    Seen.withCode(then(7200, Samples.NIGHT), CODE)
        .given(BackupFacts.WINDOW, run)
        .expectConfirmed(When.AT_FAILURE, Confidence.LIKELY);
  }

  @Test
  void doesNotConfirmByALineOfAnotherDayOrWithoutATime() {
    Seen.withCode(then(900, Samples.NIGHT.minusSeconds(9000)), CODE).expectInconclusive();
    Seen.withCode(then(900, null), CODE).expectInconclusive();
    Seen.withCode(then(120, Samples.NIGHT), CODE).expectInconclusive();
  }

  @Test
  void saysWhatItDidNotSee() {
    Seen.withCode(rule, CODE).expectInconclusive();
    Seen.withCode(rule, CODE).givenAbsent(NetworkFacts.CLOCK_OFFSET).expectInconclusive();
  }

  private static SeenCode seen(Instant at) {
    return new SeenCode("VMSnapshotLinux.402", "/status/1.status", at, "402");
  }

  private DiagnosticTester now(int seconds) {
    return rule.given(
        NetworkFacts.CLOCK_OFFSET,
        new ClockOffset(Duration.ofSeconds(seconds), "http://x/", 0, Samples.NIGHT, "Date"));
  }

  private DiagnosticTester then(int seconds, @org.jspecify.annotations.Nullable Instant at) {
    return rule.given(
        NetworkFacts.CLOCK_TRACES,
        List.of(
            new ClockOffset(
                Duration.ofSeconds(seconds), "/var/log/extension.log", 4, at, "wrong by")));
  }
}
