package io.github.backupdiag.guest.internal.linux;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.guestaccess.PathEntry;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RotatedLogsTest {

  private static final String LOG = "/var/log/waagent.log";
  private static final Instant NIGHT = Instant.parse("2026-03-14T02:15:00Z");

  @Test
  void takesWhatWasWrittenToSinceThenWhateverItsName() {
    assertThat(
            needed(
                NIGHT,
                part("", NIGHT.plusSeconds(9000)),
                part(".1", NIGHT.minusSeconds(86_400)),
                part("-2026-03-14-1773454667.gz", NIGHT.plusSeconds(100)),
                part(".2.gz", NIGHT.plusSeconds(50))))
        .containsExactly(LOG + "-2026-03-14-1773454667.gz", LOG + ".2.gz");
  }

  @Test
  void takesTheNewestFour() {
    PathEntry[] parts = new PathEntry[9];
    Arrays.setAll(parts, i -> part("." + (i + 1), NIGHT.plusSeconds(9 - i)));
    assertThat(needed(NIGHT, parts))
        .containsExactly(LOG + ".1", LOG + ".2", LOG + ".3", LOG + ".4");
  }

  @Test
  void takesPartsOfUnknownAge() {
    assertThat(needed(NIGHT, part(".1", null))).hasSize(1);
    assertThat(needed(null, part(".1", NIGHT))).hasSize(1);
  }

  @Test
  void takesAPartThatIsBeingPackedOnce() {
    assertThat(needed(NIGHT, part(".1", NIGHT), part(".1.gz", NIGHT))).containsExactly(LOG + ".1");
  }

  @Test
  void leavesOthersAlone() {
    assertThat(
            needed(
                NIGHT,
                part(".bak", NIGHT),
                part("x.1", NIGHT),
                part(".2.xz", NIGHT),
                new PathEntry(LOG + ".3", PathEntry.Type.LINK, 1, "/etc/shadow", 0, 0644, NIGHT)))
        .isEmpty();
  }

  private static List<String> needed(@Nullable Instant since, PathEntry... parts) {
    return RotatedLogs.needed(List.of(parts), LOG, since);
  }

  private static PathEntry part(String suffix, @Nullable Instant modified) {
    return new PathEntry(LOG + suffix, PathEntry.Type.FILE, 100, null, 0, 0644, modified);
  }
}
