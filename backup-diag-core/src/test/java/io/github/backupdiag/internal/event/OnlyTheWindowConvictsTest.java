package io.github.backupdiag.internal.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.BackupDiagnosis;
import io.github.backupdiag.catalog.ErrorCode;
import io.github.backupdiag.catalog.LogSignature;
import io.github.backupdiag.catalog.Os;
import io.github.backupdiag.fact.FactSet;
import io.github.backupdiag.fact.backup.BackupFacts;
import io.github.backupdiag.fact.backup.LogEvent;
import io.github.backupdiag.fact.backup.LogEvents;
import io.github.backupdiag.fact.backup.SeenCode;
import io.github.backupdiag.fact.guest.ExtensionFacts;
import io.github.backupdiag.fact.guest.ExtensionStatus;
import io.github.backupdiag.fact.guest.GuestFacts;
import io.github.backupdiag.fact.guest.GuestOs;
import io.github.backupdiag.fact.guest.Platform;
import io.github.backupdiag.fact.guest.WindowsEvent;
import io.github.backupdiag.fact.guest.WindowsEvents;
import io.github.backupdiag.fact.guest.WindowsFacts;
import io.github.backupdiag.report.CauseState;
import io.github.backupdiag.report.RankedCause;
import io.github.backupdiag.report.Report;
import io.github.backupdiag.request.DiagnosisRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What all rules of the library together make of a line, an event or a status: in the time of the
 * failed job it may convict, at any other time it is history.
 */
class OnlyTheWindowConvictsTest {

  private static final BackupDiagnosis DIAGNOSIS = BackupDiagnosis.builder().build();
  private static final Instant FAILED = Instant.parse("2026-03-14T02:40:00Z");
  private static final Instant INSIDE = FAILED.minus(Duration.ofMinutes(20));

  /** The logs go on, so that none of these lines is the last word. */
  private static final Instant NEWEST = FAILED.plus(Duration.ofDays(1));

  /** Three days before, just before the window, just after it. */
  private static final List<Instant> OUTSIDE =
      List.of(
          FAILED.minus(Duration.ofDays(3)),
          FAILED.minus(Duration.ofHours(2)).minusMillis(1),
          FAILED.plus(Duration.ofMinutes(15)).plusMillis(1));

  static Stream<LogSignature> proofs() {
    return DIAGNOSIS.catalog().signatures().stream().filter(LogSignature::proves);
  }

  @ParameterizedTest
  @MethodSource("proofs")
  void aLineThatProvesConvictsInTheWindowOnly(LogSignature proof) {
    assertThat(confirmed(judge(proof.os().contains(Os.LINUX), line(proof, INSIDE))))
        .contains(proof.causes().get(0));
    for (Instant at : OUTSIDE) {
      assertThat(confirmed(judge(proof.os().contains(Os.LINUX), line(proof, at)))).isEmpty();
    }
  }

  private static FactSet.Builder line(LogSignature signature, Instant at) {
    return lines(signature.log(), List.of(signature), at);
  }

