package io.github.backupdiag.internal.snapshot;

import io.github.backupdiag.diagnostic.Verdict;
import io.github.backupdiag.fact.guest.GuestDisks;
import io.github.backupdiag.fact.guest.MountPoint;
import io.github.backupdiag.fact.guest.Mounts;
import io.github.backupdiag.fact.guest.VmbackupConf;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The mounts that the extension freezes: of four types, on no loop device, not the temporary disk
 * and not left out by the settings (fsfreezer.py).
 */
final class FrozenMounts {

  private static final Set<String> TYPES = Set.of("ext3", "ext4", "xfs", "btrfs");

  /** Where agent and cloud-init mount the temporary disk. */
  private static final Set<String> TEMPORARY = Set.of("/mnt", "/mnt/resource");

  private static final int MOST_NAMED = 10;

  private FrozenMounts() {}

  static List<MountPoint> of(
      Mounts mounts, @Nullable VmbackupConf conf, @Nullable GuestDisks disks) {
    return mounts.points().stream()
        .filter(point -> isFrozenType(point) && !isLeftOut(point.path(), conf))
        .filter(point -> !isTemporary(point, disks))
        .toList();
  }

  /** Whether a path is frozen, as far as that can be told without its device. */
  static boolean isFrozen(
      String path,
      @Nullable Mounts mounts,
      @Nullable VmbackupConf conf,
      @Nullable GuestDisks disks) {
    MountPoint point = mounts == null ? null : mounts.holding(path);
    boolean temporary =
        (point != null && point.path().equals(path))
            ? isTemporary(point, disks)
            : TEMPORARY.contains(path);
    return !temporary && !isLeftOut(path, conf);
  }

  /** The settings cannot leave out the root. */
  private static boolean isLeftOut(String path, @Nullable VmbackupConf conf) {
    return conf != null && !path.equals("/") && conf.mountsToSkip().contains(path);
  }

  /**
   * Whether a mount is that of the temporary disk: by its device where both are known
   * (ResourceDiskUtil.py), else by where agent and cloud-init mount it.
   */
  static boolean isTemporary(MountPoint point, @Nullable GuestDisks disks) {
    boolean plain = point.device().matches("/dev/(?:sd|nvme)\\w+");
    if (plain && disks != null && disks.temporary() != null) {
      return disks.isTemporary(point.device().substring(5));
    }
    return TEMPORARY.contains(point.path())
        || point.device().contains("azure_resource")
        || point.options().contains("comment=cloudconfig");
  }

  /** Paths in the order of the freeze: what was mounted last first, the root at the end. */
  static String order(List<MountPoint> frozen) {
    List<String> paths = new ArrayList<>(frozen.stream().map(MountPoint::path).distinct().toList());
    Collections.reverse(paths);
    if (paths.remove("/")) {
      paths.add("/");
    }
    int more = paths.size() - MOST_NAMED;
    return more <= 0
        ? String.join(" ", paths)
        : String.join(" ", paths.subList(0, MOST_NAMED)) + " (+" + more + ")";
  }

  /** Another frozen mount of the same place or device, or null. */
  static @Nullable MountPoint twin(MountPoint one, List<MountPoint> frozen, Mounts mounts) {
    String device = device(one, mounts);
    return frozen.stream()
        .filter(other -> other.line() != one.line())
        .filter(other -> other.path().equals(one.path()) || device(other, mounts).equals(device))
        .findFirst()
        .orElse(null);
  }

  /** Adds a mount, and its device if the table names one that a command can take. */
  static Verdict.Confirmed named(Verdict.Confirmed verdict, String path, @Nullable Mounts mounts) {
    Verdict.Confirmed named = verdict.with("mount", path);
    MountPoint point = mounts == null ? null : mounts.holding(path);
    boolean known =
        point != null
            && point.path().equals(path)
            && !isBind(point)
            && (point.device().startsWith("/dev/") || point.device().startsWith("UUID="));
    return point != null && known ? named.with("device", point.device()) : named;
  }

  private static boolean isFrozenType(MountPoint point) {
    boolean bind = isBind(point);
    return (bind || TYPES.contains(point.type())) && !point.device().startsWith("/dev/loop");
  }

  private static boolean isBind(MountPoint point) {
    return point.options().contains("bind") || point.options().contains("rbind");
  }

  /** What is mounted; for a bind mount of the boot table, what holds the folder. */
  private static String device(MountPoint point, Mounts mounts) {
    MountPoint source = isBind(point) ? mounts.holding(point.device()) : null;
    return source == null || isBind(source) ? point.device() : source.device();
  }
}
