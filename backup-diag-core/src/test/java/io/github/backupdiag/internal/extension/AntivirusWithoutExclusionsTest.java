package io.github.backupdiag.internal.extension;

import static io.github.backupdiag.internal.rules.VerdictEvidence.evidence;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.fact.UnavailableReason;
import io.github.backupdiag.fact.backup.BackupFacts;
import io.github.backupdiag.fact.guest.FilterDriver;
import io.github.backupdiag.fact.guest.WindowsEvent;
import io.github.backupdiag.fact.guest.WindowsEvents;
import io.github.backupdiag.fact.guest.WindowsFacts;
import io.github.backupdiag.fact.guest.WindowsSetupFacts;
import io.github.backupdiag.internal.rules.Samples;
import io.github.backupdiag.testkit.DiagnosticTester;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Exclusions are context only: most healthy machines have none. */
class AntivirusWithoutExclusionsTest {

  private static final Instant INSIDE = Samples.NIGHT.plus(Duration.ofMinutes(5));

  private static final Instant BEFORE = Samples.NIGHT.minus(Duration.ofDays(2));

  private static final FilterDriver DEFENDER = new FilterDriver("WdFilter", 328010);

  private static final FilterDriver OTHER = new FilterDriver("exampleav", 321234);

  private final DiagnosticTester antivirus =
      DiagnosticTester.of(new AntivirusWithoutExclusions())
          .wordedBy()
          .given(BackupFacts.WINDOW, Samples.WINDOW);

  @Test
  void antivirusIsContextOfACrashOnly() {
    DiagnosticTester watched =
        antivirus.given(WindowsSetupFacts.FILTER_DRIVERS, List.of(DEFENDER, OTHER));
    assertThat(evidence(watched.expectInconclusive())).isEmpty();
    DiagnosticTester crashed = watched.given(WindowsFacts.EVENTS, crash(INSIDE));
    assertThat(evidence(crashed.expectInconclusive())).hasSize(2);
    assertThat(
            evidence(
                crashed
                    .given(WindowsSetupFacts.DEFENDER_EXCLUSIONS, List.of())
                    .expectInconclusive()))
        .hasSize(3);
    assertThat(evidence(watched.given(WindowsFacts.EVENTS, crash(BEFORE)).expectInconclusive()))
        .isEmpty();
  }

  @Test
  void excludedFoldersTakeTheSuspicionFromDefender() {
    assertThat(
            evidence(
                antivirus
                    .given(WindowsSetupFacts.FILTER_DRIVERS, List.of(DEFENDER))
                    .given(
                        WindowsSetupFacts.DEFENDER_EXCLUSIONS,
                        List.of("C:\\Packages\\Plugins\\*", "C:\\WindowsAzure\\Logs"))
                    .given(WindowsFacts.EVENTS, crash(INSIDE))
                    .expectInconclusive()))
        .isEmpty();
    antivirus
        .givenUnavailable(WindowsSetupFacts.FILTER_DRIVERS, UnavailableReason.NOT_PERMITTED)
        .expectInconclusive();
  }

  private static WindowsEvents crash(Instant time) {
    return event("Application Error", 1000, time, "IaaSBcdrExtension.exe", "1.0.0.0");
  }

  private static WindowsEvents event(String provider, int id, Instant time, String... data) {
    return new WindowsEvents(
        List.of(
            new WindowsEvent("System", provider, id, time, List.of(data), "wevtutil", 3, provider)),
        time,
        true);
  }
}
