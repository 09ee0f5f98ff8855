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
import io.github.backupdiag.fact.guest.MountPoint;
import io.github.backupdiag.fact.guest.Mounts;
import io.github.backupdiag.fact.guest.SnapshotFacts;
import io.github.backupdiag.fact.guest.VmbackupConf;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The freeze helper names a mount on which the freeze call failed, and a code or the extension says
 * that the freeze failed (guest.linux.freeze.result).
 */
public final class MountCannotBeFrozen implements Diagnostic {

  private static final int MOST_NAMED = 3;

  private static final DiagnosticDescriptor DESCRIPTOR =
      DiagnosticDescriptor.of("core.snapshot.mount-cannot-be-frozen", "mount-cannot-be-frozen")
          .needs(GuestFacts.EXTENSION_LOG)
          .helpful(
              SnapshotFacts.FREEZE_RUN,
              SnapshotFacts.VMBACKUP_CONF,
              GuestFacts.MOUNTS,
              BackupFacts.WINDOW,
              BackupFacts.MATCHES,
              BackupFacts.SEEN_CODES)
          .on(GuestOs.Family.LINUX)
          .onAzureVmOnly()
          .checks(
              "guest.linux.freeze.result",
              "guest.linux.vmbackup-conf.values",
              "guest.linux.freeze.mount-kinds");

  /** Made by {@code ServiceLoader}. */
  public MountCannotBeFrozen() {}

  @Override
  public DiagnosticDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public Verdict diagnose(Facts facts) {
    List<FreezeFailure> failures = FreezeFailure.all(facts);
    if (failures.isEmpty()) {
      Evidence clean = FreezeFailure.clean(facts);
      return clean == null
          ? Verdict.inconclusive(Phrase.of("because.mount-cannot-be-frozen.no-line"))
          : Verdict.ruledOut(When.AT_FAILURE, clean);
    }
    FreezeFailure failure = failures.get(0);
    List<Evidence> why = named(failures, facts);
    List<Evidence> agreeing = Agreement.of(facts, FreezeFailure.CODES, FreezeFailure.LINES);
    if (agreeing.isEmpty()) {
      return Verdict.inconclusive(Phrase.of("because.mount-cannot-be-frozen.no-second-trace"))
          .hinting(why);
    }
    why.addAll(agreeing);
    why.addAll(misspelt(failure, facts));
    return FrozenMounts.named(
        Verdict.likely(When.AT_FAILURE, why.toArray(Evidence[]::new)),
        failure.mount(),
        facts.value(GuestFacts.MOUNTS));
  }

  /** Each mount once: the extension tries again. */
  private static List<Evidence> named(List<FreezeFailure> failures, Facts facts) {
    Map<String, Evidence> named = new LinkedHashMap<>();
    for (FreezeFailure failure : failures) {
      if (named.size() < MOST_NAMED) {
        named.putIfAbsent(failure.mount(), named(failure, facts));
      }
    }
    return new ArrayList<>(named.values());
  }

  private static Evidence named(FreezeFailure failure, Facts facts) {
    Mounts mounts = facts.value(GuestFacts.MOUNTS);
    MountPoint point = mounts == null ? null : mounts.holding(failure.mount());
    return point == null || !point.path().equals(failure.mount())
        ? failure.evidence(
            Phrase.of("evidence.mount-cannot-be-frozen.failed", "mount", failure.mount()))
        : failure.evidence(
            Phrase.of(
                "evidence.mount-cannot-be-frozen.failed-type",
                "mount",
                failure.mount(),
                "type",
                point.type()));
  }

  /** The settings mean to leave the mount out, but the extension does not trim names. */
  private static List<Evidence> misspelt(FreezeFailure failure, Facts facts) {
    VmbackupConf conf = facts.value(SnapshotFacts.VMBACKUP_CONF);
    VmbackupConf.Setting setting = conf == null ? null : conf.find("MountsToSkip");
    if (conf == null
        || setting == null
        || conf.mountsToSkip().contains(failure.mount())
        || conf.mountsToSkip().stream().noneMatch(name -> name.strip().equals(failure.mount()))) {
      return List.of();
    }
    return List.of(
        Evidence.of(
                SnapshotFacts.VMBACKUP_CONF,
                Phrase.of("evidence.mount-cannot-be-frozen.misspelt", "mount", failure.mount()))
            .withExcerpt("MountsToSkip=" + setting.value())
            .withPlace(conf.path(), setting.line()));
  }
}
