package org.example.customrule;

import io.github.backupdiag.testkit.CatalogTester;
import org.junit.jupiter.api.Test;

class CorpCatalogTest {

  @Test
  void isSoundInEveryLanguage() {
    CatalogTester.of(new CorpCatalog()).check().checkTranslation("de");
  }
}
