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
import io.github.backupdiag.fact.backup.JobWindow;
import io.github.backupdiag.fact.guest.GuestFacts;
import io.github.backupdiag.fact.guest.GuestOs;
import io.github.backupdiag.fact.guest.MountPoint;
import io.github.backupdiag.fact.guest.Mounts;
import io.github.backupdiag.fact.guest.RoomLeft;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A file system that agent or extension write to has less than 500 MB or no inode left
 * (guest.linux.disk.space-and-inodes, which only suggests: a log line of the failure must agree).
 */
public final class GuestDiskRoom implements Diagnostic {

  private static final long ENOUGH = 500_000_000;

  /** File systems without a fixed number of inodes report none free. */
  private static final Set<String> NO_INODES = Set.of("btrfs", "vfat", "ntfs", "9p");

  private static final DiagnosticDescriptor DESCRIPTOR =
      DiagnosticDescriptor.of("core.disk.guest-disk-room", "guest-disk-full")
          .needs(GuestFacts.ROOM)
          .helpful(
              GuestFacts.MOUNTS,
              GuestFacts.AGENT_LOG,
              GuestFacts.EXTENSION_LOG,
              BackupFacts.WINDOW,
              GuestFacts.OS)
          .on(GuestOs.Family.LINUX)
          .onAzureVmOnly()
          .checks("guest.linux.disk.space-and-inodes");

  /** Made by {@code ServiceLoader}. */
  public GuestDiskRoom() {}

  @Override
  public DiagnosticDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public Verdict diagnose(Facts facts) {
    List<RoomLeft> rooms = facts.value(GuestFacts.ROOM);
    if (rooms == null || rooms.isEmpty()) {
      return Verdict.inconclusive(Phrase.of("because.guest-disk-room.not-measured"))
          .missing((FactKey<?>) GuestFacts.ROOM);
    }
    Mounts mounts = facts.value(GuestFacts.MOUNTS);
    List<Evidence> low = new ArrayList<>();
    for (RoomLeft room : rooms) {
      if (isOutOfInodes(room, mounts)) {
        low.add(
            Evidence.of(
                GuestFacts.ROOM,
                Phrase.of("evidence.guest-disk-room.no-inodes", "path", room.path())));
      } else if (isLow(room)) {
        low.add(room(room, "low"));
      }
    }
    if (!low.isEmpty()) {
      return low(low, facts);
    }
    List<Evidence> told = SpaceErrors.in(facts, event -> true, "guest-disk-full");
    boolean perhapsInodes =
        !told.isEmpty() && rooms.stream().anyMatch(room -> isUncounted(room, mounts));
    return perhapsInodes
        ? Verdict.inconclusive(Phrase.of("because.guest-disk-room.inodes-unknown")).hinting(told)
        : Verdict.ruledOut(When.NOW, room(tightest(rooms), "enough"));
  }

  private static Verdict low(List<Evidence> low, Facts facts) {
    JobWindow window = facts.value(BackupFacts.WINDOW);
    List<Evidence> lines =
        window == null
            ? List.of()
            : SpaceErrors.in(facts, event -> window.contains(event.time()), "guest-disk-full");
    if (lines.isEmpty()) {
      return Verdict.inconclusive(Phrase.of("because.guest-disk-room.no-line")).hinting(low);
    }
    List<Evidence> all = new ArrayList<>(low);
    all.addAll(lines);
    GuestOs os = facts.value(GuestFacts.OS);
    return Verdict.likely(When.NOW, all.toArray(Evidence[]::new))
        .with("unit", os == null ? "waagent" : os.agentUnit());
  }

  /** A small file system that is half empty is not full. */
  private static boolean isLow(RoomLeft room) {
    return room.usableBytes() < ENOUGH && room.usableBytes() < room.totalBytes() / 2;
  }

  private static boolean isOutOfInodes(RoomLeft room, @Nullable Mounts mounts) {
    return hasInodes(room, mounts) && room.freeInodes() != null && room.freeInodes() == 0;
  }

  private static boolean isUncounted(RoomLeft room, @Nullable Mounts mounts) {
    return hasInodes(room, mounts) && room.freeInodes() == null;
  }

  private static boolean hasInodes(RoomLeft room, @Nullable Mounts mounts) {
    MountPoint mount = mounts == null ? null : mounts.holding(room.path());
    return mount == null || !NO_INODES.contains(mount.type());
  }

  private static RoomLeft tightest(List<RoomLeft> rooms) {
    return rooms.stream().min(Comparator.comparingLong(RoomLeft::usableBytes)).orElseThrow();
  }

  private static Evidence room(RoomLeft room, String what) {
    return Evidence.of(
            GuestFacts.ROOM,
            Phrase.of(
                "evidence.guest-disk-room." + what,
                "path",
                room.path(),
                "megabytes",
                String.valueOf(room.usableBytes() / 1_000_000)))
        .withPlace(room.path(), 0);
  }
}