  private static FactSet.Builder lines(String log, List<LogSignature> signatures, Instant at) {
    List<LogEvent> events = new ArrayList<>();
    for (LogSignature each : signatures) {
      events.add(new LogEvent(each.id(), "/" + log, events.size() + 1, at, each.literal()));
    }
    return FactSet.builder()
        .observed(
            GuestFacts.logEvents(log), new LogEvents(events, NEWEST, null, true), "/" + log, at);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void allKnownLinesTogetherConvictNothingOutsideOfIt(boolean linux) {
    Map<String, List<LogSignature>> byLog = new TreeMap<>();
    DIAGNOSIS.catalog().signatures().stream()
        .filter(each -> each.os().contains(linux ? Os.LINUX : Os.WINDOWS))
        .forEach(each -> byLog.computeIfAbsent(each.log(), log -> new ArrayList<>()).add(each));
    byLog.forEach(
        (log, signatures) -> {
          for (Instant at : OUTSIDE) {
            assertThat(confirmed(judge(linux, lines(log, signatures, at)))).as(log).isEmpty();
          }
        });
    assertThat(byLog).hasSizeGreaterThan(2);
  }

  @Test
  void eventsConvictInTheWindowOnlyWhateverTheCode() {
    List<String> codes = allCodes();
    int convicting = 0;
    for (Map.Entry<String, List<EventMeaning>> cause : KnownEvents.all().byCause().entrySet()) {
      for (EventMeaning meaning : cause.getValue()) {
        convicting += confirmed(judge(false, events(meaning, INSIDE), codes)).isEmpty() ? 0 : 1;
        for (Instant at : OUTSIDE) {
          assertThat(confirmed(judge(false, events(meaning, at), codes)))
              .as("%s: %s", cause.getKey(), meaning)
              .isEmpty();
        }
      }
    }
    assertThat(convicting).as("events that convict inside of it").isGreaterThan(20);
  }

  private static FactSet.Builder events(EventMeaning meaning, Instant at) {
    EventPattern pattern = meaning.pattern();
    List<String> data = new ArrayList<>();
    pattern.holdsOneOf().stream().limit(1).forEach(data::add);
    pattern.alsoOneOf().stream().limit(1).forEach(data::add);
    List<WindowsEvent> events = new ArrayList<>();
    for (int i = 0; i < meaning.times(); i++) {
      int id = pattern.ids().iterator().next();
      events.add(
          new WindowsEvent("System", pattern.provider(), id, at, data, "log", i + 1, "text"));
    }
    return FactSet.builder()
        .observed(WindowsFacts.EVENTS, new WindowsEvents(events, at, true), "log", at);
  }

  private static List<String> allCodes() {
    return DIAGNOSIS.catalog().codes().stream()
        .filter(code -> !code.synthetic() && !code.code().contains("."))
        .map(ErrorCode::code)
        .toList();
  }

  @Test
  void aStatusFileConvictsInTheWindowOnly() {
    int convicting = 0;
    for (ErrorCode code : DIAGNOSIS.catalog().codes()) {
      if (code.code().matches("VMSnapshotLinux\\.\\d+")) {
        long number = Long.parseLong(code.code().substring(code.code().indexOf('.') + 1));
        convicting += confirmed(judge(true, status(number, INSIDE))).isEmpty() ? 0 : 1;
        for (Instant at : OUTSIDE) {
          assertThat(confirmed(judge(true, status(number, at)))).as(code.code()).isEmpty();
        }
      }
    }
    assertThat(convicting).as("codes that convict inside of it").isPositive();
  }

  private static FactSet.Builder status(long code, Instant at) {
    ExtensionStatus.Outcome outcome =
        new ExtensionStatus.Outcome(code, "error", "", at.minusSeconds(60), 2, 2, null, 556L);
    return FactSet.builder()
        .observed(
            ExtensionFacts.STATUS,
            new ExtensionStatus("/s", "1.0", 3, ExtensionStatus.Reading.READ, at, outcome),
            "/s",
            at)
        .observed(
            BackupFacts.SEEN_CODES,
            List.of(new SeenCode("VMSnapshotLinux." + code, "/s", at, "code " + code)),
            "/s",
            at);
  }

  private static Report judge(boolean linux, FactSet.Builder seen) {
    return judge(linux, seen, List.of());
  }

  private static Report judge(boolean linux, FactSet.Builder seen, List<String> codes) {
    GuestOs os =
        new GuestOs(
            linux ? GuestOs.Family.LINUX : GuestOs.Family.WINDOWS, "", "", List.of(), "a guest");
    seen.observed(GuestFacts.OS, os, "test");
    seen.observed(GuestFacts.PLATFORM, new Platform(Platform.Kind.AZURE, "test"), "test");
    DiagnosisRequest.Builder request = DiagnosisRequest.builder().failedAt(FAILED);
    codes.forEach(request::code);
    return DIAGNOSIS.judge(seen.build(), request.deadline(Duration.ofMinutes(1)).build());
  }

  private static List<String> confirmed(Report report) {
    return report.causes().stream()
        .filter(cause -> cause.state() == CauseState.CONFIRMED)
        .map(RankedCause::id)
        .toList();
  }
}
