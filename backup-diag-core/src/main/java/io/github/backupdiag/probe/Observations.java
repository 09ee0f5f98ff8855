package io.github.backupdiag.probe;

import io.github.backupdiag.fact.Absent;
import io.github.backupdiag.fact.FactKey;
import io.github.backupdiag.fact.Observation;
import io.github.backupdiag.fact.Observed;
import io.github.backupdiag.fact.Unavailable;
import io.github.backupdiag.fact.UnavailableReason;
import io.github.backupdiag.fact.backup.SeenCode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a probe saw: observations by key, and codes met on the way. Immutable. */
public final class Observations {

  private static final Observations NONE = builder().build();

  private final Map<FactKey<?>, Observation<?>> byKey;
  private final List<SeenCode> seenCodes;

  private Observations(Builder builder) {
    this.byKey = Collections.unmodifiableMap(new LinkedHashMap<>(builder.byKey));
    this.seenCodes = List.copyOf(builder.seenCodes);
  }

  /**
   * Gives the observations of a probe that saw nothing.
   *
   * @return no observations
   */
  public static Observations none() {
    return NONE;
  }

  /**
   * Starts observations.
   *
   * @return an empty builder
   */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Gives the observations.
   *
   * @return by key, in the order in which they were added
   */
  public Map<FactKey<?>, Observation<?>> byKey() {
    return byKey;
  }

  /**
   * Gives one observation.
   *
   * @param <T> type of the value
   * @param key of what
   * @return the observation, {@code NO_PROBE} if there is none
   */
  @SuppressWarnings("unchecked")
  public <T> Observation<T> get(FactKey<T> key) {
    Observation<?> observation = byKey.get(key);
    return observation == null
        ? new Unavailable<>(UnavailableReason.NO_PROBE, "")
        : (Observation<T>) observation;
  }

  /**
   * Gives the error codes met on the way, such as the status code of the backup extension.
   *
   * @return in the order in which they were met
   */
  public List<SeenCode> seenCodes() {
    return seenCodes;
  }

  /** Collects observations. Not thread-safe. */
  public static final class Builder {

    private final Map<FactKey<?>, Observation<?>> byKey = new LinkedHashMap<>();
    private final List<SeenCode> seenCodes = new ArrayList<>();

    private Builder() {}

    /**
     * Adds an observation.
     *
     * @param <T> type of the value
     * @param key one that the probe declared
     * @param observation what is known of it
     * @return this builder
     */
    public <T> Builder put(FactKey<T> key, Observation<? extends T> observation) {
      byKey.put(key, observation);
      return this;
    }

    /**
     * Adds a value that was seen.
     *
     * @param <T> type of the value
     * @param key one that the probe declared
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
     * @param key one that the probe declared
     * @param value what was seen
     * @param source where
     * @param at when it was true (UTC), or null
     * @return this builder
     */
    public <T> Builder observed(FactKey<T> key, T value, String source, @Nullable Instant at) {
      return put(key, new Observed<>(value, source, at));
    }

    /**
     * Adds that something was looked for and is not there.
     *
     * @param <T> type of the value
     * @param key one that the probe declared
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
     * @param key one that the probe declared
     * @param reason why not
     * @param detail the path, the action and its scope, the error; may be empty
     * @return this builder
     */
    public <T> Builder unavailable(FactKey<T> key, UnavailableReason reason, String detail) {
      return put(key, new Unavailable<T>(reason, detail));
    }

    /**
     * Adds an error code that was met on the way; its causes join the diagnosis if it lies in the
     * window of the failed job.
     *
     * @param code the code and where it was met
     * @return this builder
     */
    public Builder seenCode(SeenCode code) {
      seenCodes.add(code);
      return this;
    }

    /**
     * Builds the observations.
     *
     * @return what was collected so far
     */
    public Observations build() {
      return new Observations(this);
    }
  }
}
