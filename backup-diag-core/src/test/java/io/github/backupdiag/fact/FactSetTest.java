package io.github.backupdiag.fact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FactSetTest {

  private static final FactKey<String> NAME = FactKey.text("acme.name");
  private static final FactKey<Long> COUNT = FactKey.number("acme.count");
  private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

  @Test
  void saysOfAnUnknownKeyThatNobodyLooked() {
    assertThat(FactSet.empty().get(NAME))
        .isEqualTo(new Unavailable<>(UnavailableReason.NO_PROBE, ""));
    assertThat(FactSet.empty().value(NAME)).isNull();
    assertThat(FactSet.empty().contains(NAME)).isFalse();
  }

  @Test
  void givesBackWhatWasPutIn() {
    FactSet facts =
        FactSet.builder()
            .observed(NAME, "web-1", "/etc/hostname", NOON)
            .absent(COUNT, "/proc/count")
            .build();

    assertThat(facts.get(NAME)).isEqualTo(new Observed<>("web-1", "/etc/hostname", NOON));
    assertThat(facts.value(NAME)).isEqualTo("web-1");
    assertThat(facts.get(COUNT)).isEqualTo(new Absent<>("/proc/count"));
    assertThat(facts.value(COUNT)).isNull();
    assertThat(facts.ids()).containsExactly("acme.count", "acme.name");
    assertThat(facts).hasToString("FactSet[acme.count, acme.name]");
  }

  @Test
  void containsAlsoWhatCouldNotBeSeen() {
    FactSet facts =
        FactSet.builder().unavailable(NAME, UnavailableReason.TIMED_OUT, "after 5 s").build();

    assertThat(facts.contains(NAME)).isTrue();
    assertThat(facts.get(NAME).isSeen()).isFalse();
  }

  @Test
  void staysAsItIsWhateverItsBuildersDo() {
    FactSet.Builder builder = FactSet.builder().observed(NAME, "first", "");
    FactSet first = builder.build();

    builder.observed(NAME, "second", "").observed(COUNT, 1L, "");
    first.toBuilder().remove(NAME).build();

    assertThat(first.value(NAME)).isEqualTo("first");
    assertThat(first.ids()).containsExactly("acme.name").isUnmodifiable();
    assertThat(FactSet.empty().ids()).isEmpty();
  }

  @Test
  void replacesFactsOfTheSameKeyByLaterOnes() {
    FactSet early = FactSet.builder().observed(NAME, "early", "").observed(COUNT, 1L, "").build();
    FactSet late = FactSet.builder().observed(NAME, "late", "").build();

    FactSet both = FactSet.builder().putAll(early).putAll(late).build();

    assertThat(both.value(NAME)).isEqualTo("late");
    assertThat(both.value(COUNT)).isEqualTo(1L);
    assertThat(both.toBuilder().remove(COUNT).build().ids()).containsExactly("acme.name");
  }

  @Test
  void refusesObservationsWithoutTheirParts() {
    assertThatNullPointerException().isThrownBy(() -> new Observed<>(null, "", null));
    assertThatNullPointerException().isThrownBy(() -> new Observed<>("x", null, null));
    assertThatNullPointerException().isThrownBy(() -> new Absent<>(null));
    assertThatNullPointerException().isThrownBy(() -> new Unavailable<>(null, ""));
    assertThatNullPointerException()
        .isThrownBy(() -> new Unavailable<>(UnavailableReason.FAILED, null));
  }

  @ParameterizedTest
  @EnumSource(UnavailableReason.class)
  void leavesAReportPartialWhenALookWasPlannedAndEndedBadly(UnavailableReason reason) {
    boolean planned =
        switch (reason) {
          case NO_PROBE, NOT_CONNECTED, NOT_RECORDED, REDACTED -> false;
          default -> true;
        };

    assertThat(reason.leavesReportPartial()).isEqualTo(planned);
  }

  @Test
  void knowsATargetOfWhichNothingIsKnown() {
    assertThat(Target.unknown()).isEqualTo(new Target(null, null, null));
  }
}
