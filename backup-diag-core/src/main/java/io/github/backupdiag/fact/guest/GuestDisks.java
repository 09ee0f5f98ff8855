package io.github.backupdiag.fact.guest;

import java.util.List;

/**
 * The disks that the kernel sees, the temporary one among them.
 *
 * @param names names such as {@code sda}
 */
public record GuestDisks(List<String> names) {

  /**
   * Copies the list.
   *
   * @param names names such as {@code sda}
   */
  public GuestDisks {
    names = List.copyOf(names);
  }
}
