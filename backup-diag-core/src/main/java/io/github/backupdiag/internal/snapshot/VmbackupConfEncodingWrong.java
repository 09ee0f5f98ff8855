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
import java.util.Set;

/**
 * The settings file of the extension is not plain ASCII, and the extension failed to read it
 * (guest.linux.vmbackup-conf.encoding). Most guests have no such file.
 */
public final class VmbackupConfEncodingWrong implements Diagnostic {

  private static final Set<String> LINES =
      Set.of(
          "ext-configfile-unreadable",
          "ext-config-readfail",
          "ext-config-not-int",
          "ext-config-not-str");

  private static final DiagnosticDescriptor DESCRIPTOR =
      DiagnosticDescriptor.of(
              "core.snapshot.vmbackup-conf-encoding-wrong", "vmbackup-conf-encoding-wrong")
          .needs(SnapshotFacts.VMBACKUP_CONF)
          .helpful(
              GuestFacts.EXTENSION_LOG,
              BackupFacts.WINDOW,
              BackupFacts.MATCHES,
              BackupFacts.SEEN_CODES)
          .on(GuestOs.Family.LINUX)
          .onAzureVmOnly()
          .checks("guest.linux.vmbackup-conf.encoding");

  /** Made by {@code ServiceLoader}. */
  public VmbackupConfEncodingWrong() {}

  @Override
  public DiagnosticDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public Verdict diagnose(Facts facts) {
    VmbackupConf conf = facts.value(SnapshotFacts.VMBACKUP_CONF);
    if (conf == null) {
      return Verdict.ruledOut(
          When.NOW,
          Evidence.of(
              SnapshotFacts.VMBACKUP_CONF,
              Phrase.of("evidence.vmbackup-conf-encoding-wrong.none")));
    }
    if (conf.oddLine() == 0) {
      return Verdict.ruledOut(When.NOW, file(conf, "ascii"));
    }
    List<Evidence> why = new ArrayList<>(List.of(file(conf, "odd")));
    List<Evidence> agreeing = Agreement.of(facts, Set.of(), LINES);
    if (agreeing.isEmpty()) {
      return Verdict.inconclusive(Phrase.of("because.vmbackup-conf-encoding-wrong.no-line"))
          .hinting(why);
    }
    why.addAll(agreeing);
    return Verdict.likely(When.NOW, why.toArray(Evidence[]::new)).with("file", conf.path());
  }

  private static Evidence file(VmbackupConf conf, String what) {
    return Evidence.of(
            SnapshotFacts.VMBACKUP_CONF, Phrase.of("evidence.vmbackup-conf-encoding-wrong." + what))
        .withPlace(conf.path(), conf.oddLine());
  }
}
