/** A company's own cause for backup-diag: a rule, a probe and the words for them. */
module org.example.customrule {
  requires io.github.backupdiag.core;

  exports org.example.customrule;

  provides io.github.backupdiag.diagnostic.Diagnostic with
      org.example.customrule.MaintenanceLockHeld;
  provides io.github.backupdiag.probe.Probe with
      org.example.customrule.MaintenanceLockProbe;
  provides io.github.backupdiag.catalog.CatalogSource with
      org.example.customrule.CorpCatalog;
}
