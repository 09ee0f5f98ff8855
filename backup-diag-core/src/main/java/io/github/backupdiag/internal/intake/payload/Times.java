package io.github.backupdiag.internal.intake.payload;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.Month;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads times that name their zone. One without a zone, or of the year 1, is no time. */
final class Times {

  private static final Pattern DATE =
      Pattern.compile("\\\\?/Date\\((\\d{12,14})(?:[+-]\\d{4})?\\)");
  private static final Pattern STAMP =
      Pattern.compile(
          "(20\\d\\d-\\d\\d-\\d\\d)[T ](\\d\\d:\\d\\d:\\d\\d)(\\.\\d{1,9})?\\d{0,9}"
              + " ?(Z|[+-]\\d\\d:?\\d\\d)",
          Pattern.CASE_INSENSITIVE);

  /** As mails of action groups write it. */
  private static final Pattern WORDS =
      Pattern.compile(
          "(January|February|March|April|May|June|July|August|September|October|November|December)"
              + " (\\d{1,2}), (20\\d\\d),? (\\d{1,2}):(\\d\\d)(?::(\\d\\d))?(?: ([AP]M))? (?:UTC|GMT)",
          Pattern.CASE_INSENSITIVE);

  private static final int LONGEST = 60;
  private static final Instant EARLIEST = Instant.parse("2010-01-01T00:00:00Z");

  private Times() {}

  /** Gives the first of some fields that holds a time (UTC), or null. */
  static @Nullable Instant first(Node record, String... names) {
    for (String name : names) {
      Instant time = of(record.get(name));
      if (time != null) {
        return time;
      }
    }
    return null;
  }

  /** Reads a field; PowerShell 5 wraps times into an object. */
  static @Nullable Instant of(Node field) {
    return of(field.isObject() ? field.get("value").text() : field.text());
  }

  static @Nullable Instant of(String text) {
    if (text.length() > LONGEST) {
      return null;
    }
    Matcher date = DATE.matcher(text);
    if (date.find()) {
      return sound(Instant.ofEpochMilli(Long.parseLong(date.group(1))));
    }
    Matcher stamp = STAMP.matcher(text.strip());
    Matcher words = WORDS.matcher(text.strip());
    return stamp.matches()
        ? sound(instant(stamp))
        : words.matches() ? sound(instantOfWords(words)) : null;
  }

  private static @Nullable Instant instantOfWords(Matcher words) {
    String half = words.group(7);
    int hour = Integer.parseInt(words.group(4));
    int second = words.group(6) == null ? 0 : Integer.parseInt(words.group(6));
    try {
      return LocalDateTime.of(
              Integer.parseInt(words.group(3)),
              Month.valueOf(words.group(1).toUpperCase(Locale.ROOT)),
              Integer.parseInt(words.group(2)),
              half == null ? hour : hour % 12 + (half.equalsIgnoreCase("PM") ? 12 : 0),
              Integer.parseInt(words.group(5)),
              second)
          .toInstant(ZoneOffset.UTC);
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static @Nullable Instant instant(Matcher stamp) {
    String decimals = stamp.group(3) == null ? "" : stamp.group(3);
    String zone = stamp.group(4);
    String offset =
        zone.length() == 5
            ? zone.substring(0, 3) + ":" + zone.substring(3)
            : zone.toUpperCase(Locale.ROOT);
    try {
      return OffsetDateTime.parse(stamp.group(1) + "T" + stamp.group(2) + decimals + offset)
          .toInstant();
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static @Nullable Instant sound(@Nullable Instant time) {
    return time == null || time.isBefore(EARLIEST) ? null : time;
  }
}
