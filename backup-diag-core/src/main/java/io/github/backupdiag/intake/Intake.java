package io.github.backupdiag.intake;

import io.github.backupdiag.catalog.Catalog;
import io.github.backupdiag.fact.backup.Incident;
import io.github.backupdiag.internal.intake.Decoding;
import io.github.backupdiag.internal.intake.Reading;
import io.github.backupdiag.internal.intake.Recognition;
import io.github.backupdiag.internal.intake.Recognition.Recognised;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/**
 * Recognises error codes and messages in what the user has. Thread-safe; meant to be kept, since
 * its index is made at the first reading and used by all later ones.
 *
 * <p>Codes are recognised in any case, with blanks or line breaks inside, cut at the end, or
 * without their prefix; messages in every language of the catalog, whatever their case, blanks and
 * punctuation. HTML entities, JSON escapes, full-width letters and invisible characters make no
 * difference. Damaged codes and cut messages score lower.
 *
 * <p>Any input is read without an exception; what says nothing known gives an empty result. Of an
 * input longer than 8 MiB (bytes, or characters of a string) only the beginning is read. The first
 * reading throws {@link io.github.backupdiag.catalog.CatalogException} if the catalog is broken.
 */
public final class Intake {

  private final Recognition recognition;
  private final Reading reading;

  private Intake(Catalog catalog) {
    recognition = new Recognition(catalog);
    reading = new Reading(catalog);
  }

  /**
   * Makes an intake. Reads nothing of the catalog yet.
   *
   * @param catalog codes and messages to recognise
   * @return the intake
   */
  public static Intake over(Catalog catalog) {
    return new Intake(catalog);
  }

  /**
   * Reads a text.
   *
   * @param text any text, may be empty
   * @return what it says
   */
  public IntakeResult read(String text) {
    Recognised recognised = recognition.read(text, 0);
    List<Incident> incidents =
        recognised.matches().isEmpty() ? List.of() : List.of(new Incident(0, null, null, null));
    return new IntakeResult(
        incidents,
        recognised.matches(),
        recognised.unknown(),
        recognised.language(),
        reading.of(text, recognised));
  }

  /**
   * Reads bytes.
   *
   * @param bytes UTF-8, or UTF-16 with a byte order mark; invalid bytes are skipped over
   * @return what they say
   */
  public IntakeResult read(byte[] bytes) {
    return read(Decoding.decoded(bytes));
  }

  /**
   * Reads a stream to its end or to the limit. Leaves it open.
   *
   * @param in bytes as for {@link #read(byte[])}
   * @return what they say
   * @throws IOException if the stream cannot be read
   */
  public IntakeResult read(InputStream in) throws IOException {
    return read(in.readNBytes(Recognition.LIMIT));
  }
}
