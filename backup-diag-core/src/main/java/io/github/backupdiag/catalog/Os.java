package io.github.backupdiag.catalog;

/** Family of operating systems that an entry holds for. */
public enum Os {
  /** Any Linux. */
  LINUX,
  /** Any Windows. */
  WINDOWS
}
