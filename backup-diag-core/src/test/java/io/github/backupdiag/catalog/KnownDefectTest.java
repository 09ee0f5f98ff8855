package io.github.backupdiag.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.catalog.KnownDefect.Condition;
import io.github.backupdiag.catalog.KnownDefect.Versions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KnownDefectTest {

  private static final Versions RANGE = new Versions("1.0.9217.0", "1.0.9220.0", List.of());

  @ParameterizedTest
  @CsvSource({
    "1.0.9217.0, true",
    "1.0.9219.9, true",
    "1.0.9220.0, false",
    "1.0.9220, false",
    "1.0.9216.9, false",
    "1.0.10000.0, false",
    "1.0, false",
    "'', false",
    "newest, false",
    "1.0.9218.0-rc1, false",
    "99999999999.0, false",
  })
  void aRangeHoldsItsVersionsByNumber(String version, boolean held) {
    assertThat(RANGE.contains(version)).isEqualTo(held);
  }

  @Test
  void onlyTheVersionsSeenCountWhereNoRangeIsKnown() {
    Versions seen = new Versions(null, null, List.of("2.2.15"));

    assertThat(seen.contains("2.2.15")).isTrue();
    assertThat(seen.contains("2.2.15.0")).isTrue();
    assertThat(seen.contains("2.2.14")).isFalse();
    assertThat(new Versions(null, "2.2.41", List.of()).contains("2.2.9")).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"3.12, true", "3.13.1, true", "3.9, false", "4, true", "three, false"})
  void anInterpreterMustBeNewEnough(String version, boolean met) {
    assertThat(new Condition("3.12", List.of(), null).isMetByPython(version)).isEqualTo(met);
  }

  @Test
  void anUnknownInterpreterMeetsOnlyADefectWithoutOne() {
    assertThat(new Condition("3.12", List.of(), null).isMetByPython(null)).isFalse();
    assertThat(new Condition(null, List.of(), null).isMetByPython(null)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "sles, 15, true",
    "sles, 15.5, true",
    "sles, 150, false",
    "sles, 12.5, false",
    "rhel, 15, false",
  })
  void aDistributionIsMetByItsIdAndTheBeginningOfItsVersion(
      String id, String version, boolean met) {
    assertThat(new Condition(null, List.of("sles"), "15").isMetBySystem(id, version))
        .isEqualTo(met);
    assertThat(new Condition(null, List.of(), null).isMetBySystem(id, version)).isTrue();
  }
}
