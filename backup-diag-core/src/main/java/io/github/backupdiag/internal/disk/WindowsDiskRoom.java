package io.github.backupdiag.internal.disk;

import io.github.backupdiag.diagnostic.Diagnostic;
import io.github.backupdiag.diagnostic.DiagnosticDescriptor;
import io.github.backupdiag.diagnostic.Evidence;
import io.github.backupdiag.diagnostic.Facts;
import io.github.backupdiag.diagnostic.Phrase;
import io.github.backupdiag.diagnostic.Verdict;
import io.github.backupdiag.diagnostic.When;
import io.github.backupdiag.fact.FactKey;
import io.github.backupdiag.fact.backup.BackupFacts;
import io.github.backupdiag.fact.guest.GuestFacts;
import io.github.backupdiag.fact.guest.GuestOs;
import io.github.backupdiag.fact.guest.RoomLeft;
import io.github.backupdiag.fact.guest.SeenNumber;
import io.github.backupdiag.fact.guest.WindowsEvent;
import io.github.backupdiag.fact.guest.WindowsFacts;
import io.github.backupdiag.internal.event.EventEvidence;
import io.github.backupdiag.internal.event.Moment;
import java.util.ArrayList;
import java.util.List;

/**
 * The system drive of Windows has less than 1 GB left (guest.windows.disk.free, which only
 * suggests: an error of the failure must tell of a full disk). What part of a large disk is used
 * says nothing.
 */
public final class WindowsDiskRoom implements Diagnostic {

  private static final long WARNING = 1_000_000_000;
  private static final long CRITICAL = 100_000_000;
  private static final String DISK_FULL = "hresult.0x80070070";

  /** The registry writer of VSS ran out of space (windows-vss.json, eventsSupplement). */
  private static final int WRITER_OUT_OF_SPACE = 12345;

  private static final int MOST = 3;

  private static final DiagnosticDescriptor DESCRIPTOR =
      DiagnosticDescriptor.of("core.disk.windows-disk-room", "guest-disk-full")
          .needs(GuestFacts.ROOM)
          .helpful(WindowsFacts.ERROR_NUMBERS, WindowsFacts.EVENTS, BackupFacts.WINDOW)
          .on(GuestOs.Family.WINDOWS)
          .onAzureVmOnly()
          .checks("guest.windows.disk.free");

  /** Made by {@code ServiceLoader}. */
  public WindowsDiskRoom() {}

  @Override
  public DiagnosticDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public Verdict diagnose(Facts facts) {
    List<RoomLeft> rooms = facts.value(GuestFacts.ROOM);
    if (rooms == null || rooms.isEmpty()) {
      return Verdict.inconclusive(Phrase.of("because.windows-disk-room.not-measured"))
          .missing((FactKey<?>) GuestFacts.ROOM);
    }
    RoomLeft system = rooms.get(0);
    if (system.usableBytes() >= WARNING) {
      return Verdict.ruledOut(When.NOW, room(system, "enough"));
    }
    Evidence low = room(system, system.usableBytes() < CRITICAL ? "critical" : "low");
    List<Evidence> found = new ArrayList<>(List.of(low));
    found.addAll(errors(facts));
    return found.size() == 1
        ? Verdict.inconclusive(Phrase.of("because.windows-disk-room.alone")).hinting(found)
        : Verdict.likely(When.NOW, found.toArray(Evidence[]::new));
  }

  /** What the job itself met, inside its window. */
  private static List<Evidence> errors(Facts facts) {
    List<SeenNumber> seen = facts.value(WindowsFacts.ERROR_NUMBERS);
    List<Evidence> errors = new ArrayList<>();
    for (SeenNumber number : seen == null ? List.<SeenNumber>of() : seen) {
      boolean then = Moment.of(number.time(), facts.value(BackupFacts.WINDOW)) == Moment.AT_FAILURE;
      if (number.error().equals(DISK_FULL) && then && errors.size() < MOST) {
        errors.add(
            Evidence.of(
                    WindowsFacts.ERROR_NUMBERS,
                    Phrase.of("evidence.windows-disk-room.number", "number", number.written()))
                .withExcerpt(number.text())
                .withPlace(number.source(), number.line())
                .withTime(number.time()));
      }
    }
    List<WindowsEvent> events =
        EventEvidence.in(
            facts,
            event ->
                event.isBy("VSS")
                    && event.id() == WRITER_OUT_OF_SPACE
                    && EventEvidence.moment(facts, event) == Moment.AT_FAILURE);
    errors.addAll(EventEvidence.of(events));
    return errors;
  }

  private static Evidence room(RoomLeft room, String what) {
    return Evidence.of(
            GuestFacts.ROOM,
            Phrase.of(
                "evidence.windows-disk-room." + what,
                "path",
                room.path(),
                "megabytes",
                String.valueOf(room.usableBytes() / 1_000_000)))
        .withPlace(room.path(), 0);
  }
}
