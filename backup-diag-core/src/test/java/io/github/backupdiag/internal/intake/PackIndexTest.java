package io.github.backupdiag.internal.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.catalog.Catalog;
import io.github.backupdiag.catalog.PortalMessage;
import io.github.backupdiag.internal.catalog.LoadedCatalog;
import io.github.backupdiag.internal.catalog.PackedParts;
import java.util.List;
import org.junit.jupiter.api.Test;

class PackIndexTest {

  private static final Catalog PACKED = LoadedCatalog.joined(List.of());

  @Test
  void theBuildHasPackedWhatIsMadeOfTheCatalogNow() {
    assertThat(((PackedParts) PACKED).part(Index.PART)).isEqualTo(PackIndex.bytes());
  }

  @Test
  void theSameComesOutTwice() {
    assertThat(PackIndex.bytes()).isEqualTo(PackIndex.bytes());
  }

  @Test
  void aPackedIndexSaysWhatOneMadeAtRunTimeSays() {
    Recognition packed = new Recognition(PACKED);
    Recognition made = new Recognition(LoadedCatalog.with(List.of()));
    for (PortalMessage message : PACKED.messages()) {
      String text = "UserErrorGuestAgent: " + message.text().replace(" ", " web-01 ");
      assertThat(packed.read(text, 0)).as(text).isEqualTo(made.read(text, 0));
    }
  }

  @Test
  void aPartThatTheBuildDidNotMakeIsNull() {
    assertThat(((PackedParts) PACKED).part("no-such-part")).isNull();
  }
}
