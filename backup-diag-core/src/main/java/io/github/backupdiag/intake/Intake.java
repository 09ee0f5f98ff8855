package io.github.backupdiag.intake;

import io.github.backupdiag.catalog.Catalog;
import io.github.backupdiag.fact.FactSet;
import io.github.backupdiag.fact.backup.CodeMatch;
import io.github.backupdiag.fact.backup.Incident;
import io.github.backupdiag.fact.backup.UnknownCode;
import io.github.backupdiag.internal.intake.Advice;
import io.github.backupdiag.internal.intake.Apportioned;
import io.github.backupdiag.internal.intake.Beginning;
import io.github.backupdiag.internal.intake.IncidentText;
import io.github.backupdiag.internal.intake.Reading;
import io.github.backupdiag.internal.intake.Recognition;
import io.github.backupdiag.internal.intake.Recognition.Recognised;
import io.github.backupdiag.internal.intake.payload.Payload;
import io.github.backupdiag.internal.intake.payload.Payloads;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

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
 * input longer than 8 MiB (bytes, or characters of a string; half as many characters if any lies
 * beyond Latin-1) only the beginning is read, and the facts say so; also of one with more than
 * 400,000 lines. The first reading throws {@link io.github.backupdiag.catalog.CatalogException} if
 * the catalog is broken.
 */
public final class Intake {

  private static final List<Incident> ASSUMED = List.of(new Incident(0, null, null, null));
  private static final int MOST_UNKNOWN = 20;
  private static final int LONGEST_REST = 1 << 20;

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
    return read(Beginning.of(text));
  }

  private IntakeResult read(Beginning input) {
    String text = input.text();
    Recognised alone = recognition.lone(text);
    if (alone != null) {
      return result(ASSUMED, alone, FactSet.empty());
    }
    Payload payload = also(input.problems(), Payloads.read(text));
    return isRecord(payload) ? records(payload) : plain(text, payload);
  }

  private static Payload also(List<String> problems, Payload payload) {
    List<String> all = new ArrayList<>(problems);
    all.addAll(payload.problems());
    return problems.isEmpty() ? payload : payload.with(payload.passages(), all);
  }

  private static boolean isRecord(Payload payload) {
    return switch (payload.kind()) {
      case EMPTY, TEXT, JSON, WINDOWS_EVENTS -> false;
      // Of a status without a failure the code is recognised by the words round it.
      case EXTENSION_STATUS -> !payload.assumed() && !payload.incidents().isEmpty();
      // A code may go on in the next line, which only the whole text shows.
      case ERROR_PAGE -> payload.incidents().size() > 1;
      default -> true;
    };
  }

  private IntakeResult plain(String text, Payload payload) {
    Recognised recognised = recognised(text, payload);
    List<Incident> told = payload.incidents().size() == 1 ? payload.incidents() : ASSUMED;
    return result(told, recognised, reading.of(text, recognised, payload));
  }

  /** Codes that only the advice of an error pane names are no errors, unless nothing else is. */
  private Recognised recognised(String text, Payload payload) {
    String told = payload.kind() == Payload.Kind.ERROR_PAGE ? Advice.without(text, payload) : text;
    Recognised recognised = recognition.read(told, 0);
    boolean none = recognised.matches().isEmpty() && !told.equals(text);
    return none ? recognition.read(text, 0) : recognised;
  }

  private IntakeResult records(Payload payload) {
    List<CodeMatch> matches = new ArrayList<>();
    Set<UnknownCode> unknown = new LinkedHashSet<>();
    String language = null;
    StringBuilder rest = new StringBuilder();
    Apportioned passages = new Apportioned(payload);
    for (Incident incident : payload.incidents()) {
      Recognised recognised =
          recognition.read(
              IncidentText.of(passages.of(incident.index()), incident.index()), incident.index());
      matches.addAll(recognised.matches());
      unknown.addAll(recognised.unknown());
      if (rest.length() < LONGEST_REST) {
        rest.append(recognised.rest()).append('\n');
      }
      language = language == null ? recognised.language() : language;
    }
    List<UnknownCode> few = unknown.stream().limit(MOST_UNKNOWN).toList();
    Recognised all = new Recognised(matches, few, language, rest.toString());
    return result(
        payload.incidents(),
        all,
        reading.of(IncidentText.inPlace(payload), all, also(passages.problems(), payload)));
  }

  /** Whoever names no known code, no machine and no time speaks of no failure that we know. */
  private static IntakeResult result(
      List<Incident> incidents, Recognised recognised, FactSet facts) {
    boolean known = !recognised.matches().isEmpty() || incidents.stream().anyMatch(Intake::tells);
    return new IntakeResult(
        known ? incidents : List.of(),
        recognised.matches(),
        recognised.unknown(),
        recognised.language(),
        facts);
  }

  private static boolean tells(Incident incident) {
    return incident.failedAt() != null || incident.vm() != null || incident.vault() != null;
  }

  /**
   * Reads bytes.
   *
   * @param bytes in any of the charsets that {@link #textOf} tells apart
   * @return what they say
   */
  public IntakeResult read(byte[] bytes) {
    return read(Beginning.of(bytes));
  }

  /**
   * Gives bytes as the text that an intake reads in them. The charset is found from the bytes:
   * UTF-8, UTF-16 with or without a byte order mark, else the code page of Windows (Western and
   * Central European, Turkish, Japanese, Korean, Traditional or Simplified Chinese) that fits best.
   *
   * @param bytes any bytes; invalid ones are replaced, and beyond 8 MiB none is read
   * @return the text, without a byte order mark
   */
  public static String textOf(byte[] bytes) {
    return Beginning.of(bytes).text();
  }

  /**
   * Reads a stream to its end, or to one byte beyond the limit. Leaves it open.
   *
   * @param in bytes as for {@link #read(byte[])}
   * @return what they say
   * @throws IOException if the stream cannot be read
   */
  public IntakeResult read(InputStream in) throws IOException {
    // One more, so that it shows if there is more.
    return read(in.readNBytes(Recognition.LIMIT + 1));
  }
}
