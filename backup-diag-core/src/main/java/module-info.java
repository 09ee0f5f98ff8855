/** Catalog, vocabulary, rules, engine, reports and the test kit of backup-diag. */
module io.github.backupdiag.core {
  requires com.fasterxml.jackson.core;
  requires org.slf4j;
  requires static transitive org.jspecify;

  exports io.github.backupdiag;
}
