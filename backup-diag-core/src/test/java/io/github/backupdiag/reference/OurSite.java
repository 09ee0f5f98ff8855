package io.github.backupdiag.reference;

import io.github.backupdiag.BackupDiagnosis;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The site of our own catalog, made and read once for all tests. */
final class OurSite {

  static final BackupDiagnosis DIAGNOSIS = BackupDiagnosis.builder().build();
  static final SortedMap<String, String> FILES = make();
  static final SortedMap<String, SeenPage> PAGES = pages(FILES);

  private OurSite() {}

  static SortedMap<String, String> make() {
    return ReferenceSite.files(DIAGNOSIS.catalog(), DIAGNOSIS.diagnostics(), "1.2.3");
  }

  static SortedMap<String, SeenPage> pages(Map<String, String> files) {
    SortedMap<String, SeenPage> pages = new TreeMap<>();
    files.forEach(
        (path, text) -> {
          if (path.endsWith(".html")) {
            pages.put(path, SeenPage.read(path, text));
          }
        });
    return pages;
  }
}
