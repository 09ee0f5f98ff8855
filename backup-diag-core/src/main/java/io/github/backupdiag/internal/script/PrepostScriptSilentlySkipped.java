package io.github.backupdiag.internal.script;

import io.github.backupdiag.diagnostic.Diagnostic;
import io.github.backupdiag.diagnostic.DiagnosticDescriptor;
import io.github.backupdiag.diagnostic.Evidence;
import io.github.backupdiag.diagnostic.Facts;
import io.github.backupdiag.diagnostic.Phrase;
import io.github.backupdiag.diagnostic.Verdict;
import io.github.backupdiag.diagnostic.When;
import io.github.backupdiag.fact.guest.GuestOs;
import io.github.backupdiag.fact.guest.SnapshotFacts;
import io.github.backupdiag.fact.guest.SnapshotScripts;
import io.github.backupdiag.fact.guest.SnapshotScripts.ScriptFile;
import io.github.backupdiag.fact.guest.SnapshotScripts.State;
import java.util.ArrayList;
import java.util.List;

/**
 * The script feature breaks a rule for which the extension leaves the scripts out, and lets the
 * backup go on without them (guest.linux.script.files). Such a backup reports success, so nothing
 * but the missing scripts can tell; this rule never confirms.
 */
public final class PrepostScriptSilentlySkipped implements Diagnostic {

  private static final DiagnosticDescriptor DESCRIPTOR =
      DiagnosticDescriptor.of(
              "core.script.prepost-script-silently-skipped", "prepost-script-silently-skipped")
          .needs(SnapshotFacts.SCRIPTS)
          .on(GuestOs.Family.LINUX)
          .onAzureVmOnly()
          .checks("guest.linux.script.files");

  /** Made by {@code ServiceLoader}. */
  public PrepostScriptSilentlySkipped() {}

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
    List<Evidence> broken = broken(scripts);
    if (!broken.isEmpty()) {
      return scripts.continuesOnFailure()
          ? Verdict.inconclusive(Phrase.of("because.prepost-script-silently-skipped.skips"))
              .hinting(broken)
          : Verdict.inconclusive(Phrase.of("because.prepost-script-silently-skipped.fails"));
    }
    boolean allKnown =
        !scripts.scripts().isEmpty()
            && scripts.scripts().stream().allMatch(file -> file.state() == State.PRESENT)
            && ScriptFiles.present(scripts).stream().allMatch(ScriptFile::hasKnownRights);
    return allKnown
        ? Verdict.ruledOut(
            When.NOW,
            ScriptFiles.evidence(
                "evidence.prepost-script-silently-skipped.in-order", scripts.config().path()))
        : Verdict.inconclusive(Phrase.of("because.prepost-permissions-wrong.not-known"))
            .missing(SnapshotFacts.SCRIPTS);
  }

  private static List<Evidence> broken(SnapshotScripts scripts) {
    List<Evidence> broken = new ArrayList<>();
    SnapshotScripts.Host host = scripts.host();
    if (host != null && host.plugins() <= 0 && !scripts.hosts().isEmpty()) {
      broken.add(
          ScriptFiles.evidence(
              "evidence.prepost-script-silently-skipped.no-plugin", scripts.hosts().get(0).path()));
    }
    ScriptFiles.present(scripts).stream()
        .filter(ScriptFile::hasWrongRights)
        .map(
            file ->
                ScriptFiles.evidence("evidence.prepost-permissions-wrong.wrong", file.path())
                    .withExcerpt(file.rights()))
        .forEach(broken::add);
    scripts.scripts().stream()
        .filter(file -> file.state() == State.ABSENT && !file.path().isEmpty())
        .map(file -> ScriptFiles.evidence("evidence.prepost-script-not-found.gone", file.path()))
        .forEach(broken::add);
    return broken;
  }
}
