package io.github.backupdiag.catalog;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The knowledge of all sources together. Immutable, thread-safe, read lazily: a part is read and
 * checked when it is first asked for.
 *
 * <p>Every method may throw {@link CatalogException} at its first use if a source is broken.
 */
public interface Catalog {

  /**
   * Finds a code.
   *
   * @param code the code or one of its aliases, in any case
   * @return the code, or null if it is not known
   */
  @Nullable ErrorCode code(String code);

  /**
   * Gives all codes.
   *
   * @return in alphabetical order
   */
  List<ErrorCode> codes();

  /**
   * Finds a cause.
   *
   * @param id exact id
   * @return the cause, or null if it is not known
   */
  @Nullable Cause cause(String id);

  /**
   * Gives all causes.
   *
   * @return in alphabetical order
   */
  List<Cause> causes();

  /**
   * Finds a remediation.
   *
   * @param id exact id
   * @return the remediation, or null if it is not known
   */
  @Nullable Remediation remediation(String id);

  /**
   * Gives all remediations.
   *
   * @return in alphabetical order of their ids
   */
  List<Remediation> remediations();

  /**
   * Gives all log signatures.
   *
   * @return in alphabetical order of their ids
   */
  List<LogSignature> signatures();

  /**
   * Gives all known defects.
   *
   * @return in alphabetical order of their ids
   */
  List<KnownDefect> defects();

  /**
   * Gives all checks.
   *
   * @return in alphabetical order of their ids
   */
  List<Check> checks();

  /**
   * Gives all numeric errors.
   *
   * @return in alphabetical order of their ids
   */
  List<NumericError> errors();

  /**
   * Gives the messages of the portal in all languages.
   *
   * @return in the order of the sources
   */
  List<PortalMessage> messages();

  /**
   * Gives the words in a language.
   *
   * @param locale any locale
   * @return the words, falling back to English text by text
   */
  Texts texts(Locale locale);
}
