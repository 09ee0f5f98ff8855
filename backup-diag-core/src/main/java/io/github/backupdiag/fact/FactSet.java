package io.github.backupdiag.fact;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BinaryOperator;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * An immutable set of observations by key: everything a diagnosis knows.
 *
 * <p>Facts read from a recording stay as they were stored until a key asks for them, so a recording
 * may hold facts that this program has never heard of; they are kept and written back. Thread-safe.
 */
public final class FactSet {

  private static final FactSet EMPTY = new FactSet(new TreeMap<>(), Map.of());

  private final SortedMap<String, Entry> entries;
  private final Map<String, Object> unknownFields;
  private final Map<String, Observation<?>> decoded = new ConcurrentHashMap<>();

  FactSet(SortedMap<String, Entry> entries, Map<String, Object> unknownFields) {
    this.entries = entries;
    this.unknownFields = unknownFields;
  }

  /** One entry: either made in this process or still as it was read. */
  sealed interface Entry permits Typed, Recorded {}

  record Typed(FactKey<?> key, Observation<?> observation) implements Entry {}

  record Recorded(Map<String, Object> tree) implements Entry {}

  /**
   * Gives the set without facts.
   *
   * @return an empty set
   */
  public static FactSet empty() {
    return EMPTY;
  }

  /**
   * Starts a set.
   *
   * @return a builder without facts
   */
  public static Builder builder() {
    return new Builder(EMPTY);
  }

  /**
   * Starts a set that holds what this one holds.
   *
   * @return a builder with these facts
   */
  public Builder toBuilder() {
    return new Builder(this);
  }

  /**
   * Gives the observation of a key.
   *
   * @param <T> type of the value
   * @param key what to look up
   * @return the observation; {@link Unavailable} with {@code NO_PROBE} if nobody looked, with
   *     {@code FAILED} if a recorded value has a shape that the key cannot read
   */
  @SuppressWarnings("unchecked")
  public <T> Observation<T> get(FactKey<T> key) {
    Entry entry = entries.get(key.id());
    if (entry instanceof Typed typed) {
      return (Observation<T>) typed.observation();
    }
    if (entry instanceof Recorded recorded) {
      return (Observation<T>)
          decoded.computeIfAbsent(key.id(), id -> RecordedFacts.decode(key, recorded.tree()));
    }
    return new Unavailable<>(UnavailableReason.NO_PROBE, "");
  }

  /**
   * Gives the value of a key when it was observed.
   *
   * @param <T> type of the value
   * @param key what to look up
   * @return the value, or null if it was not observed
   */
  public <T> @Nullable T value(FactKey<T> key) {
    return get(key) instanceof Observed<T> observed ? observed.value() : null;
  }

  /**
   * Tells whether the set says anything of a key, be it only why it could not be seen.
   *
   * @param key what to look up
   * @return true if there is an entry
   */
  public boolean contains(FactKey<?> key) {
    return entries.containsKey(key.id());
  }

  /**
   * Gives the ids of all facts, also of those that this program does not know.
   *
   * @return ids in alphabetical order
   */
  public SortedSet<String> ids() {
    return Collections.unmodifiableSortedSet(new TreeSet<>(entries.keySet()));
  }

  /**
   * Gives these facts with every text in them changed, such as by cutting secrets out. Facts that
   * are secret as a whole become {@link UnavailableReason#REDACTED}. Keys are visited in
   * alphabetical order.
   *
   * @param change applied to each text, also inside records and to sources and details
   * @return new facts
   */
  public FactSet withTexts(UnaryOperator<String> change) {
    return with(new TextChange((names, text) -> change.apply(text), false));
  }

  /**
   * Gives these facts with every text in them changed, by somebody who wants to know where in its
   * fact a text stands. Otherwise as {@link #withTexts}. A number is given as its text; it stays a
   * number if that is not changed.
   *
   * @param change applied to the names around a text and the text: outermost first, joined by
   *     {@code /}, beginning with the id of the fact. The name of a pair of name and value counts
   *     as one, and so does an option of a command line before its value. No names stand around
   *     names, sources and details
   * @return new facts
   */
  public FactSet withNamedTexts(BinaryOperator<String> change) {
    return with(new TextChange(change, true));
  }

