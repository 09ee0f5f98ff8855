package io.github.backupdiag.internal.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.catalog.Catalog;
import io.github.backupdiag.catalog.ErrorCode;
import io.github.backupdiag.internal.catalog.LoadedCatalog;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A code that stands alone is recognised without the index; nobody may see a difference. */
class LoneCodeTest {

  private static final Catalog CATALOG = LoadedCatalog.with(List.of());

  @Test
  void isReadAsAnyTextIs() {
    Recognition recognition = new Recognition(CATALOG);
    for (ErrorCode code : CATALOG.codes()) {
      List<String> names = new ArrayList<>(code.aliases());
      names.add(code.code());
      for (String name : names) {
        for (String text :
            List.of(
                name, " " + name + "\r\n", name.toLowerCase(java.util.Locale.ROOT), name + ".")) {
          assertThat(recognition.read(text, 3)).as(text).isEqualTo(recognition.scan(text, 3));
        }
      }
    }
  }
}
