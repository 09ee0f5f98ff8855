package io.github.backupdiag.internal.snapshot;

import io.github.backupdiag.diagnostic.Diagnostic;
import io.github.backupdiag.diagnostic.DiagnosticDescriptor;
import io.github.backupdiag.diagnostic.Evidence;
import io.github.backupdiag.diagnostic.Facts;
import io.github.backupdiag.diagnostic.Phrase;
import io.github.backupdiag.diagnostic.Verdict;
import io.github.backupdiag.diagnostic.When;
import io.github.backupdiag.fact.backup.BackupFacts;
import io.github.backupdiag.fact.guest.GuestDisks;
import io.github.backupdiag.fact.guest.GuestFacts;
import io.github.backupdiag.fact.guest.GuestOs;
import io.github.backupdiag.fact.guest.MountAnswers;
import io.github.backupdiag.fact.guest.MountAnswers.Answer;
import io.github.backupdiag.fact.guest.MountAnswers.State;
import io.github.backupdiag.fact.guest.Mounts;
import io.github.backupdiag.fact.guest.SnapshotFacts;
import io.github.backupdiag.fact.guest.VmbackupConf;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A mount point that the extension freezes cannot be opened as root
 * (guest.linux.freeze.mounts-open).
 */
public final class MountNotAccessible implements Diagnostic {

  private static final Set<String> CODES =
      Set.of("VMSnapshotLinux.123", "UserErrorUnableToOpenMount");

  private static final DiagnosticDescriptor DESCRIPTOR =
      DiagnosticDescriptor.of("core.snapshot.mount-not-accessible", "mount-not-accessible")
          .needs(SnapshotFacts.MOUNT_ANSWERS)
          .helpful(
              SnapshotFacts.VMBACKUP_CONF,
              SnapshotFacts.DISKS,
              GuestFacts.MOUNTS,
              BackupFacts.WINDOW,
              BackupFacts.MATCHES,
              BackupFacts.SEEN_CODES)
          .on(GuestOs.Family.LINUX)
          .onAzureVmOnly()
          .checks("guest.linux.freeze.mounts-open");

  /** Made by {@code ServiceLoader}. */
  public MountNotAccessible() {}

  @Override
  public DiagnosticDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public Verdict diagnose(Facts facts) {
    MountAnswers mounts = facts.value(SnapshotFacts.MOUNT_ANSWERS);
    VmbackupConf conf = facts.value(SnapshotFacts.VMBACKUP_CONF);
    Mounts table = facts.value(GuestFacts.MOUNTS);
    GuestDisks disks = facts.value(SnapshotFacts.DISKS);
    List<Answer> frozen =
        mounts == null
            ? List.of()
            : mounts.answers().stream()
                .filter(answer -> FrozenMounts.isFrozen(answer.mount(), table, conf, disks))
                .toList();
    if (mounts == null || frozen.isEmpty()) {
      return Verdict.inconclusive(Phrase.of("because.mount-not-accessible.none"))
          .missing(SnapshotFacts.MOUNT_ANSWERS);
    }
    List<Answer> bad = frozen.stream().filter(MountNotAccessible::isBad).toList();
    if (bad.isEmpty()) {
      return frozen.stream().allMatch(answer -> answer.state() == State.OPEN)
          ? Verdict.ruledOut(
              When.NOW,
              Evidence.of(
                  SnapshotFacts.MOUNT_ANSWERS, Phrase.of("evidence.mount-not-accessible.open")))
          : Verdict.inconclusive(Phrase.of("because.mount-not-accessible.no-answer"));
    }
    return mounts.asRoot()
        ? closed(bad, facts)
        : Verdict.inconclusive(Phrase.of("because.mount-not-accessible.not-root"))
            .missing(SnapshotFacts.MOUNT_ANSWERS);
  }

  /**
   * A mount that answers with an error is the cause itself. One that is gone may have been
   * unmounted since the table was read, or the table may be damaged: the job has to agree.
   */
  private static Verdict closed(List<Answer> bad, Facts facts) {
    List<Evidence> why = new ArrayList<>();
    bad.forEach(answer -> why.add(evidence(answer)));
    if (bad.stream().anyMatch(answer -> answer.state() == State.FAILED)) {
      return Verdict.certain(When.NOW, why.toArray(new Evidence[0]))
          .with("mount", bad.get(0).mount());
    }
    List<Evidence> agreeing = Agreement.codes(facts, CODES);
    if (agreeing.isEmpty()) {
      return Verdict.inconclusive(Phrase.of("because.mount-not-accessible.gone")).hinting(why);
    }
    why.addAll(agreeing);
    return Verdict.likely(When.NOW, why.toArray(new Evidence[0])).with("mount", bad.get(0).mount());
  }

  private static boolean isBad(Answer answer) {
    return answer.state() == State.FAILED || answer.state() == State.GONE;
  }

  private static Evidence evidence(Answer answer) {
    return Evidence.of(
            SnapshotFacts.MOUNT_ANSWERS,
            Phrase.of("evidence.mount-not-accessible.closed", "mount", answer.mount()))
        .withExcerpt(answer.detail())
        .withPlace(answer.mount(), 0);
  }
}
