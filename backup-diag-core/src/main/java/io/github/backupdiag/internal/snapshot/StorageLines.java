package io.github.backupdiag.internal.snapshot;

import io.github.backupdiag.diagnostic.Facts;
import io.github.backupdiag.fact.backup.LogEvent;
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
          "(?:I/O error,? (?:on )?dev(?:ice)? |\\(device |EXT4-fs \\(|XFS \\()([\\w-]{1,32})");

  /** CD, floppy, memory and files; faults of these are common and do not count. */
  private static final Pattern NO_DISK = Pattern.compile("(sr|fd|loop|ram|zram|nbd)\\d.*");

  private StorageLines() {}

  /** Needs {@code KERNEL_LOG}, {@code WINDOW} and {@code MOUNTS} among the declared facts. */
  static List<LogEvent> all(Facts facts, Set<String> signatures) {
    Mounts mounts = facts.value(GuestFacts.MOUNTS);
    return Agreement.lines(facts, SnapshotFacts.KERNEL_LOG, signatures).stream()
        .filter(event -> takesPart(device(event), mounts))
        .toList();
  }

  static @Nullable String device(LogEvent event) {
    Matcher matcher = DEVICE.matcher(event.text());
    return matcher.find() ? matcher.group(1) : null;
  }

  /** The mount of a device or one of its partitions, or null. */
  static @Nullable MountPoint mount(@Nullable String device, @Nullable Mounts mounts) {
    if (device == null || mounts == null) {
      return null;
    }
    return mounts.points().stream()
        .filter(point -> point.device().startsWith("/dev/" + device))
        .findFirst()
        .orElse(null);
  }

  /** A copy does not tell what was mounted; there the second disk mostly is the temporary one. */
  private static boolean takesPart(@Nullable String device, @Nullable Mounts mounts) {
    if (device == null || NO_DISK.matcher(device).matches()) {
      return false;
    }
    if (mounts == null || !mounts.live()) {
      return !device.startsWith("sdb");
    }
    MountPoint mount = mount(device, mounts);
    return mount != null && !FrozenMounts.isTemporary(mount);
  }
}
