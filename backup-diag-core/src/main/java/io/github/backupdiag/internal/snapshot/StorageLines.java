package io.github.backupdiag.internal.snapshot;

import io.github.backupdiag.diagnostic.Facts;
import io.github.backupdiag.fact.backup.LogEvent;
import io.github.backupdiag.fact.guest.GuestDisks;
import io.github.backupdiag.fact.guest.GuestFacts;
import io.github.backupdiag.fact.guest.MountPoint;
import io.github.backupdiag.fact.guest.Mounts;
import io.github.backupdiag.fact.guest.SnapshotFacts;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Lines of the kernel about a disk that takes part in the backup. */
final class StorageLines {

  private static final Pattern DEVICE =
      Pattern.compile(
          "(?:I/O error,? (?:on )?dev(?:ice)? |medium error, dev |\\(device |EXT4-fs \\(|XFS \\()"
              + "([\\w-]{1,32})|journal on device ([\\w-]{1,32}?)-8\\b");

  /** CD, floppy, memory and files; faults of these are common and do not count. */
  private static final Pattern NO_DISK = Pattern.compile("(sr|fd|loop|ram|zram|nbd)\\d.*");

  /** Requests that a disk may refuse without any loss. */
  private static final Pattern MAY_FAIL =
      Pattern.compile("\\((?:DISCARD|WRITE_ZEROES|WRITE_SAME)\\)");

  /** Devices that do not tell the disk below them. */
  private static final Pattern HIDES_ITS_DISK =
      Pattern.compile("/dev/(?:root|mapper/.*|dm-\\d+|md.*|disk/.*)|[A-Z]+=.*");

  private StorageLines() {}

  /** Needs {@code KERNEL_LOG}, {@code WINDOW}, {@code MOUNTS} and {@code DISKS} declared. */
  static List<LogEvent> all(Facts facts, Set<String> signatures) {
    return Agreement.lines(facts, SnapshotFacts.KERNEL_LOG, signatures).stream()
        .filter(event -> !MAY_FAIL.matcher(event.text()).find())
        .filter(event -> takesPart(device(event), facts))
        .toList();
  }

  static @Nullable String device(LogEvent event) {
    Matcher matcher = DEVICE.matcher(event.text());
    return !matcher.find() ? null : matcher.group(1) != null ? matcher.group(1) : matcher.group(2);
  }

  /** The mount of a device or one of its partitions, or null. */
  static @Nullable MountPoint mount(@Nullable String device, @Nullable Mounts mounts) {
    if (device == null || mounts == null) {
      return null;
    }
    return mounts.points().stream()
        .filter(point -> point.device().startsWith("/dev/"))
        .filter(point -> GuestDisks.isPartOf(point.device().substring(5), device))
        .findFirst()
        .orElse(null);
  }

  private static boolean takesPart(@Nullable String device, Facts facts) {
    GuestDisks disks = facts.value(SnapshotFacts.DISKS);
    boolean known = disks != null && disks.temporary() != null;
    if (device == null
        || NO_DISK.matcher(device).matches()
        || (disks != null && disks.isTemporary(device))) {
      return false;
    }
    Mounts mounts = facts.value(GuestFacts.MOUNTS);
    MountPoint mount = mounts == null || !mounts.live() ? null : mount(device, mounts);
    if (mount != null) {
      return !FrozenMounts.isTemporary(mount, disks);
    }
    // The second disk mostly is the temporary one.
    boolean second = !known && GuestDisks.isPartOf(device, "sdb");
    return !second && (mounts == null || !mounts.live() || hidesDisks(mounts));
  }

  private static boolean hidesDisks(Mounts mounts) {
    return mounts.points().stream()
        .anyMatch(point -> HIDES_ITS_DISK.matcher(point.device()).matches());
  }
}
