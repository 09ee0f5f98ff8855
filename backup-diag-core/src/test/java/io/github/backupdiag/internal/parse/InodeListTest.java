package io.github.backupdiag.internal.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class InodeListTest {

  @Test
  void readsFreeInodesByPath() {
    assertThat(InodeList.parse("1966080 1700000 /\n655360 0 /var/lib/my agent\n"))
        .isEqualTo(Map.of("/", 1_700_000L, "/var/lib/my agent", 0L));
  }

  @Test
  void passesOverFileSystemsWithoutATableAndErrors() {
    assertThat(
            InodeList.parse(
                """
                0 0 /
                stat: cannot read file system information
                -1 5 /a
                99999999999999999999 1 /b
                1 x /c
                1 2
                """))
        .isEmpty();
  }

  @Property(tries = 300)
  void takesAnyText(@ForAll String text) {
    assertThat(InodeList.parse(text + "\n7 3 /a")).containsEntry("/a", 3L);
  }
}
