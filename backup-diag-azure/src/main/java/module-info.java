/** Probes of backup-diag (azure). */
module io.github.backupdiag.azure {
  requires transitive io.github.backupdiag.core;
  requires com.azure.core;

  exports io.github.backupdiag.azure;
}
