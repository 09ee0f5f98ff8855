package io.github.backupdiag.internal.disk;

import io.github.backupdiag.diagnostic.Diagnostic;
import io.github.backupdiag.diagnostic.DiagnosticDescriptor;
import io.github.backupdiag.diagnostic.Evidence;
import io.github.backupdiag.diagnostic.Facts;
import io.github.backupdiag.diagnostic.Phrase;
import io.github.backupdiag.diagnostic.Verdict;
import io.github.backupdiag.diagnostic.When;
import io.github.backupdiag.fact.backup.BackupFacts;
import io.github.backupdiag.fact.backup.JobWindow;
import io.github.backupdiag.fact.backup.LogEvent;
import io.github.backupdiag.fact.backup.LogEvents;
import io.github.backupdiag.fact.guest.GuestFacts;
import io.github.backupdiag.fact.guest.GuestOs;
import io.github.backupdiag.fact.guest.MountPoint;
import io.github.backupdiag.fact.guest.Mounts;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The mount that holds the agent's folder forbids running programs (guest.linux.mount.noexec). */
public final class AgentDirMountedNoexec implements Diagnostic {

  /** Lines that agree with an entry of fstab, which only tells what is mounted at boot. */
  private static final Set<String> AGREEING =
      Set.of("wa-noexec", "wa-noexec-warning", "wa-nonzero-126");

  private static final DiagnosticDescriptor DESCRIPTOR =
      DiagnosticDescriptor.of("core.disk.agent-dir-mounted-noexec", "agent-dir-mounted-noexec")
          .needs(GuestFacts.MOUNTS, GuestFacts.AGENT_FOLDER)
          .helpful(GuestFacts.AGENT_LOG, BackupFacts.WINDOW, GuestFacts.OS)
          .on(GuestOs.Family.LINUX)
          .onAzureVmOnly()
          .checks("guest.linux.mount.noexec");

  /** Made by {@code ServiceLoader}. */
  public AgentDirMountedNoexec() {}

  @Override
  public DiagnosticDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public Verdict diagnose(Facts facts) {
    Mounts mounts = facts.value(GuestFacts.MOUNTS);
    String folder = facts.value(GuestFacts.AGENT_FOLDER);
    MountPoint mount = mounts == null || folder == null ? null : mounts.holding(folder);
    if (mounts == null || folder == null || mount == null) {
      return Verdict.inconclusive(Phrase.of("because.agent-dir-mounted-noexec.no-mount"))
          .missing(GuestFacts.MOUNTS);
    }
    if (!mounts.live()) {
      return fromBootTable(mounts, mount, folder, facts);
    }
    return mount.forbidsExecution()
        ? confirmed(Verdict.certain(When.NOW, line(mounts, mount, folder, "noexec")), mount, facts)
        : Verdict.ruledOut(When.NOW, line(mounts, mount, folder, "exec"));
  }

  private static Verdict fromBootTable(
      Mounts mounts, MountPoint mount, String folder, Facts facts) {
    if (!mount.forbidsExecution()) {
      return Verdict.inconclusive(Phrase.of("because.agent-dir-mounted-noexec.boot-table"))
          .missing(GuestFacts.MOUNTS);
    }
    Evidence entry = line(mounts, mount, folder, "noexec");
    LogEvent event = agreeingLine(facts);
    if (event == null) {
      return Verdict.inconclusive(Phrase.of("because.agent-dir-mounted-noexec.boot-table"))
          .missing(GuestFacts.MOUNTS)
          .hinting(List.of(entry));
    }
    return confirmed(
        Verdict.likely(
            When.NOW, entry, LogLine.of(GuestFacts.AGENT_LOG, event, "agent-dir-mounted-noexec")),
        mount,
        facts);
  }

  private static Verdict confirmed(Verdict.Confirmed verdict, MountPoint mount, Facts facts) {
    GuestOs os = facts.value(GuestFacts.OS);
    return verdict
        .with("mount", mount.path())
        .with("unit", os == null ? "waagent" : os.agentUnit());
  }

  private static @Nullable LogEvent agreeingLine(Facts facts) {
    LogEvents log = facts.value(GuestFacts.AGENT_LOG);
    JobWindow window = facts.value(BackupFacts.WINDOW);
    if (log == null || window == null) {
      return null;
    }
    return log.events().stream()
        .filter(event -> AGREEING.contains(event.signature()) && window.contains(event.time()))
        .findFirst()
        .orElse(null);
  }

  private static Evidence line(Mounts mounts, MountPoint mount, String folder, String what) {
    return Evidence.of(
            GuestFacts.MOUNTS,
            Phrase.of(
                "evidence.agent-dir-mounted-noexec." + what,
                "folder",
                folder,
                "mount",
                mount.path()))
        .withExcerpt(
            String.join(
                " ", mount.device(), mount.path(), mount.type(), String.join(",", mount.options())))
        .withPlace(mounts.table(), mount.line());
  }
}