  private FactSet with(TextChange texts) {
    SortedMap<String, Entry> changed = new TreeMap<>();
    entries.forEach((id, entry) -> changed.put(id, texts.apply(id, entry)));
    return new FactSet(changed, texts.fields(unknownFields));
  }

  SortedMap<String, Entry> entries() {
    return entries;
  }

  Map<String, Object> unknownFields() {
    return unknownFields;
  }

  /**
   * Gives some of the facts.
   *
   * @param wanted tells of an id whether its fact is wanted
   * @return a set of those facts
   */
  public FactSet only(Predicate<String> wanted) {
    TreeMap<String, Entry> some = new TreeMap<>(entries);
    some.keySet().removeIf(wanted.negate());
    return new FactSet(some, unknownFields);
  }

  /**
   * Gives the facts that one source gave.
   *
   * @param source as the observations name it
   * @return those that were observed there
   */
  public FactSet from(String source) {
    return only(id -> source.equals(sourceOf(entries.get(id))));
  }

  private static @Nullable Object sourceOf(@Nullable Entry entry) {
    if (entry instanceof Typed typed) {
      return typed.observation() instanceof Observed<?> observed ? observed.source() : null;
    }
    return entry instanceof Recorded recorded ? recorded.tree().get("source") : null;
  }

  /** Equal to a set that holds the same observations. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof FactSet set
        && entries.equals(set.entries)
        && unknownFields.equals(set.unknownFields);
  }

  @Override
  public int hashCode() {
    return entries.hashCode();
  }

  @Override
  public String toString() {
    return "FactSet" + entries.keySet();
  }

  /** Collects facts. Not thread-safe. A later fact of the same key replaces the earlier one. */
  public static final class Builder {

    private final SortedMap<String, Entry> entries;
    private final Map<String, Object> unknownFields;

    private Builder(FactSet start) {
      this.entries = new TreeMap<>(start.entries);
      this.unknownFields = start.unknownFields;
    }

    /**
     * Adds an observation.
     *
     * @param <T> type of the value
     * @param key of what
     * @param observation what is known of it
     * @return this builder
     */
    public <T> Builder put(FactKey<T> key, Observation<? extends T> observation) {
      entries.put(key.id(), new Typed(key, observation));
      return this;
    }

    /**
     * Adds a value that was seen.
     *
     * @param <T> type of the value
     * @param key of what
     * @param value what was seen
     * @param source where
     * @return this builder
     */
    public <T> Builder observed(FactKey<T> key, T value, String source) {
      return observed(key, value, source, null);
    }

    /**
     * Adds a value that was seen, with the time at which it was true.
     *
     * @param <T> type of the value
     * @param key of what
     * @param value what was seen
     * @param source where
     * @param at when it was true (UTC), or null
     * @return this builder
     */
    public <T> Builder observed(FactKey<T> key, T value, String source, @Nullable Instant at) {
      return put(key, new Observed<T>(value, source, at));
    }

    /**
     * Adds that somebody looked and found nothing.
     *
     * @param <T> type of the value
     * @param key of what
     * @param source where it was looked for
     * @return this builder
     */
    public <T> Builder absent(FactKey<T> key, String source) {
      return put(key, new Absent<T>(source));
    }

    /**
     * Adds that something could not be seen.
     *
     * @param <T> type of the value
     * @param key of what
     * @param reason why not
     * @param detail technical detail, may be empty
     * @return this builder
     */
    public <T> Builder unavailable(FactKey<T> key, UnavailableReason reason, String detail) {
      return put(key, new Unavailable<T>(reason, detail));
    }

    /**
     * Adds all facts of another set; they replace those of the same key.
     *
     * @param other the facts to add
     * @return this builder
     */
    public Builder putAll(FactSet other) {
      entries.putAll(other.entries);
      return this;
    }

    /**
     * Takes a fact out.
     *
     * @param key of what
     * @return this builder
     */
    public Builder remove(FactKey<?> key) {
      entries.remove(key.id());
      return this;
    }

    /**
     * Builds the set.
     *
     * @return the facts collected so far
     */
    public FactSet build() {
      return new FactSet(new TreeMap<>(entries), unknownFields);
    }
  }
}
