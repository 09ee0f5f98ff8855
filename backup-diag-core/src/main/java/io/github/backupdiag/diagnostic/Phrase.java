package io.github.backupdiag.diagnostic;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * A sentence for people: the id of a catalog text and the values for its placeholders. The wording
 * and its language are chosen when a report is shown. Immutable.
 */
public final class Phrase {

  private static final String LITERAL = "text";

  private final String id;
  private final Map<String, String> arguments;

  private Phrase(String id, Map<String, String> arguments) {
    this.id = Objects.requireNonNull(id, "id");
    this.arguments = arguments;
  }

  /**
   * Makes a phrase.
   *
   * @param id id of a catalog text, such as {@code evidence.agent-config.extensions-off}
   * @param namesAndValues pairs of placeholder and value
   * @return the phrase
   * @throws IllegalArgumentException if the pairs are not complete
   */
  public static Phrase of(String id, String... namesAndValues) {
    if (namesAndValues.length % 2 != 0) {
      throw new IllegalArgumentException("phrase " + id + " has a placeholder without a value");
    }
    if (namesAndValues.length == 0) {
      return new Phrase(id, Map.of());
    }
    Map<String, String> arguments = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      arguments.put(namesAndValues[i], Objects.requireNonNull(namesAndValues[i + 1]));
    }
    return new Phrase(id, Collections.unmodifiableMap(arguments));
  }

  /**
   * Makes a phrase from a sentence that is not in the catalog and has no translation.
   *
   * @param sentence the sentence
   * @return the phrase
   */
  public static Phrase literal(String sentence) {
    return new Phrase("", Map.of(LITERAL, sentence));
  }

  /**
   * Tells whether the phrase carries its sentence itself.
   *
   * @return true if made with {@link #literal}
   */
  public boolean isLiteral() {
    return id.isEmpty();
  }

  /**
   * Gives the sentence of a literal phrase.
   *
   * @return the sentence, empty for a phrase with an id
   */
  public String sentence() {
    return isLiteral() ? arguments.getOrDefault(LITERAL, "") : "";
  }

  /**
   * Gives the id of the catalog text.
   *
   * @return the id, empty for a literal phrase
   */
  public String id() {
    return id;
  }

  /**
   * Gives the values of the placeholders.
   *
   * @return by name, in the order given
   */
  public Map<String, String> arguments() {
    return arguments;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Phrase that && id.equals(that.id) && arguments.equals(that.arguments);
  }

  @Override
  public int hashCode() {
    return Objects.hash(id, arguments);
  }

  @Override
  public String toString() {
    return isLiteral() ? sentence() : id + arguments;
  }
}
