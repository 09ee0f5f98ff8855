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

/**
 * The configuration names a script that is not there, or none, and the extension missed that very
 * script (guest.linux.script.files).
 */
public final class PrepostScriptNotFound implements Diagnostic {

  private static final Map<Role, Set<String>> CODES =
      Map.of(
          Role.PRE, Set.of("VMSnapshotLinux.302"),
          Role.POST, Set.of("VMSnapshotLinux.303"));

  private static final Map<Role, Set<String>> LINES =
      Map.of(Role.PRE, Set.of("pp-pre-missing"), Role.POST, Set.of("pp-post-missing"));

  private static final DiagnosticDescriptor DESCRIPTOR =
      DiagnosticDescriptor.of("core.script.prepost-script-not-found", "prepost-script-not-found")
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
  public PrepostScriptNotFound() {}

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
    List<ScriptFile> gone =
        scripts.scripts().stream().filter(file -> file.state() == State.ABSENT).toList();
    for (ScriptFile file : gone) {
      List<Evidence> agreeing =
          Agreement.of(
              facts,
              CODES.getOrDefault(file.role(), Set.of()),
              LINES.getOrDefault(file.role(), Set.of()));
      if (!agreeing.isEmpty()) {
        List<Evidence> why = new ArrayList<>(List.of(gone(file, scripts)));
        why.addAll(agreeing);
        return ScriptFiles.named(Verdict.likely(When.NOW, why.toArray(Evidence[]::new)), file);
      }
    }
    if (!gone.isEmpty()) {
      return Verdict.inconclusive(Phrase.of("because.prepost-script-not-found.no-second-trace"))
          .hinting(gone.stream().map(file -> gone(file, scripts)).toList());
    }
    boolean all =
        !scripts.scripts().isEmpty()
            && scripts.scripts().stream().allMatch(file -> file.state() == State.PRESENT);
    return all
        ? Verdict.ruledOut(
            When.NOW,
            scripts.scripts().stream()
                .map(file -> ScriptFiles.evidence("evidence.script.there", file.path()))
                .toArray(Evidence[]::new))
        : Verdict.inconclusive(Phrase.of("because.script.not-seen")).missing(SnapshotFacts.SCRIPTS);
  }

  private static Evidence gone(ScriptFile file, SnapshotScripts scripts) {
    return file.path().isEmpty()
        ? ScriptFiles.evidence("evidence.prepost-script-not-found.empty", scripts.config().path())
            .withExcerpt(file.role() == Role.PRE ? "preScriptLocation" : "postScriptLocation")
        : ScriptFiles.evidence("evidence.prepost-script-not-found.gone", file.path());
  }
}
