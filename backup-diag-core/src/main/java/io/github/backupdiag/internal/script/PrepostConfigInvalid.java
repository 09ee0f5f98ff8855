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
import io.github.backupdiag.internal.snapshot.Agreement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The configuration of the scripts or of their plug-in host cannot be used, and the extension said
 * so (guest.linux.script.files, guest.linux.script.plugin-host-conf).
 */
public final class PrepostConfigInvalid implements Diagnostic {

  private static final Set<String> CODES = Set.of("VMSnapshotLinux.305");
  private static final Set<String> LINES =
      Set.of("pp-config-open", "pp-cant-run", "pp-precheck-failed");
  private static final Set<String> HOST_CODES = Set.of("VMSnapshotLinux.304");
  private static final Set<String> HOST_LINES = Set.of("pp-host-read", "pp-precheck-failed");

  private static final DiagnosticDescriptor DESCRIPTOR =
      DiagnosticDescriptor.of("core.script.prepost-config-invalid", "prepost-config-invalid")
          .needs(SnapshotFacts.SCRIPTS)
          .helpful(
              GuestFacts.EXTENSION_LOG,
              BackupFacts.WINDOW,
              BackupFacts.MATCHES,
              BackupFacts.SEEN_CODES)
          .on(GuestOs.Family.LINUX)
          .onAzureVmOnly()
          .checks("guest.linux.script.files", "guest.linux.script.plugin-host-conf");

  /** Made by {@code ServiceLoader}. */
  public PrepostConfigInvalid() {}

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
    if (scripts.problem() != null) {
      String path = scripts.config().path();
      return judge(path, config(scripts), Agreement.of(facts, CODES, LINES));
    }
    if (scripts.hostProblem() != null && !scripts.hosts().isEmpty()) {
      String path = scripts.hosts().get(0).path();
      Evidence host =
          ScriptFiles.evidence("evidence.prepost-config-invalid.host", path)
              .withExcerpt(scripts.hostProblem());
      return judge(path, host, Agreement.of(facts, HOST_CODES, HOST_LINES));
    }
    return scripts.scripts().isEmpty()
        ? Verdict.inconclusive(Phrase.of("because.script.not-seen")).missing(SnapshotFacts.SCRIPTS)
        : Verdict.ruledOut(
            When.NOW,
            ScriptFiles.evidence("evidence.prepost-config-invalid.valid", scripts.config().path()));
  }

  private static Verdict judge(String path, Evidence state, List<Evidence> agreeing) {
    if (agreeing.isEmpty()) {
      return Verdict.inconclusive(Phrase.of("because.prepost-config-invalid.no-second-trace"))
          .hinting(List.of(state));
    }
    List<Evidence> why = new ArrayList<>(List.of(state));
    why.addAll(agreeing);
    return Verdict.likely(When.NOW, why.toArray(Evidence[]::new)).with("file", path);
  }

  private static Evidence config(SnapshotScripts scripts) {
    String path = scripts.config().path();
    return scripts.problemLine() > 0
        ? ScriptFiles.evidence("evidence.prepost-config-invalid.json", path)
            .withPlace(path, scripts.problemLine())
        : ScriptFiles.evidence("evidence.prepost-config-invalid.key", path)
            .withExcerpt(String.valueOf(scripts.problem()));
  }
}
