package io.github.backupdiag.internal.vss;

import io.github.backupdiag.diagnostic.Diagnostic;
import io.github.backupdiag.diagnostic.DiagnosticDescriptor;
import io.github.backupdiag.diagnostic.Evidence;
import io.github.backupdiag.diagnostic.Facts;
import io.github.backupdiag.diagnostic.Phrase;
import io.github.backupdiag.diagnostic.Verdict;
import io.github.backupdiag.fact.guest.GuestOs;
import io.github.backupdiag.fact.guest.SnapshotSetting;
import io.github.backupdiag.fact.guest.SnapshotSettings;
import io.github.backupdiag.fact.guest.WindowsVssFacts;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Settings choose whether VSS makes full or copy-only backups, which decides whose backups of SQL
 * Server can follow each other (guest.windows.reg.vss-backup-mode is context, so this never
 * decides). The two values mean opposite things, count under {@code BcdrAgent} only, and have to be
 * text; both absent is normal.
 */
public final class SqlVssFullBackupConflict implements Diagnostic {

  private static final String COPY = "USEVSSCOPYBACKUP";
  private static final String FULL = "UseVssFullBackup";

  private static final DiagnosticDescriptor DESCRIPTOR =
      DiagnosticDescriptor.of(
              "core.vss.sql-vss-full-backup-conflict", "sql-vss-full-backup-conflict")
          .helpful(WindowsVssFacts.SNAPSHOT_SETTINGS)
          .on(GuestOs.Family.WINDOWS)
          .corroborating()
          .checks("guest.windows.reg.vss-backup-mode");

  /** Made by {@code ServiceLoader}. */
  public SqlVssFullBackupConflict() {}

  @Override
  public DiagnosticDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public Verdict diagnose(Facts facts) {
    SnapshotSettings settings = facts.value(WindowsVssFacts.SNAPSHOT_SETTINGS);
    List<SnapshotSetting> modes =
        settings == null
            ? List.of()
            : Stream.of(COPY, FULL)
                .map(name -> settings.find(SnapshotSetting.AGENT, name))
                .filter(Objects::nonNull)
                .toList();
    if (modes.isEmpty()) {
      return Verdict.inconclusive(Phrase.of("because.sql-vss-full-backup-conflict.default"));
    }
    boolean odd = modes.size() > 1 || !modes.get(0).isText();
    return Verdict.inconclusive(
            Phrase.of("because.sql-vss-full-backup-conflict." + (odd ? "unclear" : "chosen")))
        .hinting(modes.stream().map(SqlVssFullBackupConflict::evidence).toList());
  }

  private static Evidence evidence(SnapshotSetting mode) {
    return Evidence.of(
            WindowsVssFacts.SNAPSHOT_SETTINGS,
            Phrase.of("evidence.sql-vss-full-backup-conflict.set", "name", mode.name()))
        .withExcerpt(mode.name() + " " + mode.type() + " " + mode.data());
  }
}
