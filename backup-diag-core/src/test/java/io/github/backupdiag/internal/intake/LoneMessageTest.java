package io.github.backupdiag.internal.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.catalog.Catalog;
import io.github.backupdiag.catalog.PortalMessage;
import io.github.backupdiag.internal.catalog.LoadedCatalog;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** A message that stands alone is recognised without a search; nobody may see a difference. */
class LoneMessageTest {

  private static final Catalog CATALOG = LoadedCatalog.with(List.of());

  @Test
  void isReadAsAnyTextIs() {
    Recognition recognition = new Recognition(CATALOG);
    for (PortalMessage message : CATALOG.messages()) {
      String text = message.text();
      for (String written :
          List.of(
              text,
              " \"" + text + "\" ",
              text.toUpperCase(Locale.ROOT),
              text.replace(" ", ""),
              text.replace(" ", "\u00ad \n"),
              text + "s",
              text.substring(1))) {
        assertThat(recognition.read(written, 3))
            .as(written)
            .isEqualTo(recognition.scan(written, 3));
      }
    }
  }
}
