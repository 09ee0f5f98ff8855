package io.github.backupdiag.fact.guest;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The disks that the kernel sees, the temporary one among them.
 *
 * @param names names such as {@code sda}
 * @param temporary name of the temporary disk, which no backup takes; null if not known
 */
public record GuestDisks(List<String> names, @Nullable String temporary) {

  /**
   * Copies the list.
   *
   * @param names names such as {@code sda}
   * @param temporary name of the temporary disk
   */
  public GuestDisks {
    names = List.copyOf(names);
  }

  /**
   * Gives the disks that a backup may take.
   *
   * @return all names but that of the temporary disk, if it is known
   */
  public List<String> lasting() {
    return names.stream().filter(name -> !name.equals(temporary)).toList();
  }

  /**
   * Tells whether a device is the temporary disk or one of its partitions.
   *
   * @param device name below {@code /dev}, such as {@code sdb1}
   * @return false if the temporary disk is not known
   */
  public boolean isTemporary(String device) {
    return temporary != null && isPartOf(device, temporary);
  }

  /**
   * Tells whether a device is a disk or one of its partitions.
   *
   * @param device name below {@code /dev}
   * @param disk name of a disk or a partition
   * @return true for {@code sda1} of {@code sda} and {@code nvme0n1p1} of {@code nvme0n1}
   */
  public static boolean isPartOf(String device, String disk) {
    if (disk.isEmpty() || !device.startsWith(disk)) {
      return false;
    }
    String rest = device.substring(disk.length());
    boolean numbered = Character.isDigit(disk.charAt(disk.length() - 1));
    return rest.isEmpty() || rest.matches(numbered ? "p\\d{1,3}" : "\\d{1,3}");
  }
}
