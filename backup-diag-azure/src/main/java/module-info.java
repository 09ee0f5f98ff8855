/** Connects backup-diag to Azure Resource Manager; its probes come with a later version. */
module io.github.backupdiag.azure {
  requires transitive com.azure.core;
  requires transitive io.github.backupdiag.core;

  exports io.github.backupdiag.azure;
}
