package io.github.backupdiag.internal.vss;

import io.github.backupdiag.diagnostic.Diagnostic;
import io.github.backupdiag.diagnostic.DiagnosticDescriptor;
import io.github.backupdiag.diagnostic.Evidence;
import io.github.backupdiag.diagnostic.Facts;
import io.github.backupdiag.diagnostic.Phrase;
import io.github.backupdiag.diagnostic.Verdict;
import io.github.backupdiag.fact.backup.BackupFacts;
import io.github.backupdiag.fact.guest.DesktopHeap;
import io.github.backupdiag.fact.guest.GuestOs;
import io.github.backupdiag.fact.guest.WindowsEvent;
import io.github.backupdiag.fact.guest.WindowsFacts;
import io.github.backupdiag.fact.guest.WindowsSetupFacts;
import io.github.backupdiag.internal.event.EventEvidence;
import io.github.backupdiag.internal.system.WindowsTraces;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The heap for desktops of services was not raised, and events of the failure tell that it ran out
 * (guest.windows.desktop-heap, which is context: how full the heap is cannot be read). Nearly every
 * healthy server has the default.
 */
public final class DesktopHeapAtDefault implements Diagnostic {

  /** Of 64-bit servers (checks.json, guest.windows.desktop-heap). */
  private static final long DEFAULT = 768;

  private static final Set<Integer> HEAP_RAN_OUT = Set.of(243, 244);
  private static final int RUN_TIME_INCONSISTENT = 4689;

  private static final DiagnosticDescriptor DESCRIPTOR =
      DiagnosticDescriptor.of("core.vss.desktop-heap-at-default", "desktop-heap-exhausted")
          .needs(WindowsSetupFacts.DESKTOP_HEAP)
          .helpful(WindowsFacts.EVENTS, BackupFacts.WINDOW)
          .on(GuestOs.Family.WINDOWS)
          .corroborating()
          .checks("guest.windows.desktop-heap");

  /** Made by {@code ServiceLoader}. */
  public DesktopHeapAtDefault() {}

  @Override
  public DiagnosticDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public Verdict diagnose(Facts facts) {
    DesktopHeap heap = facts.value(WindowsSetupFacts.DESKTOP_HEAP);
    if (heap == null) {
      return WindowsTraces.notSeen(WindowsSetupFacts.DESKTOP_HEAP);
    }
    if (heap.serviceKilobytes() > DEFAULT) {
      return Verdict.inconclusive(Phrase.of("because.desktop-heap-at-default.raised"));
    }
    List<WindowsEvent> events = EventEvidence.in(facts, DesktopHeapAtDefault::tellsSo);
    if (events.isEmpty()) {
      return Verdict.inconclusive(Phrase.of("because.desktop-heap-at-default.alone"));
    }
    List<Evidence> found = new ArrayList<>(EventEvidence.of(events));
    found.add(
        Evidence.of(
                WindowsSetupFacts.DESKTOP_HEAP,
                Phrase.of(
                    "evidence.desktop-heap-at-default.size",
                    "kilobytes",
                    String.valueOf(heap.serviceKilobytes())))
            .withPlace(heap.key(), 0));
    return Verdict.inconclusive(Phrase.of("because.desktop-heap-at-default.context"))
        .hinting(found);
  }

  private static boolean tellsSo(WindowsEvent event) {
    return (event.isBy("Win32k") && HEAP_RAN_OUT.contains(event.id()))
        || (event.isBy("Complus") && event.id() == RUN_TIME_INCONSISTENT);
  }
}
