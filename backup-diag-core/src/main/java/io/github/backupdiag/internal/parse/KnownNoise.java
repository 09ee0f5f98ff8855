package io.github.backupdiag.internal.parse;

import io.github.backupdiag.catalog.LogSignature;
import io.github.backupdiag.catalog.NoiseCondition;
import io.github.backupdiag.fact.guest.GuestOs;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Decides which benign lines of one log are noise. What the line itself does not tell is decided at
 * the end. Not thread-safe.
 */
final class KnownNoise {

  private static final Duration DAY = Duration.ofDays(1);

  /** The agent repeats "still failing" every six hours (WALinuxAgent ga/update.py). */
  private static final Duration FOLLOWS = Duration.ofHours(7);

  private final @Nullable GuestOs os;
  private final List<Candidate> candidates = new ArrayList<>();
  private final Map<String, List<Moment>> milestones = new HashMap<>();
  private int order;

  KnownNoise(@Nullable GuestOs os) {
    this.os = os;
  }

  /** A record that may be noise; the order tells what came later where times are missing. */
  record Candidate(LogSignature signature, int order, @Nullable Instant time) {}

  private record Moment(int order, @Nullable Instant time) {}

  /** Texts that decide about earlier lines. */
  static List<String> milestones(List<LogSignature> signatures) {
    return signatures.stream()
        .map(LogSignature::noise)
        .filter(noise -> noise != null)
        .flatMap(
            noise ->
                Stream.concat(
                    Stream.of(noise.followedBy(), noise.healedBy()).filter(text -> text != null),
                    noise.unlessFollowedBy().stream()))
        .distinct()
        .toList();
  }

  void saw(String milestone, @Nullable Instant time) {
    milestones.computeIfAbsent(milestone, text -> new ArrayList<>()).add(new Moment(++order, time));
  }

  /** Null if the line is not what the signature speaks of, as far as the line tells. */
  @Nullable Candidate candidate(
      LogSignature signature, String line, String record, @Nullable Instant time) {
    NoiseCondition noise = signature.noise();
    if (noise == null || !fits(noise, noise.wholeRecord() ? record : line, record)) {
      return null;
    }
    Candidate candidate = new Candidate(signature, ++order, time);
    if (noise.needsTheRest()) {
      candidates.add(candidate);
    }
    return candidate;
  }

  private boolean fits(NoiseCondition noise, String text, String record) {
    RecordHead head = RecordHead.of(record);
    return isOneOf(noise.levels(), head.level())
        && isOneOf(noise.threads(), head.thread())
        && isOneOf(noise.prefixes(), head.prefix())
        && noise.holds().stream().allMatch(text::contains)
        && (noise.holdsOneOf().isEmpty() || noise.holdsOneOf().stream().anyMatch(text::contains))
        && (noise.distributions().isEmpty() || noise.distributions().stream().anyMatch(this::isOn));
  }

  private static boolean isOneOf(java.util.Set<String> wanted, String value) {
    return wanted.isEmpty() || wanted.contains(value);
  }

  private boolean isOn(String distribution) {
    String[] words = distribution.split(" ", 2);
    if (os == null || !os.id().equals(words[0])) {
      return false;
    }
    if (words.length == 1) {
      return true;
    }
    boolean least = words[1].endsWith("+");
    String version = least ? words[1].substring(0, words[1].length() - 1) : words[1];
    int order = Versions.compare(os.version(), version);
    return least ? order >= 0 : order == 0;
  }

  /** Asked when the whole log was read. */
  boolean isNoise(Candidate candidate) {
    NoiseCondition noise = candidate.signature().noise();
    return noise != null
        && (noise.fewerThan() == 0 || sameDay(candidate) < noise.fewerThan())
        && (noise.followedBy() == null || next(noise.followedBy(), candidate) != null)
        && noise.unlessFollowedBy().stream().noneMatch(text -> persists(text, noise, candidate));
  }

  private long sameDay(Candidate candidate) {
    return candidates.stream()
        .filter(other -> other.signature().id().equals(candidate.signature().id()))
        .filter(other -> isWithin(DAY, candidate.time(), other.time()))
        .count();
  }

  private boolean persists(String text, NoiseCondition noise, Candidate candidate) {
    Moment bad = next(text, candidate);
    Moment healed = noise.healedBy() == null ? null : next(noise.healedBy(), candidate);
    return bad != null
        && isWithin(FOLLOWS, candidate.time(), bad.time())
        && (healed == null || healed.order() > bad.order());
  }

  private @Nullable Moment next(String text, Candidate after) {
    return milestones.getOrDefault(text, List.of()).stream()
        .filter(moment -> moment.order() > after.order())
        .findFirst()
        .orElse(null);
  }

  /** Unknown times are taken for near ones. */
  private static boolean isWithin(Duration span, @Nullable Instant one, @Nullable Instant other) {
    return one == null || other == null || Duration.between(one, other).abs().compareTo(span) <= 0;
  }
}
