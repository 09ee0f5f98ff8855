package io.github.backupdiag.guest.samples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.BackupDiagnosis;
import io.github.backupdiag.fact.FactSet;
import io.github.backupdiag.fact.Observation;
import io.github.backupdiag.fact.Unavailable;
import io.github.backupdiag.fact.UnavailableReason;
import io.github.backupdiag.fact.guest.VssWriter;
import io.github.backupdiag.fact.guest.WindowsAgentFacts;
import io.github.backupdiag.fact.guest.WindowsFacts;
import io.github.backupdiag.fact.guest.WindowsServiceFacts;
import io.github.backupdiag.fact.guest.WindowsVssFacts;
import io.github.backupdiag.guest.samples.RunningWindows.Manner;
import io.github.backupdiag.guestaccess.GuestConnection;
import io.github.backupdiag.report.CauseState;
import io.github.backupdiag.report.RankedCause;
import io.github.backupdiag.report.Reason;
import io.github.backupdiag.report.Report;
import io.github.backupdiag.request.DiagnosisRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** A running Windows guest in many display languages, from its commands to the report. */
class DisplayLanguagesTest {

  private static final Instant LATER = RunningWindows.FAILED.plus(Duration.ofMinutes(8));
  private static final String CODE = "ExtensionFailedVssWriterInBadState";

  @Test
  void aFailedWriterIsFound() {
    Report report = report(DisplayLanguage.ENGLISH, Manner.SQL_WRITER_FAILED);

    assertThat(confirmed(report)).contains("vss-writer-failed");
    assertThat(report.causes().toString()).contains("name=SqlServerWriter, state=8");
  }

  @ParameterizedTest
  @EnumSource
  void healthyWritersConfirmNothing(DisplayLanguage language) {
    assertThat(confirmed(report(language, Manner.HEALTHY))).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "ENGLISH")
  void theReportIsThatOfEnglish(DisplayLanguage language) {
    for (Manner manner : List.of(Manner.HEALTHY, Manner.SQL_WRITER_FAILED)) {
      assertThat(report(language, manner).problems()).isEmpty();
      assertThat(essence(report(language, manner)))
          .isEqualTo(essence(report(DisplayLanguage.ENGLISH, manner)));
    }
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "ENGLISH")
  void theFactsAreThoseOfEnglish(DisplayLanguage language) {
    FactSet english = facts(DisplayLanguage.ENGLISH, Manner.SQL_WRITER_FAILED);
    FactSet other = facts(language, Manner.SQL_WRITER_FAILED);

    assertThat(writers(other)).hasSize(8).isEqualTo(writers(english));
    assertThat(english.value(WindowsVssFacts.SHADOW_STORAGE)).isNotNull();
    for (var key :
        List.of(
            WindowsVssFacts.SHADOW_STORAGE,
            WindowsFacts.VSS_PROVIDERS,
            WindowsAgentFacts.FOLDER_RIGHTS,
            WindowsServiceFacts.SERVICES)) {
      assertThat((Object) other.get(key)).isEqualTo(english.get(key));
    }
    assertThat(other.ids()).isEqualTo(english.ids());
  }

  @ParameterizedTest
  @EnumSource
  void commandsThatPrintNothingAreNoEvidence(DisplayLanguage language) {
    assertNothingWasSeen(language, Manner.SILENT, UnavailableReason.FAILED);
  }

  @ParameterizedTest
  @EnumSource
  void commandsThatDoNotEndAreNotClean(DisplayLanguage language) {
    assertNothingWasSeen(language, Manner.LATE, UnavailableReason.TIMED_OUT);
  }

  private static void assertNothingWasSeen(
      DisplayLanguage language, Manner manner, UnavailableReason reason) {
    FactSet facts = facts(language, manner);
    for (var key :
        List.of(
            WindowsFacts.VSS_WRITERS, WindowsVssFacts.SHADOW_STORAGE, WindowsFacts.VSS_PROVIDERS)) {
      Observation<?> seen = facts.get(key);
      assertThat(seen).isInstanceOf(Unavailable.class);
      assertThat(((Unavailable<?>) seen).reason()).isEqualTo(reason);
    }
    Report report = report(language, manner);
    assertThat(confirmed(report)).isEmpty();
    assertThat(report.problems().toString()).contains("vssadmin.exe");
    assertThat(state(report, "vss-writer-failed"))
        .isNotIn(CauseState.RULED_OUT, CauseState.CONFIRMED);
    assertThat(state(report, "shadow-copy-storage-full")).isNotEqualTo(CauseState.RULED_OUT);
  }

  /** All that is decided and by what; an excerpt may be in the language of the guest. */
  private static List<String> essence(Report report) {
    return report.causes().stream()
        .map(
            cause ->
                (cause.id() + " " + cause.state() + " " + cause.confidence())
                    + cause.evidence().stream().map(Reason::evidence).toList()
                    + cause.evidence().stream().map(Reason::when).toList())
        .toList();
  }

  private static List<VssWriter> writers(FactSet facts) {
    return Objects.requireNonNull(facts.value(WindowsFacts.VSS_WRITERS)).writers().stream()
        .map(DisplayLanguagesTest::withoutWords)
        .toList();
  }

  /** No program says the number of an error; of most languages its words are not known. */
  private static VssWriter withoutWords(VssWriter writer) {
    String error = writer.state() == 1 ? writer.error() : "";
    return new VssWriter(
        writer.name(),
        writer.writerId(),
        writer.instanceId(),
        writer.state(),
        error,
        "",
        writer.line());
  }

  private static CauseState state(Report report, String cause) {
    return report.causes().stream()
        .filter(each -> each.id().equals(cause))
        .map(RankedCause::state)
        .findFirst()
        .orElse(CauseState.NOT_TESTED);
  }

  private static List<String> confirmed(Report report) {
    return report.causes().stream()
        .filter(cause -> cause.state() == CauseState.CONFIRMED)
        .map(RankedCause::id)
        .toList();
  }

  private static Report report(DisplayLanguage language, Manner manner) {
    return diagnosis(language, manner).diagnose(request());
  }

  private static FactSet facts(DisplayLanguage language, Manner manner) {
    return diagnosis(language, manner).gather(request());
  }

  private static DiagnosisRequest request() {
    return DiagnosisRequest.builder()
        .errorText(CODE)
        .failedAt(RunningWindows.FAILED.plus(Duration.ofMinutes(2)))
        .build();
  }

  private static BackupDiagnosis diagnosis(DisplayLanguage language, Manner manner) {
    return BackupDiagnosis.builder()
        .clock(Clock.fixed(LATER, ZoneOffset.UTC))
        .connect(GuestConnection.class, new RunningWindows(language, manner))
        .build();
  }
}
