package io.github.backupdiag.request;

import io.github.backupdiag.fact.FactSet;
import io.github.backupdiag.fact.Target;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What to find out: which error, of which VM, when, within which time. Without an error it is a
 * health check: every cause is a candidate. Immutable and thread-safe.
 */
public final class DiagnosisRequest {

  /** Time a diagnosis may take when the request does not say otherwise. */
  public static final Duration DEFAULT_DEADLINE = Duration.ofSeconds(10);

  private final @Nullable String errorText;
  private final List<String> codes;
  private final Target target;
  private final @Nullable Instant failedAt;
  private final Duration deadline;
  private final Locale locale;
  private final FactSet knownFacts;
  private final boolean recorded;
  private final CancellationToken cancellation;
  private final boolean pseudonyms;

  private DiagnosisRequest(Builder builder) {
    this.errorText = builder.errorText;
    this.codes = List.copyOf(builder.codes);
    this.target = builder.target;
    this.failedAt = builder.failedAt;
    this.deadline = builder.deadline;
    this.locale = builder.locale;
    this.knownFacts = builder.knownFacts;
    this.recorded = builder.recorded;
    this.cancellation = builder.cancellation;
    this.pseudonyms = builder.pseudonyms;
  }

  /**
   * Asks whether anything would make the next backup fail.
   *
   * @return a request without an error
   */
  public static DiagnosisRequest healthCheck() {
    return builder().build();
  }

  /**
   * Asks why a backup failed.
   *
   * @param text what the user has: a code, a message in any portal language, a payload
   * @return a request for that error
   */
  public static DiagnosisRequest forError(String text) {
    return builder().errorText(text).build();
  }

  /**
   * Starts a request.
   *
   * @return a builder with the defaults
   */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Gives the text of the error.
   *
   * @return the text, or null if the request names none
   */
  public @Nullable String errorText() {
    return errorText;
  }

  /**
   * Gives the codes that the caller already knows.
   *
   * @return codes in the caller's order, may be empty
   */
  public List<String> codes() {
    return codes;
  }

  /**
   * Gives the VM.
   *
   * @return the target, with nulls where nothing is known
   */
  public Target target() {
    return target;
  }

  /**
   * Gives the time of the failure.
   *
   * @return UTC, or null if unknown
   */
  public @Nullable Instant failedAt() {
    return failedAt;
  }

  /**
   * Gives the time the whole diagnosis may take.
   *
   * @return positive
   */
  public Duration deadline() {
    return deadline;
  }

  /**
   * Gives the language of the report.
   *
   * @return any locale; texts that are not translated appear in English
   */
  public Locale locale() {
    return locale;
  }

  /**
   * Gives facts that are known already; probes for them are not run.
   *
   * @return facts, may be empty
   */
  public FactSet knownFacts() {
    return knownFacts;
  }

  /**
   * Tells whether the known facts are a recording of the very systems that are connected.
   *
   * @return true if the probes that it names are not to be run again
   */
  public boolean isRecorded() {
    return recorded;
  }

  /**
   * Gives the token that ends the diagnosis early.
   *
   * @return never null
   */
  public CancellationToken cancellation() {
    return cancellation;
  }

  /**
   * Tells whether the result names the customer's things by pseudonyms only.
   *
   * @return false unless asked for
   */
  public boolean pseudonyms() {
    return pseudonyms;
  }

  /** Collects a request. Not thread-safe. */
  public static final class Builder {

    private @Nullable String errorText;
    private final List<String> codes = new ArrayList<>();
    private Target target = Target.unknown();
    private @Nullable Instant failedAt;
    private Duration deadline = DEFAULT_DEADLINE;
    private Locale locale = Locale.ENGLISH;
    private FactSet knownFacts = FactSet.empty();
    private boolean recorded;
    private CancellationToken cancellation = new CancellationToken();
    private boolean pseudonyms;

    private Builder() {}

    /**
     * Sets the error as the user has it.
     *
     * @param text a code, a message, a payload
     * @return this builder
     */
    public Builder errorText(String text) {
      this.errorText = Objects.requireNonNull(text, "text");
      return this;
    }

    /**
     * Adds a code that is known for certain.
     *
     * @param code an error code of Azure Backup
     * @return this builder
     */
    public Builder code(String code) {
      codes.add(Objects.requireNonNull(code, "code"));
      return this;
    }

    /**
     * Sets the VM.
     *
     * @param newTarget what is known of it
     * @return this builder
     */
    public Builder target(Target newTarget) {
      this.target = Objects.requireNonNull(newTarget, "target");
      return this;
    }

    /**
     * Sets when the backup failed.
     *
     * @param time UTC
     * @return this builder
     */
    public Builder failedAt(Instant time) {
      this.failedAt = Objects.requireNonNull(time, "time");
      return this;
    }

    /**
     * Sets the time for the whole diagnosis.
     *
     * @param time positive
     * @return this builder
     * @throws IllegalArgumentException if it is zero or negative
     */
    public Builder deadline(Duration time) {
      if (time.isNegative() || time.isZero()) {
        throw new IllegalArgumentException("the deadline must be positive, not " + time);
      }
      this.deadline = time;
      return this;
    }

    /**
     * Sets the language of the report.
     *
     * @param newLocale any locale
     * @return this builder
     */
    public Builder locale(Locale newLocale) {
      this.locale = Objects.requireNonNull(newLocale, "locale");
      return this;
    }

    /**
     * Sets facts that are known already.
     *
     * @param facts for example a recording
     * @return this builder
     */
    public Builder knownFacts(FactSet facts) {
      this.knownFacts = Objects.requireNonNull(facts, "facts");
      this.recorded = false;
      return this;
    }

    /**
     * Sets the facts that were recorded of the very systems that are connected, such as those in a
     * support bundle whose files are the connection. The probes that looked then are not run again,
     * whatever they saw; others, which the recording program did not know or did not need, are.
     *
     * @param facts what {@code gather} gave
     * @return this builder
     */
    public Builder recordedFacts(FactSet facts) {
      this.knownFacts = Objects.requireNonNull(facts, "facts");
      this.recorded = true;
      return this;
    }

    /**
     * Sets the token that ends the diagnosis early.
     *
     * @param token shared with whoever may cancel
     * @return this builder
     */
    public Builder cancellation(CancellationToken token) {
      this.cancellation = Objects.requireNonNull(token, "token");
      return this;
    }

    /**
     * Asks for pseudonyms in the result, in place of what names a customer's things: machines,
     * vaults, resource groups, subscriptions, users, addresses, e-mails. Equal names get equal
     * pseudonyms within one result, and nothing leads back from them. Judged is what was seen, so
     * the causes are the same. Secrets are hidden whatever is asked for here.
     *
     * @param wanted whether the result has pseudonyms
     * @return this builder
     */
    public Builder pseudonyms(boolean wanted) {
      this.pseudonyms = wanted;
      return this;
    }

    /**
     * Builds the request.
     *
     * @return the request
     */
    public DiagnosisRequest build() {
      return new DiagnosisRequest(this);
    }
  }
}
