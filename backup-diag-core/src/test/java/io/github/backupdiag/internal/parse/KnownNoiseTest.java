package io.github.backupdiag.internal.parse;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.catalog.LogSignature;
import io.github.backupdiag.catalog.NoiseCondition;
import io.github.backupdiag.catalog.Os;
import io.github.backupdiag.fact.guest.GuestOs;
import io.github.backupdiag.internal.parse.KnownNoise.Candidate;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which benign lines are noise, and what makes them count after all. */
class KnownNoiseTest {

  private static final Instant NOON = Instant.parse("2026-03-14T12:00:00Z");
  private static final String LINE =
      "2026-03-14T12:00:00.1Z WARNING ExtHandler ExtHandler Could not reach the host, attempt 3";

  private final KnownNoise noise =
      new KnownNoise(new GuestOs(GuestOs.Family.LINUX, "ubuntu", "22.04", List.of(), "Ubuntu"));

  @ParameterizedTest
  @CsvSource({"WARNING, true", "ERROR, false"})
  void isOfTheLevelThatIsNamed(String level, boolean noisy) {
    assertThat(isCandidate(new Conditions().levels(level), LINE)).isEqualTo(noisy);
  }

  @ParameterizedTest
  @CsvSource({
    "ExtHandler, ExtHandler, true",
    "Daemon, ExtHandler, false",
    "ExtHandler, Daemon, false"
  })
  void isOfTheThreadAndThePrefixThatAreNamed(String thread, String prefix, boolean noisy) {
    assertThat(isCandidate(new Conditions().threads(thread).prefixes(prefix), LINE))
        .isEqualTo(noisy);
  }

  @Test
  void holdsAllOfOneListAndOneOfTheOther() {
    assertThat(isCandidate(new Conditions().holds("reach", "host"), LINE)).isTrue();
    assertThat(isCandidate(new Conditions().holds("reach", "guest"), LINE)).isFalse();
    assertThat(isCandidate(new Conditions().oneOf("guest", "host"), LINE)).isTrue();
    assertThat(isCandidate(new Conditions().oneOf("guest", "vault"), LINE)).isFalse();
  }

  @Test
  void looksAtTheWholeRecordWhereItIsToldTo() {
    Conditions more = new Conditions().holds("Traceback");
    String record = LINE + "\nTraceback (most recent call last)";

    assertThat(noise.candidate(signature(more.build()), LINE, record, NOON)).isNull();
    assertThat(noise.candidate(signature(more.wholeRecord().build()), LINE, record, NOON))
        .isNotNull();
  }

  @ParameterizedTest
  @CsvSource({
    "ubuntu, true",
    "ubuntu 22.04, true",
    "ubuntu 20.04+, true",
    "ubuntu 22.04+, true",
    "ubuntu 22.04.1+, false",
    "ubuntu 24.04+, false",
    "ubuntu 20.04, false",
    "debian, false",
    "debian 10+, false"
  })
  void knowsTheDistributionAndItsVersion(String distribution, boolean noisy) {
    assertThat(isCandidate(new Conditions().on("sles", distribution), LINE)).isEqualTo(noisy);
  }

  @Test
  void isOnNoDistributionWhereTheSystemIsUnknown() {
    LogSignature signature = signature(new Conditions().on("ubuntu").build());

    assertThat(new KnownNoise(null).candidate(signature, LINE, LINE, NOON)).isNull();
  }

  @Test
  void isNoneWithoutACondition() {
    assertThat(noise.candidate(signature(null), LINE, LINE, NOON)).isNull();
  }

  @Test
  void countsOnlyTheSameSignatureOfTheSameDay() {
    LogSignature few = signature(new Conditions().fewerThan(3).build());
    Candidate first = noise.candidate(few, LINE, LINE, NOON);
    noise.candidate(few, LINE, LINE, NOON.plusSeconds(86_401));
    LogSignature other = signature("y", new Conditions().fewerThan(3).build());
    noise.candidate(other, LINE, LINE, NOON);
    noise.candidate(other, LINE, LINE, NOON);
    assertThat(noise.isNoise(first)).isTrue();

    noise.candidate(few, LINE, LINE, NOON.plusSeconds(86_400));
    assertThat(noise.isNoise(first)).isTrue();

    noise.candidate(few, LINE, LINE, null);
    assertThat(noise.isNoise(first)).isFalse();
  }

