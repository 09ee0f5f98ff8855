package io.github.backupdiag.diagnostic;

import io.github.backupdiag.fact.FactKey;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Why a verdict holds: a fact, one sentence, and where it can be looked up. Immutable; the {@code
 * with} methods give new evidence.
 */
public final class Evidence {

  private final String fact;
  private final Phrase text;
  private final @Nullable String excerpt;
  private final @Nullable String file;
  private final long line;
  private final @Nullable Instant time;

  private Evidence(
      String fact,
      Phrase text,
      @Nullable String excerpt,
      @Nullable String file,
      long line,
      @Nullable Instant time) {
    this.fact = fact;
    this.text = Objects.requireNonNull(text, "text");
    this.excerpt = excerpt;
    this.file = file;
    this.line = line;
    this.time = time;
  }

  /**
   * Makes evidence with a sentence of the catalog.
   *
   * @param fact the fact it rests on
   * @param text what it says
   * @return the evidence
   */
  public static Evidence of(FactKey<?> fact, Phrase text) {
    return new Evidence(fact.id(), text, null, null, 0, null);
  }

  /**
   * Makes evidence with a sentence that is not in the catalog.
   *
   * @param fact the fact it rests on
   * @param sentence what it says
   * @return the evidence
   */
  public static Evidence of(FactKey<?> fact, String sentence) {
    return of(fact, Phrase.literal(sentence));
  }

  /**
   * Adds the value or log line itself.
   *
   * @param newExcerpt what was seen, to the letter
   * @return new evidence
   */
  public Evidence withExcerpt(String newExcerpt) {
    return new Evidence(fact, text, newExcerpt, file, line, time);
  }

  /**
   * Adds the place.
   *
   * @param newFile path or resource
   * @param newLine line from 1, or 0 if there is none
   * @return new evidence
   */
  public Evidence withPlace(String newFile, long newLine) {
    return new Evidence(fact, text, excerpt, newFile, newLine, time);
  }

  /**
   * Adds the time.
   *
   * @param newTime when it was true (UTC), or null if unknown
   * @return new evidence
   */
  public Evidence withTime(@Nullable Instant newTime) {
    return new Evidence(fact, text, excerpt, file, line, newTime);
  }

  /**
   * Gives the fact it rests on.
   *
   * @return id of a fact
   */
  public String fact() {
    return fact;
  }

  /**
   * Gives what it says.
   *
   * @return one sentence
   */
  public Phrase text() {
    return text;
  }

  /**
   * Gives the value or log line itself.
   *
   * @return what was seen, or null
   */
  public @Nullable String excerpt() {
    return excerpt;
  }

  /**
   * Gives the place.
   *
   * @return path or resource, or null
   */
  public @Nullable String file() {
    return file;
  }

  /**
   * Gives the line.
   *
   * @return from 1, or 0 if there is none
   */
  public long line() {
    return line;
  }

  /**
   * Gives the time.
   *
   * @return when it was true (UTC), or null
   */
  public @Nullable Instant time() {
    return time;
  }

  @Override
  public String toString() {
    return fact + ": " + text + (file == null ? "" : " (" + file + ":" + line + ")");
  }
}
