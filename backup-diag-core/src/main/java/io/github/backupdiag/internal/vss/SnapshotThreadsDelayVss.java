package io.github.backupdiag.internal.vss;

import io.github.backupdiag.diagnostic.Diagnostic;
import io.github.backupdiag.diagnostic.DiagnosticDescriptor;
import io.github.backupdiag.diagnostic.Evidence;
import io.github.backupdiag.diagnostic.Facts;
import io.github.backupdiag.diagnostic.Phrase;
import io.github.backupdiag.diagnostic.Verdict;
import io.github.backupdiag.diagnostic.When;
import io.github.backupdiag.fact.backup.BackupFacts;
import io.github.backupdiag.fact.guest.GuestOs;
import io.github.backupdiag.fact.guest.SnapshotSetting;
import io.github.backupdiag.fact.guest.SnapshotSettings;
import io.github.backupdiag.fact.guest.WindowsEvent;
import io.github.backupdiag.fact.guest.WindowsFacts;
import io.github.backupdiag.fact.guest.WindowsVssFacts;
import io.github.backupdiag.internal.event.EventEvidence;
import java.util.List;

/**
 * The extension takes the snapshot in threads of its own, which may hold up VSS. Whether it does is
 * only a setting (guest.windows.reg.snapshot-without-threads is context): the way round it being
 * switched on rules the cause out; its absence is normal and confirms nothing.
 */
public final class SnapshotThreadsDelayVss implements Diagnostic {

  private static final String TIMED_OUT = "0x800423f2";
  private static final int REJECTED = 8229;

  private static final DiagnosticDescriptor DESCRIPTOR =
      DiagnosticDescriptor.of("core.vss.snapshot-threads-delay-vss", "snapshot-threads-delay-vss")
          .helpful(WindowsVssFacts.SNAPSHOT_SETTINGS, WindowsFacts.EVENTS, BackupFacts.WINDOW)
          .on(GuestOs.Family.WINDOWS)
          .checks("guest.windows.reg.snapshot-without-threads");

  /** Made by {@code ServiceLoader}. */
  public SnapshotThreadsDelayVss() {}

  @Override
  public DiagnosticDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public Verdict diagnose(Facts facts) {
    SnapshotSettings settings = facts.value(WindowsVssFacts.SNAPSHOT_SETTINGS);
    SnapshotSetting without =
        settings == null
            ? null
            : settings.find(SnapshotSetting.PERSISTENT, "SnapshotWithoutThreads");
    if (without != null && without.isOn()) {
      return Verdict.ruledOut(
          When.NOW,
          Evidence.of(
                  WindowsVssFacts.SNAPSHOT_SETTINGS,
                  Phrase.of("evidence.snapshot-threads-delay-vss.without"))
              .withExcerpt(without.name() + " = " + without.data()));
    }
    List<WindowsEvent> late =
        EventEvidence.in(
            facts, event -> event.isBy("VSS") && event.id() == REJECTED && event.holds(TIMED_OUT));
    return late.isEmpty()
        ? Verdict.inconclusive(Phrase.of("because.snapshot-threads-delay-vss.no-sign"))
        : Verdict.inconclusive(Phrase.of("because.snapshot-threads-delay-vss.late"))
            .hinting(EventEvidence.of(late));
  }
}
