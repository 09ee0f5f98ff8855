package io.github.backupdiag.fact.guest;

import io.github.backupdiag.fact.FactKey;

/**
 * Facts of what surrounds VSS on a Windows guest: its settings, its storage and those who take
 * part. Source: {@code registry} and {@code commands} of the fact base on Windows.
 */
public final class WindowsVssFacts {

  /** Where shadow copies are stored, and how much room is left there. */
  public static final FactKey<ShadowStorages> SHADOW_STORAGE =
      FactKey.record("guest.windows.shadow-storage", ShadowStorages.class);

  /** Settings of VSS in the registry. */
  public static final FactKey<VssSettings> VSS_SETTINGS =
      FactKey.record("guest.windows.vss-settings", VssSettings.class);

  /** Settings of the backup extension in the registry; with empty lists before the first backup. */
  public static final FactKey<SnapshotSettings> SNAPSHOT_SETTINGS =
      FactKey.record("guest.windows.snapshot-settings", SnapshotSettings.class);

  /** What System Writer has to list. */
  public static final FactKey<SystemWriterInputs> SYSTEM_WRITER_INPUTS =
      FactKey.record("guest.windows.system-writer-inputs", SystemWriterInputs.class);

  /** Whether the cluster service is installed. */
  public static final FactKey<Boolean> CLUSTER_SERVICE =
      FactKey.flag("guest.windows.cluster-service");

  /**
   * Value {@code DisableDeleteNotification} of the file system: 0 if freed blocks are trimmed, also
   * if the value is not set; else 1.
   */
  public static final FactKey<Long> TRIM_SWITCHED_OFF =
      FactKey.number("guest.windows.trim-switched-off");

  /** Value {@code Enable64Bit} of .NET; absent, as on most guests, means 1. */
  public static final FactKey<Long> DOTNET_64BIT = FactKey.number("guest.windows.dotnet-64bit");

  /** Errors in the log of SQL Writer. */
  public static final FactKey<SqlWriterLog> SQL_WRITER_LOG =
      FactKey.record("guest.windows.sql-writer-log", SqlWriterLog.class);

  private WindowsVssFacts() {}
}
