package io.github.backupdiag.fact.guest;

import io.github.backupdiag.fact.FactKey;
import io.github.backupdiag.fact.backup.LogEvents;
import java.util.List;

/**
 * Facts of a Windows guest. What a pasted text tells and what is asked of the guest itself come
 * under the same keys; their sources differ.
 */
public final class WindowsFacts {

  /** The VSS writers; the time of the observation is that of the list, null for a pasted one. */
  public static final FactKey<VssWriters> VSS_WRITERS =
      FactKey.record("guest.windows.vss-writers", VssWriters.class);

  /** The VSS providers. */
  public static final FactKey<VssProviders> VSS_PROVIDERS =
      FactKey.record("guest.windows.vss-providers", VssProviders.class);

  /** Entries of the event logs. */
  public static final FactKey<WindowsEvents> EVENTS =
      FactKey.record("guest.windows.events", WindowsEvents.class);

  /** Numbers of errors in texts. */
  public static final FactKey<List<SeenNumber>> ERROR_NUMBERS =
      FactKey.records("guest.windows.error-numbers", SeenNumber.class);

  /** Known signatures in {@code WaAppAgent.log}. */
  public static final FactKey<LogEvents> AGENT_LOG = GuestFacts.logEvents("waagentwindows");

  /** Known signatures in the log of the backup extension, {@code IaaSBcdrExtension*.log}. */
  public static final FactKey<LogEvents> EXTENSION_LOG = GuestFacts.logEvents("vmsnapshot-windows");

  private WindowsFacts() {}
}
