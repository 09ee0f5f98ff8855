package io.github.backupdiag.internal.snapshot;

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
import io.github.backupdiag.fact.guest.VmbackupConf;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** The freeze took longer than the extension waits (guest.linux.freeze.result). */
public final class FreezeTimeout implements Diagnostic {

  private static final Set<String> CODES =
      Set.of("VMSnapshotLinux.122", "UserErrorFsFreezeTimeout");

  private static final DiagnosticDescriptor DESCRIPTOR =
      DiagnosticDescriptor.of("core.snapshot.freeze-timeout", "freeze-timeout")
          .needs(GuestFacts.EXTENSION_LOG)
          .helpful(
              SnapshotFacts.FREEZE_RUN,
              SnapshotFacts.VMBACKUP_CONF,
              BackupFacts.WINDOW,
              BackupFacts.MATCHES,
              BackupFacts.SEEN_CODES)
          .on(GuestOs.Family.LINUX)
          .onAzureVmOnly()
          .checks("guest.linux.freeze.result", "guest.linux.vmbackup-conf.values");

  /** Made by {@code ServiceLoader}. */
  public FreezeTimeout() {}

  @Override
  public DiagnosticDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public Verdict diagnose(Facts facts) {
    List<Evidence> why =
        new ArrayList<>(
            Agreement.lines(facts, GuestFacts.EXTENSION_LOG, Set.of("ext-freeze-timeout")).stream()
                .limit(2)
                .map(
                    event ->
                        Agreement.line(
                            GuestFacts.EXTENSION_LOG,
                            event,
                            Phrase.of("evidence.freeze-timeout.line")))
                .toList());
    if (why.isEmpty()) {
      Evidence clean = FreezeFailure.clean(facts);
      return clean == null
          ? Verdict.inconclusive(Phrase.of("because.freeze-timeout.no-line"))
          : Verdict.ruledOut(When.AT_FAILURE, clean);
    }
    List<Evidence> agreeing = Agreement.of(facts, CODES, Set.of("ext-freeze-timeout-status"));
    if (agreeing.isEmpty()) {
      return Verdict.inconclusive(Phrase.of("because.freeze-timeout.no-second-trace")).hinting(why);
    }
    why.addAll(agreeing);
    why.addAll(settings(facts));
    return Verdict.likely(When.AT_FAILURE, why.toArray(Evidence[]::new));
  }

  private static List<Evidence> settings(Facts facts) {
    VmbackupConf conf = facts.value(SnapshotFacts.VMBACKUP_CONF);
    return conf == null
        ? List.of()
        : Stream.of("timeout", "SafeFreezeWaitInSeconds")
            .map(conf::find)
            .filter(Objects::nonNull)
            .map(
                setting ->
                    Evidence.of(
                            SnapshotFacts.VMBACKUP_CONF,
                            Phrase.of("evidence.freeze-timeout.setting"))
                        .withExcerpt(setting.key() + "=" + setting.value())
                        .withPlace(conf.path(), setting.line()))
            .toList();
  }
}
