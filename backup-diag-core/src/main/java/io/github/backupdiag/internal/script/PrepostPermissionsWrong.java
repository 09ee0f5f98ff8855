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
import io.github.backupdiag.internal.snapshot.Agreement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Owner or mode of a script or its configuration breaks the rule of the extension, which said so of
 * that very file (guest.linux.script.files, guest.linux.script.plugin-host-conf).
 */
public final class PrepostPermissionsWrong implements Diagnostic {

  private static final Map<Role, Set<String>> CODES =
      Map.of(
          Role.PRE, Set.of("VMSnapshotLinux.306", "InsufficientPermissionforPre-Script"),
          Role.POST, Set.of("VMSnapshotLinux.307", "InsufficientPermissionforPost-Script"),
          Role.HOST, Set.of("VMSnapshotLinux.314", "VMSnapshotLinux.315"),
          Role.CONFIG, Set.of("VMSnapshotLinux.317", "VMSnapshotLinux.318"));

  private static final Map<Role, Set<String>> LINES =
      Map.of(
          Role.PRE, Set.of("pp-pre-perm", "pp-pre-owner"),
          Role.POST, Set.of("pp-post-perm", "pp-post-owner"),
          Role.HOST, Set.of("pp-host-perm", "pp-host-owner"),
          Role.CONFIG, Set.of("pp-config-perm", "pp-config-owner"));

  private static final DiagnosticDescriptor DESCRIPTOR =
      DiagnosticDescriptor.of("core.script.prepost-permissions-wrong", "prepost-permissions-wrong")
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
  public PrepostPermissionsWrong() {}

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
    List<ScriptFile> files = ScriptFiles.present(scripts);
    List<ScriptFile> wrong = files.stream().filter(ScriptFile::hasWrongRights).toList();
    for (ScriptFile file : wrong) {
      List<Evidence> agreeing =
          Agreement.of(
              facts,
              CODES.getOrDefault(file.role(), Set.of()),
              LINES.getOrDefault(file.role(), Set.of()));
      if (!agreeing.isEmpty()) {
        List<Evidence> why = new ArrayList<>(List.of(rights(file, "wrong")));
        why.addAll(agreeing);
        return ScriptFiles.named(Verdict.likely(When.NOW, why.toArray(Evidence[]::new)), file);
      }
    }
    if (!wrong.isEmpty()) {
      return Verdict.inconclusive(Phrase.of("because.prepost-permissions-wrong.no-second-trace"))
          .hinting(wrong.stream().map(file -> rights(file, "wrong")).toList());
    }
    return files.stream().allMatch(ScriptFile::hasKnownRights)
        ? Verdict.ruledOut(
            When.NOW, files.stream().map(file -> rights(file, "right")).toArray(Evidence[]::new))
        : Verdict.inconclusive(Phrase.of("because.prepost-permissions-wrong.not-known"))
            .missing(SnapshotFacts.SCRIPTS);
  }

  private static Evidence rights(ScriptFile file, String what) {
    return ScriptFiles.evidence("evidence.prepost-permissions-wrong." + what, file.path())
        .withExcerpt(file.rights());
  }
}
