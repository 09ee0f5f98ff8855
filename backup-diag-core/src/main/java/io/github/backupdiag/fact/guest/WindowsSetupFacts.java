package io.github.backupdiag.fact.guest;

import io.github.backupdiag.fact.FactKey;
import java.util.List;

/** Facts of how Windows is set up, as far as agent and backup extension rest on it. */
public final class WindowsSetupFacts {

  /** The .NET Framework 4, also where it is not installed. */
  public static final FactKey<DotNetRelease> DOTNET =
      FactKey.record("guest.windows.dotnet-release", DotNetRelease.class);

  /** Switches of .NET for secure connections, with an empty list if none is set. */
  public static final FactKey<List<RegistrySwitch>> TLS_SWITCHES =
      FactKey.records("guest.windows.tls-switches", RegistrySwitch.class);

  /** The Visual C++ runtime. */
  public static final FactKey<RuntimeLibraries> RUNTIME_LIBRARIES =
      FactKey.record("guest.windows.runtime-libraries", RuntimeLibraries.class);

  /** Whether Windows waits for a restart. */
  public static final FactKey<PendingReboot> PENDING_REBOOT =
      FactKey.record("guest.windows.pending-reboot", PendingReboot.class);

  /** The configuration of .NET for the machine, also where it is missing. */
  public static final FactKey<MachineConfig> MACHINE_CONFIG =
      FactKey.record("guest.windows.machine-config", MachineConfig.class);

  /** Folders of the storage library in the global assembly cache, may be empty. */
  public static final FactKey<List<String>> STORAGE_ASSEMBLY =
      FactKey.texts("guest.windows.storage-assembly");

  /** Version and word size of Windows. */
  public static final FactKey<WindowsBuild> BUILD =
      FactKey.record("guest.windows.build", WindowsBuild.class);

  /** Volumes and whether BitLocker locks them; absent where BitLocker is not installed. */
  public static final FactKey<List<BitLockerVolume>> BITLOCKER_VOLUMES =
      FactKey.records("guest.windows.bitlocker-volumes", BitLockerVolume.class);

  /** Sizes of desktop heaps; absent if the registry sets none. */
  public static final FactKey<DesktopHeap> DESKTOP_HEAP =
      FactKey.record("guest.windows.desktop-heap", DesktopHeap.class);

  /** Exit status of {@code winmgmt /verifyrepository}, 0 for a consistent repository. */
  public static final FactKey<Long> WMI_VERIFICATION = FactKey.number("guest.windows.wmi-verify");

  /** Drivers that watch files, with an empty list if none does. */
  public static final FactKey<List<FilterDriver>> FILTER_DRIVERS =
      FactKey.records("guest.windows.filter-drivers", FilterDriver.class);

  /** Paths that Microsoft Defender leaves alone, with an empty list if there is none. */
  public static final FactKey<List<String>> DEFENDER_EXCLUSIONS =
      FactKey.texts("guest.windows.defender-exclusions");

  private WindowsSetupFacts() {}
}
