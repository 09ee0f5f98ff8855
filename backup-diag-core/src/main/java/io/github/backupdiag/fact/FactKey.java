package io.github.backupdiag.fact;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * Names one fact and knows its type, how it is stored and how sensitive it is.
 *
 * <p>Two keys are equal when their ids are; an id therefore stands for one type for ever. Ids are
 * {@code namespace.name} in kebab-case, for example {@code guest.agent-config}. Immutable.
 *
 * @param <T> type of the value
 */
public final class FactKey<T> {

  private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]*+(\\.[a-z0-9][a-z0-9-]*+)++");

  private final String id;
  private final FactCodec<T> codec;
  private final int schemaVersion;
  private final Sensitivity sensitivity;

  private FactKey(String id, FactCodec<T> codec, int schemaVersion, Sensitivity sensitivity) {
    this.id = id;
    this.codec = codec;
    this.schemaVersion = schemaVersion;
    this.sensitivity = sensitivity;
  }

  /**
   * Makes a key with a codec of one's own.
   *
   * @param <T> type of the value
   * @param id {@code namespace.name}, kebab-case
   * @param codec how values are stored
   * @return the key, schema version 1, {@link Sensitivity#NORMAL}
   * @throws IllegalArgumentException if the id has another form
   */
  public static <T> FactKey<T> of(String id, FactCodec<T> codec) {
    if (!ID.matcher(id).matches()) {
      throw new IllegalArgumentException(
          "fact id '" + id + "' is not namespace.name in kebab-case, such as guest.agent-config");
    }
    return new FactKey<>(id, Objects.requireNonNull(codec, "codec"), 1, Sensitivity.NORMAL);
  }

  /**
   * Makes a key for a text.
   *
   * @param id {@code namespace.name}
   * @return the key
   */
  public static FactKey<String> text(String id) {
    return of(id, FactCodecs.TEXT);
  }

  /**
   * Makes a key for yes or no.
   *
   * @param id {@code namespace.name}
   * @return the key
   */
  public static FactKey<Boolean> flag(String id) {
    return of(id, FactCodecs.FLAG);
  }

  /**
   * Makes a key for a whole number.
   *
   * @param id {@code namespace.name}
   * @return the key
   */
  public static FactKey<Long> number(String id) {
    return of(id, FactCodecs.NUMBER);
  }

  /**
   * Makes a key for a point in time (UTC).
   *
   * @param id {@code namespace.name}
   * @return the key
   */
  public static FactKey<Instant> time(String id) {
    return of(id, FactCodecs.TIME);
  }

  /**
   * Makes a key for a record. Its components may be strings, numbers, booleans, enums, {@code
   * Instant}, {@code Duration}, other such records, lists of these and string-keyed maps of these;
   * a component that may be missing is marked {@code @Nullable}. The record must be public in an
   * exported (or opened) package. Unknown components of a newer version are skipped on reading.
   *
   * @param <T> type of the value
   * @param id {@code namespace.name}
   * @param type the record class
   * @return the key
   * @throws IllegalArgumentException if a component has a type that cannot be stored
   */
  public static <T extends Record> FactKey<T> record(String id, Class<T> type) {
    return of(id, new RecordCodec<>(type));
  }

  /**
   * Makes a key for a list of records, see {@link #record}.
   *
   * @param <T> type of one element
   * @param id {@code namespace.name}
   * @param type the record class
   * @return the key; its values are immutable lists in a meaningful order
   */
  public static <T extends Record> FactKey<List<T>> records(String id, Class<T> type) {
    return of(id, FactCodecs.listOf(new RecordCodec<>(type)));
  }

  /**
   * Makes a key for a list of texts.
   *
   * @param id {@code namespace.name}
   * @return the key; its values are immutable lists
   */
  public static FactKey<List<String>> texts(String id) {
    return of(id, FactCodecs.listOf(FactCodecs.TEXT));
  }

  /**
   * Gives the same key with another sensitivity.
   *
   * @param newSensitivity how to treat values
   * @return a key with the same id
   */
  public FactKey<T> withSensitivity(Sensitivity newSensitivity) {
    return new FactKey<>(id, codec, schemaVersion, newSensitivity);
  }

  /**
   * Gives the same key with another version of its stored shape. A recording with a newer version
   * than the reader knows is kept as it is and not decoded.
   *
   * @param version 1 or higher
   * @return a key with the same id
   */
  public FactKey<T> withSchemaVersion(int version) {
    if (version < 1) {
      throw new IllegalArgumentException("schema version of " + id + " must be 1 or higher");
    }
    return new FactKey<>(id, codec, version, sensitivity);
  }

  /**
   * Gives the id.
   *
   * @return {@code namespace.name}
   */
  public String id() {
    return id;
  }

  /**
   * Gives the codec.
   *
   * @return how values are stored
   */
  public FactCodec<T> codec() {
    return codec;
  }

  /**
   * Gives the version of the stored shape.
   *
   * @return 1 or higher
   */
  public int schemaVersion() {
    return schemaVersion;
  }

  /**
   * Gives the sensitivity.
   *
   * @return how values must be treated
   */
  public Sensitivity sensitivity() {
    return sensitivity;
  }

  @Override
  public boolean equals(Object other) {
    return this == other || (other instanceof FactKey<?> that && id.equals(that.id));
  }

  @Override
  public int hashCode() {
    return id.hashCode();
  }

  @Override
  public String toString() {
    return id;
  }
}
