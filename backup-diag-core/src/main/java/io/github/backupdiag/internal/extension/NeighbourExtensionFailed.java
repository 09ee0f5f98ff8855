package io.github.backupdiag.internal.extension;

import io.github.backupdiag.diagnostic.Diagnostic;
import io.github.backupdiag.diagnostic.DiagnosticDescriptor;
import io.github.backupdiag.diagnostic.Evidence;
import io.github.backupdiag.diagnostic.Facts;
import io.github.backupdiag.diagnostic.Phrase;
import io.github.backupdiag.diagnostic.Verdict;
import io.github.backupdiag.diagnostic.When;
import io.github.backupdiag.fact.backup.BackupFacts;
import io.github.backupdiag.fact.backup.JobWindow;
import io.github.backupdiag.fact.backup.LogEvent;
import io.github.backupdiag.fact.backup.LogEvents;
import io.github.backupdiag.fact.guest.BackupExtension;
import io.github.backupdiag.fact.guest.GuestFacts;
import io.github.backupdiag.fact.guest.GuestOs;
import io.github.backupdiag.internal.parse.HandlerName;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The agent's log names another extension whose command failed in the window of the job (waagent,
 * {@code Non-zero exit code}); trap 5 of log-formats.md: it is named there, and the backup
 * extension is not to blame for its number. It stopped the backup only if the code says so, and if
 * the backup extension itself did not fail beside it. The name of the handler is not that of the
 * resource, so it goes into no command.
 */
public final class NeighbourExtensionFailed implements Diagnostic {

  private static final Set<String> CODES = Set.of("UserErrorVmProvisioningStateFailed");
  private static final String EXIT = "wa-nonzero";

  private static final DiagnosticDescriptor DESCRIPTOR =
      DiagnosticDescriptor.of(
              "core.extension.neighbour-extension-failed", "extension-provisioning-failed")
          .helpful(GuestFacts.AGENT_LOG, BackupFacts.WINDOW, BackupFacts.MATCHES)
          .on(GuestOs.Family.LINUX)
          .onAzureVmOnly()
          .corroborating()
          .checks("guest.any.extension.others");

  /** Made by {@code ServiceLoader}. */
  public NeighbourExtensionFailed() {}

  @Override
  public DiagnosticDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public Verdict diagnose(Facts facts) {
    List<LogEvent> others = new ArrayList<>();
    boolean ours = false;
    for (LogEvent exit : exits(facts)) {
      if (HandlerName.isExitOfNeighbour(exit.signature(), exit.text())) {
        others.add(exit);
      }
      ours |= exit.text().contains(BackupExtension.HANDLER);
    }
    if (others.isEmpty()) {
      return Verdict.inconclusive(Phrase.of("because.neighbour-extension-failed.none"));
    }
    LogEvent last = others.get(others.size() - 1);
    Evidence evidence = evidence(last);
    List<Evidence> code = Agreement.code(facts, CODES);
    if (code.isEmpty() || ours) {
      String why = ours ? "both" : "alone";
      return Verdict.inconclusive(Phrase.of("because.neighbour-extension-failed." + why))
          .hinting(List.of(evidence));
    }
    return Verdict.likely(When.AT_FAILURE, Agreement.all(evidence, code));
  }

  private static List<LogEvent> exits(Facts facts) {
    LogEvents log = facts.value(GuestFacts.AGENT_LOG);
    JobWindow window = facts.value(BackupFacts.WINDOW);
    return log == null || window == null
        ? List.of()
        : log.events().stream()
            .filter(event -> event.signature().startsWith(EXIT) && window.contains(event.time()))
            .toList();
  }

  private static Evidence evidence(LogEvent exit) {
    return Evidence.of(
            GuestFacts.AGENT_LOG,
            Phrase.of(
                "evidence.neighbour-extension-failed.exit",
                "extension",
                HandlerName.in(exit.text())))
        .withExcerpt(exit.text())
        .withPlace(exit.file(), exit.line())
        .withTime(exit.time());
  }
}
