package io.github.backupdiag.internal.signature;

import io.github.backupdiag.catalog.LogSignature;
import io.github.backupdiag.diagnostic.Diagnostic;
import io.github.backupdiag.diagnostic.DiagnosticDescriptor;
import io.github.backupdiag.diagnostic.Evidence;
import io.github.backupdiag.diagnostic.Facts;
import io.github.backupdiag.diagnostic.Phrase;
import io.github.backupdiag.diagnostic.Verdict;
import io.github.backupdiag.diagnostic.When;
import io.github.backupdiag.fact.FactKey;
import io.github.backupdiag.fact.backup.BackupFacts;
import io.github.backupdiag.fact.backup.JobWindow;
import io.github.backupdiag.fact.backup.LogEvent;
import io.github.backupdiag.fact.backup.LogEvents;
import io.github.backupdiag.fact.guest.GuestFacts;
import io.github.backupdiag.internal.parse.HandlerName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Judges one cause by the log lines that point to it. Inside the window of the job, a signature
 * that proves confirms as likely; every other one only raises suspicion. Outside it is history. How
 * a command of another extension ended speaks of that extension alone.
 */
public final class SignatureDiagnostic implements Diagnostic {

  private static final int MOST_EVIDENCE = 5;

  /** The check that consists in reading a log. */
  private static final Map<String, String> CHECKS =
      Map.of(
          "waagent", "guest.linux.agent.log",
          "vmsnapshot-extension", "guest.linux.extension.log",
          "vmsnapshot-shell", "guest.linux.extension.shell-log",
          "vmsnapshot-windows", "guest.windows.plugin.log",
          "waagentwindows", "guest.windows.agent.log");

  /** Causes that another extension may bring about. */
  private static final Set<String> OF_NEIGHBOURS =
      Set.of(
          "extension-provisioning-failed",
          "disk-encryption-extension-failed",
          "vm-provisioning-failed");

  private static final Phrase SILENT = Phrase.of("because.no-log-line");
  private static final Phrase HINT = Phrase.of("because.log-line-hints");

  private final DiagnosticDescriptor descriptor;
  private final Map<String, LogSignature> signatures;
  private final List<FactKey<LogEvents>> logs;

  private SignatureDiagnostic(String cause, List<LogSignature> signatures) {
    this.signatures = new LinkedHashMap<>();
    signatures.forEach(signature -> this.signatures.put(signature.id(), signature));
    this.logs =
        new TreeSet<>(signatures.stream().map(LogSignature::log).toList())
            .stream().map(GuestFacts::logEvents).toList();
    List<FactKey<?>> read = new ArrayList<>(logs);
    read.add(BackupFacts.WINDOW);
    read.add(BackupFacts.QUOTED_LINES);
    this.descriptor =
        DiagnosticDescriptor.of("core.signature/" + cause, cause)
            .helpful(read.toArray(new FactKey<?>[0]))
            .corroborating()
            .checks(checks(signatures));
  }

  private static String[] checks(List<LogSignature> signatures) {
    return signatures.stream()
        .map(signature -> CHECKS.getOrDefault(signature.log(), ""))
        .filter(check -> !check.isEmpty())
        .distinct()
        .sorted()
        .toArray(String[]::new);
  }

  /**
   * Makes the rules of all causes that signatures point to.
   *
   * @param signatures the signatures of the catalog
   * @return one rule per cause, in alphabetical order
   */
  public static List<Diagnostic> forAll(List<LogSignature> signatures) {
    Map<String, List<LogSignature>> byCause = new TreeMap<>();
    for (LogSignature signature : signatures) {
      if (signature.severity().equals("error") || signature.severity().equals("warning")) {
        signature
            .causes()
            .forEach(
                cause -> byCause.computeIfAbsent(cause, c -> new ArrayList<>()).add(signature));
      }
    }
    List<Diagnostic> rules = new ArrayList<>();
    byCause.forEach((cause, those) -> rules.add(new SignatureDiagnostic(cause, those)));
    return rules;
  }

  @Override
  public DiagnosticDescriptor descriptor() {
    return descriptor;
  }

  @Override
  public Verdict diagnose(Facts facts) {
    JobWindow window = facts.value(BackupFacts.WINDOW);
    List<Evidence> proofs = new ArrayList<>();
    List<Evidence> hints = new ArrayList<>();
    for (FactKey<LogEvents> log : logs) {
      LogEvents events = facts.value(log);
      if (events != null && window != null) {
        collect(log, events, window, proofs, hints);
      }
    }
    LogEvents quoted = facts.value(BackupFacts.QUOTED_LINES);
    if (quoted != null) {
      quote(quoted, hints);
    }
    if (!proofs.isEmpty()) {
      return Verdict.likely(When.AT_FAILURE, newest(proofs).toArray(new Evidence[0]));
    }
    return hints.isEmpty()
        ? Verdict.inconclusive(SILENT)
        : Verdict.inconclusive(HINT).hinting(newest(hints));
  }

  private void collect(
      FactKey<LogEvents> log,
      LogEvents events,
      JobWindow window,
      List<Evidence> proofs,
      List<Evidence> hints) {
    for (LogEvent event : events.events()) {
      LogSignature signature = signatures.get(event.signature());
      if (signature != null && window.contains(event.time()) && speaksOfBackup(event)) {
        (signature.proves() ? proofs : hints).add(evidence(log, event));
      }
    }
  }

  /** A line without its log and time may be of any day, so it never proves. */
  private void quote(LogEvents quoted, List<Evidence> hints) {
    for (LogEvent event : quoted.events()) {
      if (signatures.containsKey(event.signature()) && speaksOfBackup(event)) {
        hints.add(evidence(BackupFacts.QUOTED_LINES, event));
      }
    }
  }

  private boolean speaksOfBackup(LogEvent event) {
    return OF_NEIGHBOURS.contains(descriptor.cause())
        || !HandlerName.isExitOfNeighbour(event.signature(), event.text());
  }

  private static Evidence evidence(FactKey<LogEvents> log, LogEvent event) {
    return Evidence.of(log, Phrase.of("evidence.log-line"))
        .withExcerpt(event.text())
        .withPlace(event.file(), event.line())
        .withTime(event.time());
  }

  private static List<Evidence> newest(List<Evidence> all) {
    return all.subList(Math.max(0, all.size() - MOST_EVIDENCE), all.size());
  }
}