  @Test
  void isNoiseOnlyIfWhatHealsItComesLater() {
    LogSignature healed = signature(new Conditions().followedBy("connected").build());
    noise.saw("connected", NOON);
    Candidate candidate = noise.candidate(healed, LINE, LINE, NOON.plusSeconds(1));
    assertThat(noise.isNoise(candidate)).isFalse();

    noise.saw("connected", NOON.plusSeconds(2));
    assertThat(noise.isNoise(candidate)).isTrue();
  }

  @Test
  void countsWhenTheLogSaysSoonThatItStillFails() {
    LogSignature persistent = signature(new Conditions().unless("still failing").build());
    Candidate candidate = noise.candidate(persistent, LINE, LINE, NOON);
    assertThat(noise.isNoise(candidate)).isTrue();

    noise.saw("still failing", NOON.plusSeconds(7 * 3600));
    assertThat(noise.isNoise(candidate)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(longs = {7 * 3600 + 1, 86_400})
  void takesALaterFailureForAnotherOne(long seconds) {
    LogSignature persistent = signature(new Conditions().unless("still failing").build());
    Candidate candidate = noise.candidate(persistent, LINE, LINE, NOON);
    noise.saw("still failing", NOON.plusSeconds(seconds));

    assertThat(noise.isNoise(candidate)).isTrue();
  }

  @Test
  void isHealedByWhatComesBeforeTheNextFailure() {
    LogSignature healing =
        signature(new Conditions().unless("still failing").healedBy("works again").build());
    Candidate healed = noise.candidate(healing, LINE, LINE, NOON);
    noise.saw("works again", NOON.plusSeconds(1));
    noise.saw("still failing", NOON.plusSeconds(2));
    Candidate late = noise.candidate(healing, LINE, LINE, NOON.plusSeconds(3));
    noise.saw("still failing", NOON.plusSeconds(4));
    noise.saw("works again", NOON.plusSeconds(5));

    assertThat(noise.isNoise(healed)).isTrue();
    assertThat(noise.isNoise(late)).isFalse();
  }

  @Test
  void namesTheTextsThatDecideAboutEarlierLines() {
    List<LogSignature> signatures =
        List.of(
            signature(null),
            signature(new Conditions().followedBy("a").build()),
            signature(new Conditions().unless("b", "a").healedBy("c").build()));

    assertThat(KnownNoise.milestones(signatures)).containsExactly("a", "c", "b");
  }

  private boolean isCandidate(Conditions conditions, String line) {
    return noise.candidate(signature(conditions.build()), line, line, NOON) != null;
  }

  private static LogSignature signature(@Nullable NoiseCondition condition) {
    return signature("x", condition);
  }

  private static LogSignature signature(String id, @Nullable NoiseCondition condition) {
    return new LogSignature(
        id, "waagent", Set.of(Os.LINUX), "Err", null, "benign", List.of(), false, 0, condition);
  }

  /** A condition, all of it open that is not said. */
  private static final class Conditions {

    private Set<String> levels = Set.of();
    private Set<String> threads = Set.of();
    private Set<String> prefixes = Set.of();
    private boolean wholeRecord;
    private List<String> holds = List.of();
    private List<String> holdsOneOf = List.of();
    private List<String> distributions = List.of();
    private int fewerThan;
    private @Nullable String followedBy;
    private List<String> unlessFollowedBy = List.of();
    private @Nullable String healedBy;

    Conditions levels(String... all) {
      levels = Set.of(all);
      return this;
    }

    Conditions threads(String... all) {
      threads = Set.of(all);
      return this;
    }

    Conditions prefixes(String... all) {
      prefixes = Set.of(all);
      return this;
    }

    Conditions wholeRecord() {
      wholeRecord = true;
      return this;
    }

    Conditions holds(String... all) {
      holds = List.of(all);
      return this;
    }

    Conditions oneOf(String... all) {
      holdsOneOf = List.of(all);
      return this;
    }

    Conditions on(String... all) {
      distributions = List.of(all);
      return this;
    }

    Conditions fewerThan(int number) {
      fewerThan = number;
      return this;
    }

    Conditions followedBy(String text) {
      followedBy = text;
      return this;
    }

    Conditions unless(String... all) {
      unlessFollowedBy = List.of(all);
      return this;
    }

    Conditions healedBy(String text) {
      healedBy = text;
      return this;
    }

    NoiseCondition build() {
      return new NoiseCondition(
          levels,
          threads,
          prefixes,
          wholeRecord,
          holds,
          holdsOneOf,
          distributions,
          fewerThan,
          followedBy,
          unlessFollowedBy,
          healedBy);
    }
  }
}
