package io.github.backupdiag.internal.script;

import io.github.backupdiag.diagnostic.Diagnostic;
import io.github.backupdiag.diagnostic.DiagnosticDescriptor;
import io.github.backupdiag.diagnostic.Evidence;
import io.github.backupdiag.diagnostic.Facts;
import io.github.backupdiag.diagnostic.Phrase;
import io.github.backupdiag.diagnostic.Verdict;
import io.github.backupdiag.diagnostic.When;
import io.github.backupdiag.fact.backup.BackupFacts;
import io.github.backupdiag.fact.guest.GuestFacts;
import io.github.backupdiag.fact.guest.GuestOs;
import io.github.backupdiag.fact.guest.SnapshotFacts;
import io.github.backupdiag.fact.guest.SnapshotScripts;
import io.github.backupdiag.fact.guest.SnapshotScripts.Role;
import io.github.backupdiag.fact.guest.SnapshotScripts.ScriptFile;
import io.github.backupdiag.fact.guest.SnapshotScripts.State;
import io.github.backupdiag.internal.snapshot.Agreement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A script that is configured and there ended with an error, as its code or the log says. */
public final class PrepostScriptFailed implements Diagnostic {

  private static final Map<Role, Set<String>> CODES =
      Map.of(
          Role.PRE, Set.of("VMSnapshotLinux.300"),
          Role.POST, Set.of("VMSnapshotLinux.301"));

  private static final Map<Role, String> WORDS =
      Map.of(Role.PRE, "Prescript for", Role.POST, "Postscript for");

  private static final String LINE = "pp-script-errorcode";

  private static final DiagnosticDescriptor DESCRIPTOR =
      DiagnosticDescriptor.of("core.script.prepost-script-failed", "prepost-script-failed")
          .needs(SnapshotFacts.SCRIPTS)
          .helpful(
              GuestFacts.EXTENSION_LOG,
              BackupFacts.WINDOW,
              BackupFacts.MATCHES,
              BackupFacts.SEEN_CODES)
          .on(GuestOs.Family.LINUX)
          .onAzureVmOnly()
          .checks("guest.linux.script.files");

  /** Made by {@code ServiceLoader}. */
  public PrepostScriptFailed() {}

  @Override
  public DiagnosticDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public Verdict diagnose(Facts facts) {
    SnapshotScripts scripts = facts.value(SnapshotFacts.SCRIPTS);
    if (scripts == null) {
      return ScriptFiles.unused(facts);
    }
    for (Role role : List.of(Role.PRE, Role.POST)) {
      ScriptFile script = ScriptFiles.of(scripts, role);
      List<Evidence> said = said(role, facts);
      if (script != null && script.state() == State.PRESENT && !said.isEmpty()) {
        List<Evidence> why = new ArrayList<>(said);
        why.add(ScriptFiles.evidence("evidence.script.there", script.path()));
        return ScriptFiles.named(
            Verdict.likely(When.AT_FAILURE, why.toArray(Evidence[]::new)), script);
      }
    }
    return Verdict.inconclusive(Phrase.of("because.prepost-script-failed.no-trace"));
  }

  private static List<Evidence> said(Role role, Facts facts) {
    List<Evidence> said = new ArrayList<>();
    Agreement.lines(facts, GuestFacts.EXTENSION_LOG, Set.of(LINE)).stream()
        .filter(event -> event.text().contains(WORDS.get(role)))
        .limit(2)
        .forEach(
            event ->
                said.add(
                    Agreement.line(
                        GuestFacts.EXTENSION_LOG,
                        event,
                        Phrase.of("evidence.prepost-script-failed.line"))));
    said.addAll(Agreement.codes(facts, CODES.getOrDefault(role, Set.of())));
    return said;
  }
}
