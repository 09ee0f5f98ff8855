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
import org.jspecify.annotations.Nullable;

/**
 * A script ran over its limit, as the code says, and that limit could be higher
 * (guest.linux.script.timeout).
 */
public final class PrepostScriptTimeout implements Diagnostic {

  /** The extension takes no more, and 10 where nothing is set (ScriptRunner.py, PluginHost.py). */
  private static final long HIGHEST = 1800;

  private static final long WITHOUT_SETTING = 10;

  private static final Map<Role, Set<String>> CODES =
      Map.of(
          Role.PRE, Set.of("VMSnapshotLinux.308", "VMSnapshotLinux.310"),
          Role.POST, Set.of("VMSnapshotLinux.309", "VMSnapshotLinux.311"));

  private static final DiagnosticDescriptor DESCRIPTOR =
      DiagnosticDescriptor.of("core.script.prepost-script-timeout", "prepost-script-timeout")
          .needs(SnapshotFacts.SCRIPTS)
          .helpful(
              GuestFacts.EXTENSION_LOG,
              BackupFacts.WINDOW,
              BackupFacts.MATCHES,
              BackupFacts.SEEN_CODES)
          .on(GuestOs.Family.LINUX)
          .onAzureVmOnly()
          .checks("guest.linux.script.timeout");

  /** Made by {@code ServiceLoader}. */
  public PrepostScriptTimeout() {}

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
      List<Evidence> said = Agreement.codes(facts, CODES.getOrDefault(role, Set.of()));
      if (script != null && script.state() == State.PRESENT && !said.isEmpty()) {
        List<Evidence> why = new ArrayList<>(List.of(limit(scripts)));
        why.addAll(said);
        return ScriptFiles.named(
            Verdict.likely(When.AT_FAILURE, why.toArray(Evidence[]::new)), script);
      }
    }
    return Verdict.inconclusive(Phrase.of("because.prepost-script-timeout.no-trace"));
  }

  /** The plug-in host stops what the script's own limit would let run on. */
  private static Evidence limit(SnapshotScripts scripts) {
    Long set = scripts.timeoutSeconds();
    long own = set == null ? WITHOUT_SETTING : set;
    SnapshotScripts.Host host = scripts.host();
    Long most = host == null ? null : host.timeoutSeconds();
    return most != null && most < Math.min(own, HIGHEST) && !scripts.hosts().isEmpty()
        ? limit("host", most, most, scripts.hosts().get(0).path())
        : limit("limit", Math.min(own, HIGHEST), set, scripts.config().path());
  }

  private static Evidence limit(String what, long seconds, @Nullable Long set, String path) {
    return Evidence.of(
            SnapshotFacts.SCRIPTS,
            Phrase.of(
                "evidence.prepost-script-timeout." + what, "seconds", String.valueOf(seconds)))
        .withExcerpt("timeoutInSeconds=" + (set == null ? "" : set))
        .withPlace(path, 0);
  }
}
