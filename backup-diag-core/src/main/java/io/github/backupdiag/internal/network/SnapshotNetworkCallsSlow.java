package io.github.backupdiag.internal.network;

import io.github.backupdiag.diagnostic.Diagnostic;
import io.github.backupdiag.diagnostic.DiagnosticDescriptor;
import io.github.backupdiag.diagnostic.Evidence;
import io.github.backupdiag.diagnostic.Facts;
import io.github.backupdiag.diagnostic.Phrase;
import io.github.backupdiag.diagnostic.Verdict;
import io.github.backupdiag.diagnostic.When;
import io.github.backupdiag.fact.guest.GuestOs;
import io.github.backupdiag.fact.guest.SnapshotSetting;
import io.github.backupdiag.fact.guest.SnapshotSettings;
import io.github.backupdiag.fact.guest.WindowsVssFacts;
import org.jspecify.annotations.Nullable;

/**
 * The guest itself asks for the snapshot, over a slow network. The settings that let the host do it
 * first rule that out; their absence is the default and confirms nothing
 * (guest.windows.reg.snapshot-method is context).
 */
public final class SnapshotNetworkCallsSlow implements Diagnostic {

  private static final String HOST_FIRST = "firstHostThenGuest";

  private static final DiagnosticDescriptor DESCRIPTOR =
      DiagnosticDescriptor.of(
              "core.network.snapshot-network-calls-slow", "snapshot-network-calls-slow")
          .helpful(WindowsVssFacts.SNAPSHOT_SETTINGS)
          .on(GuestOs.Family.WINDOWS)
          .checks("guest.windows.reg.snapshot-method");

  /** Made by {@code ServiceLoader}. */
  public SnapshotNetworkCallsSlow() {}

  @Override
  public DiagnosticDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public Verdict diagnose(Facts facts) {
    SnapshotSettings settings = facts.value(WindowsVssFacts.SNAPSHOT_SETTINGS);
    SnapshotSetting method = setting(settings, "SnapshotMethod");
    SnapshotSetting time = setting(settings, "CalculateSnapshotTimeFromHost");
    boolean hostFirst =
        method != null && method.isText() && method.data().strip().equalsIgnoreCase(HOST_FIRST);
    if (method == null || !hostFirst || time == null || !time.isOn()) {
      return Verdict.inconclusive(Phrase.of("because.snapshot-network-calls-slow.default"));
    }
    return Verdict.ruledOut(
        When.NOW,
        Evidence.of(
                WindowsVssFacts.SNAPSHOT_SETTINGS,
                Phrase.of("evidence.snapshot-network-calls-slow.host-first"))
            .withExcerpt(method.name() + " = " + method.data()));
  }

  private static @Nullable SnapshotSetting setting(
      @Nullable SnapshotSettings settings, String name) {
    return settings == null ? null : settings.find(SnapshotSetting.PERSISTENT, name);
  }
}
