package io.github.backupdiag.internal.disk;

import static io.github.backupdiag.internal.rules.VerdictEvidence.evidence;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.diagnostic.Confidence;
import io.github.backupdiag.diagnostic.When;
import io.github.backupdiag.fact.UnavailableReason;
import io.github.backupdiag.fact.backup.BackupFacts;
import io.github.backupdiag.fact.guest.GuestFacts;
import io.github.backupdiag.fact.guest.RoomLeft;
import io.github.backupdiag.fact.guest.SeenNumber;
import io.github.backupdiag.fact.guest.WindowsEvent;
import io.github.backupdiag.fact.guest.WindowsEvents;
import io.github.backupdiag.fact.guest.WindowsFacts;
import io.github.backupdiag.internal.rules.Samples;
import io.github.backupdiag.testkit.DiagnosticTester;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WindowsDiskRoomTest {

  private static final long MB = 1_000_000;
  private static final long GB = 1000 * MB;
  private static final Instant INSIDE = Samples.NIGHT.plus(Duration.ofMinutes(5));
  private static final Instant BEFORE = Samples.NIGHT.minus(Duration.ofDays(2));

  private final DiagnosticTester rule =
      DiagnosticTester.of(new WindowsDiskRoom())
          .wordedBy()
          .given(BackupFacts.WINDOW, Samples.WINDOW);

  @Test
  void confirmsLittleRoomWithAnErrorOfTheFailedJob() {
    number(left(700 * MB), INSIDE)
        .expectConfirmed(When.NOW, Confidence.LIKELY)
        .withEvidence("C:/", 0);
    assertThat(
            evidence(
                left(50 * MB)
                    .given(WindowsFacts.EVENTS, writerOutOfSpace(INSIDE))
                    .expectConfirmed(When.NOW, Confidence.LIKELY)))
        .hasSize(2);
  }

  @Test
  void takesLittleRoomAloneForAHint() {
    assertThat(evidence(left(50 * MB).expectInconclusive())).hasSize(1);
    number(left(50 * MB), BEFORE).expectInconclusive();
    number(left(50 * MB), null).expectInconclusive();
    left(50 * MB).given(WindowsFacts.EVENTS, writerOutOfSpace(BEFORE)).expectInconclusive();
  }

  @Test
  void rulesOutALargeDiskThatIsNinetyPercentUsed() {
    left(20 * GB).expectRuledOut(When.NOW);
    number(left(GB), INSIDE).expectRuledOut(When.NOW);
  }

  @Test
  void looksAtTheDriveOfTheSystemOnly() {
    rule.given(
            GuestFacts.ROOM,
            List.of(
                new RoomLeft("C:/", 127 * GB, 20 * GB, null),
                new RoomLeft("E:/", 500 * GB, 0, null)))
        .expectRuledOut(When.NOW);
  }

  @Test
  void saysWhatItDidNotSee() {
    rule.givenUnavailable(GuestFacts.ROOM, UnavailableReason.NOT_RECORDED).expectInconclusive();
    rule.given(GuestFacts.ROOM, List.of()).expectInconclusive();
  }

  private DiagnosticTester left(long bytes) {
    return rule.given(GuestFacts.ROOM, List.of(new RoomLeft("C:/", 200 * GB, bytes, null)));
  }

  private static DiagnosticTester number(DiagnosticTester rule, @Nullable Instant time) {
    return rule.given(
        WindowsFacts.ERROR_NUMBERS,
        List.of(
            new SeenNumber("hresult.0x80070070", "0x80070070", "", time, "a.log", 4, "line"),
            new SeenNumber("hresult.0x8000ffff", "0x8000ffff", "", INSIDE, "a.log", 5, "line")));
  }

  private static WindowsEvents writerOutOfSpace(Instant time) {
    return new WindowsEvents(
        List.of(
            new WindowsEvent("Application", "VSS", 12345, time, List.of(), "wevtutil", 1, "VSS")),
        time,
        true);
  }
}
