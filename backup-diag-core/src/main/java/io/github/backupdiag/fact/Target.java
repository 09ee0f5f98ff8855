package io.github.backupdiag.fact;

import org.jspecify.annotations.Nullable;

/**
 * The virtual machine a diagnosis is about, as far as it is known.
 *
 * @param vm ARM id or name of the VM, or null
 * @param vault ARM id or name of the Recovery Services vault, or null
 * @param resourceGroup resource group of the VM, or null
 */
public record Target(@Nullable String vm, @Nullable String vault, @Nullable String resourceGroup) {

  private static final Target UNKNOWN = new Target(null, null, null);

  /**
   * Gives the target of which nothing is known.
   *
   * @return a target with nulls only
   */
  public static Target unknown() {
    return UNKNOWN;
  }
}
