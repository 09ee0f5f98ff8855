package io.github.backupdiag.internal.extension;

import io.github.backupdiag.diagnostic.Diagnostic;
import io.github.backupdiag.diagnostic.DiagnosticDescriptor;
import io.github.backupdiag.diagnostic.Evidence;
import io.github.backupdiag.diagnostic.Facts;
import io.github.backupdiag.diagnostic.Phrase;
import io.github.backupdiag.diagnostic.Verdict;
import io.github.backupdiag.diagnostic.When;
import io.github.backupdiag.fact.backup.BackupFacts;
import io.github.backupdiag.fact.backup.LogEvent;
import io.github.backupdiag.fact.guest.ExtensionFacts;
import io.github.backupdiag.fact.guest.GuestFacts;
import io.github.backupdiag.fact.guest.GuestOs;
import io.github.backupdiag.fact.guest.Pythons;
import io.github.backupdiag.fact.guest.Pythons.Python;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * There is no interpreter under the names that the start script of the backup extension tries, and
 * none that runs the agent (guest.linux.extension.shell-log, guest.linux.agent.python).
 */
public final class PythonNotFound implements Diagnostic {

  private static final String RULE = "python-not-found";

  private static final DiagnosticDescriptor DESCRIPTOR =
      DiagnosticDescriptor.of("core.extension.python-not-found", RULE)
          .needs(ExtensionFacts.PYTHONS)
          .helpful(ExtensionFacts.SHELL_LOG, GuestFacts.AGENT_LOG, BackupFacts.WINDOW)
          .on(GuestOs.Family.LINUX)
          .onAzureVmOnly()
          .checks("guest.linux.extension.shell-log", "guest.linux.agent.python");

  /** Made by {@code ServiceLoader}. */
  public PythonNotFound() {}

  @Override
  public DiagnosticDescriptor descriptor() {
    return DESCRIPTOR;
  }

  /** Exit codes of a start script without interpreter, as the agent notes them. */
  private static final Set<String> EXITS = Set.of("wa-nonzero-3", "wa-nonzero-127");

  @Override
  public Verdict diagnose(Facts facts) {
    Pythons pythons = facts.value(ExtensionFacts.PYTHONS);
    if (pythons == null) {
      return Verdict.inconclusive(Phrase.of("because.python-not-found.not-looked"));
    }
    if (!pythons.searched().isEmpty()) {
      Python first = pythons.searched().get(0);
      return Verdict.ruledOut(
          When.NOW,
          Evidence.of(
                  ExtensionFacts.PYTHONS,
                  Phrase.of("evidence.python-not-found.found", "path", first.path()))
              .withPlace(first.path(), 0));
    }
    if (pythons.ofAgent() != null) {
      return Verdict.inconclusive(Phrase.of("because.python-not-found.agent-only"));
    }
    Evidence nothing =
        Evidence.of(ExtensionFacts.PYTHONS, Phrase.of("evidence.python-not-found.nothing"))
            .withPlace("/usr/bin", 0);
    List<Evidence> lines =
        new ArrayList<>(
            Agreement.lines(facts, ExtensionFacts.SHELL_LOG, PythonNotFound::isOfStartScript));
    lines.addAll(Agreement.lines(facts, GuestFacts.AGENT_LOG, Agreement.ofBackup(EXITS)));
    if (lines.isEmpty()) {
      return Verdict.inconclusive(Phrase.of("because.python-not-found.no-line"))
          .hinting(List.of(nothing));
    }
    lines.add(nothing);
    return Verdict.likely(When.AT_FAILURE, lines.toArray(Evidence[]::new));
  }

  /** The number stands alone: 13 and 23 end in it too. */
  private static boolean isOfStartScript(LogEvent event) {
    return event.signature().equals("shell-python-unknown")
        || (event.signature().equals("shell-returned-3")
            && event.text().contains("- 3 returned from"));
  }
}
