package io.github.backupdiag.internal.vss;

import io.github.backupdiag.diagnostic.Diagnostic;
import io.github.backupdiag.diagnostic.DiagnosticDescriptor;
import io.github.backupdiag.diagnostic.Evidence;
import io.github.backupdiag.diagnostic.Facts;
import io.github.backupdiag.diagnostic.Phrase;
import io.github.backupdiag.diagnostic.Verdict;
import io.github.backupdiag.diagnostic.When;
import io.github.backupdiag.fact.backup.BackupFacts;
import io.github.backupdiag.fact.backup.JobWindow;
import io.github.backupdiag.fact.guest.GuestOs;
import io.github.backupdiag.fact.guest.WindowsEvent;
import io.github.backupdiag.fact.guest.WindowsEvents;
import io.github.backupdiag.fact.guest.WindowsFacts;
import io.github.backupdiag.internal.event.AgreeingCodes;
import io.github.backupdiag.internal.event.EventEvidence;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The desktop heap of the session of services was used up (guest.windows.event.win32k-243), and a
 * code of the failure agrees. Windows writes the event once in a session, perhaps hours before
 * anything fails (KB947246), so it counts until the next start of the machine. The heap of another
 * session, whose number newer versions write, is that of a user.
 */
public final class DesktopHeapAllocationFailed implements Diagnostic {

  private static final Set<Integer> USED_UP = Set.of(243, 244);
  private static final int STARTED = 6005;
  private static final Set<String> CODES =
      Set.of(
          "ExtensionInstallProviderCOMMemoryQuotaReached",
          "ExtensionInstallationFailedCOM",
          "ExtensionSnapshotFailedCOM",
          "VMRestorePointClientError.ComPlusMemory");
  private static final Pattern SESSION = Pattern.compile("(?i)session ?id\\D{0,5}(\\d{1,9})");

  private static final DiagnosticDescriptor DESCRIPTOR =
      DiagnosticDescriptor.of("core.vss.desktop-heap-allocation-failed", "desktop-heap-exhausted")
          .helpful(
              WindowsFacts.EVENTS, BackupFacts.MATCHES, BackupFacts.SEEN_CODES, BackupFacts.WINDOW)
          .on(GuestOs.Family.WINDOWS)
          .corroborating()
          .checks("guest.windows.event.win32k-243");

  /** Made by {@code ServiceLoader}. */
  public DesktopHeapAllocationFailed() {}

  @Override
  public DiagnosticDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public Verdict diagnose(Facts facts) {
    WindowsEvents all = facts.value(WindowsFacts.EVENTS);
    JobWindow window = facts.value(BackupFacts.WINDOW);
    List<WindowsEvent> usedUp =
        all == null
            ? List.of()
            : all.events().stream()
                .filter(DesktopHeapAllocationFailed::isOfServices)
                .filter(event -> lasts(event.time(), window, all))
                .toList();
    if (usedUp.isEmpty()) {
      return Verdict.inconclusive(Phrase.of("because.no-event"));
    }
    List<Evidence> found = new ArrayList<>(EventEvidence.of(usedUp));
    List<Evidence> codes = AgreeingCodes.in(facts, CODES::contains);
    if (codes.isEmpty()) {
      return Verdict.inconclusive(Phrase.of("because.event-alone")).hinting(found);
    }
    found.addAll(codes);
    boolean timed = usedUp.stream().anyMatch(event -> event.time() != null);
    return Verdict.likely(timed ? When.AT_FAILURE : When.NOW, found.toArray(Evidence[]::new));
  }

  /** Newer versions write process, its name, thread and session; older ones nothing. */
  private static boolean isOfServices(WindowsEvent event) {
    if (!event.isBy("Win32k") || !USED_UP.contains(event.id())) {
      return false;
    }
    Matcher session = SESSION.matcher(event.text() + " " + String.join(" ", event.data()));
    if (session.find()) {
      return Integer.parseInt(session.group(1)) == 0;
    }
    boolean listed = event.data().size() == 4 && event.data().get(3).matches("\\d{1,9}");
    return !listed || event.data().get(3).equals("0");
  }

  /** Not after the job, and without a start of the machine in between. */
  private static boolean lasts(
      @Nullable Instant time, @Nullable JobWindow window, WindowsEvents all) {
    if (time == null) {
      return true;
    }
    if (window == null || time.isAfter(window.end())) {
      return false;
    }
    return all.events().stream()
        .filter(event -> event.id() == STARTED && event.isBy("EventLog"))
        .map(WindowsEvent::time)
        .noneMatch(start -> start != null && start.isAfter(time) && !start.isAfter(window.end()));
  }
}
