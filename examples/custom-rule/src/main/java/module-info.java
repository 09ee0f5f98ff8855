/** An outsider's rule for backup-diag. */
module org.example.customrule {
  requires io.github.backupdiag.core;

  exports org.example.customrule;
}
