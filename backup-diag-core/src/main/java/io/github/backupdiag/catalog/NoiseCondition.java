package io.github.backupdiag.catalog;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * When a line that holds a benign signature is known noise. Empty sets and lists, 0 and null ask
 * for nothing. The first and largest source is the list by which the tests of the Linux agent pass
 * over errors (WALinuxAgent {@code tests_e2e/tests/lib/agent_log.py}).
 *
 * @param levels levels of the record, such as {@code WARNING}; one of them
 * @param threads threads that write it; one of them
 * @param prefixes prefixes of the record, such as {@code Daemon}; one of them
 * @param wholeRecord true if the text is sought, and is noise, in the record with all its lines,
 *     not in the line alone
 * @param holds texts that it must hold too, every one
 * @param holdsOneOf texts of which it must hold one
 * @param distributions {@code ID} of os-release, alone or with a version ({@code rhel 8.2}) or a
 *     least version ({@code ubuntu 22.04+}); one of them
 * @param fewerThan noise only as long as fewer such records than this lie within a day; 0 for any
 *     number
 * @param followedBy what a later line must hold, or null
 * @param unlessFollowedBy what no line of the next hours may hold: then it was no noise
 * @param healedBy what ends that wait, or null
 */
public record NoiseCondition(
    Set<String> levels,
    Set<String> threads,
    Set<String> prefixes,
    boolean wholeRecord,
    List<String> holds,
    List<String> holdsOneOf,
    List<String> distributions,
    int fewerThan,
    @Nullable String followedBy,
    List<String> unlessFollowedBy,
    @Nullable String healedBy) {

  /** Asks for nothing: the line is always noise. */
  public static final NoiseCondition ALWAYS =
      new NoiseCondition(
          Set.of(), Set.of(), Set.of(), false, List.of(), List.of(), List.of(), 0, null, List.of(),
          null);

  /**
   * Copies the sets and lists.
   *
   * @param levels levels of the record
   * @param threads threads that write it
   * @param prefixes prefixes of the record
   * @param wholeRecord true if the record counts, not the line alone
   * @param holds texts that it must hold
   * @param holdsOneOf texts of which it must hold one
   * @param distributions distributions on which it is noise
   * @param fewerThan a number of records, or 0
   * @param followedBy what a later line must hold, or null
   * @param unlessFollowedBy what no later line may hold
   * @param healedBy what ends that wait, or null
   */
  public NoiseCondition {
    levels = Set.copyOf(levels);
    threads = Set.copyOf(threads);
    prefixes = Set.copyOf(prefixes);
    holds = List.copyOf(holds);
    holdsOneOf = List.copyOf(holdsOneOf);
    distributions = List.copyOf(distributions);
    unlessFollowedBy = List.copyOf(unlessFollowedBy);
  }

  /**
   * Tells whether the rest of the log must be known before a line can be called noise.
   *
   * @return true if it asks for a number or for what follows
   */
  public boolean needsTheRest() {
    return fewerThan > 0 || followedBy != null || !unlessFollowedBy.isEmpty();
  }
}
