package io.github.backupdiag.guest.internal.linux;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.fact.UnavailableReason;
import io.github.backupdiag.fact.backup.LogEvent;
import io.github.backupdiag.fact.backup.LogEvents;
import io.github.backupdiag.fact.guest.GuestFacts;
import io.github.backupdiag.fact.guest.RoomLeft;
import io.github.backupdiag.guestaccess.GuestConnection;
import io.github.backupdiag.guestaccess.Question;
import io.github.backupdiag.testkit.CheckedObservations;
import io.github.backupdiag.testkit.FakeGuest;
import io.github.backupdiag.testkit.ProbeTester;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class RoomProbeTest {

  private static final Instant NIGHT = Instant.parse("2026-03-14T02:15:20Z");
  private static final long GB = 1_000_000_000;
  private static final List<String> STAT =
      List.of(
          "stat",
          "-f",
          "-c",
          "%c %d %n",
          "/",
          "/var",
          "/var/lib/waagent",
          "/var/log",
          "/etc/azure");

  private final FakeGuest guest =
      FakeGuest.live().space("/", 30 * GB, 20 * GB).space("/var", 9 * GB, 8 * GB);

  @Test
  void startsNothingWhereNoWriteFailed() {
    look("all is well").expectObserved(GuestFacts.ROOM, rooms(null, null));
    assertThat(guest.asked()).noneMatch(asked -> asked instanceof Question.Command);
  }

  @Test
  void countsInodesOnceWhereAWriteFailedThoughRoomIsLeft() {
    guest.command(STAT, 1, "1966080 1700000 /\n655360 0 /var\n");

    look("[Errno 28] No space left on device").expectObserved(GuestFacts.ROOM, rooms(1700000L, 0L));
    assertThat(guest.asked()).filteredOn(asked -> asked instanceof Question.Command).hasSize(1);
  }

  @Test
  void startsNothingWhereLittleRoomTellsEnough() {
    guest.space("/var", 9 * GB, 1000);
    look("[Errno 28] No space left on device");
    assertThat(guest.asked()).noneMatch(asked -> asked instanceof Question.Command);
  }

  @Test
  void startsNothingWhereTheKernelRefusedAFileOfItsOwn() {
    look("[Errno 28] No space left on device: '/sys/fs/cgroup/cpu/tasks'");
    assertThat(guest.asked()).noneMatch(asked -> asked instanceof Question.Command);
  }

  @Test
  void leavesInodesUnknownWhereTheProgramFails() {
    guest.command(STAT, 127, "stat: unrecognized option\n");
    look("[Errno 28] No space left on device").expectObserved(GuestFacts.ROOM, rooms(null, null));
  }

  @Test
  void saysThatNothingMayBeSeen() {
    ProbeTester.of(new RoomProbe())
        .connect(GuestConnection.class, FakeGuest.live().denied("/"))
        .observe()
        .expectUnavailable(GuestFacts.ROOM, UnavailableReason.NOT_PERMITTED);
  }

  private CheckedObservations look(String line) {
    LogEvent event = new LogEvent("wa-any", "/var/log/waagent.log", 1, NIGHT, line);
    return ProbeTester.of(new RoomProbe())
        .connect(GuestConnection.class, guest)
        .given(GuestFacts.AGENT_LOG, new LogEvents(List.of(event), NIGHT, NIGHT, true))
        .observe()
        .expectAccessNeedsComplete();
  }

  private static List<RoomLeft> rooms(Long root, Long var) {
    return List.of(
        new RoomLeft("/", 30 * GB, 20 * GB, root), new RoomLeft("/var", 9 * GB, 8 * GB, var));
  }
}
