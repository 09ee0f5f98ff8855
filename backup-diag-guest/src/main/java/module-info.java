/** Probes of backup-diag (guest). */
module io.github.backupdiag.guest {
  requires transitive io.github.backupdiag.core;

  exports io.github.backupdiag.guest;
}
