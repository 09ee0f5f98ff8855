package io.github.backupdiag.cli;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the values of options; null means that the text is not such a value. */
final class Values {

  static final String LANGUAGES = "en|ko|ja|zh-Hant|de";

  private static final long MOST_MILLIS = Duration.ofHours(24).toMillis();

  private Values() {}

  /** A whole number and its unit, ms, s, m or h; above zero, at most a day. */
  static @Nullable Duration duration(String text) {
    int digits = 0;
    while (digits < text.length() && text.charAt(digits) >= '0' && text.charAt(digits) <= '9') {
      digits++;
    }
    long unit =
        switch (text.substring(digits)) {
          case "ms" -> 1;
          case "s" -> 1_000;
          case "m" -> 60_000;
          case "h" -> 3_600_000;
          default -> 0;
        };
    if (unit == 0 || digits == 0 || digits > 9) {
      return null;
    }
    long millis = Long.parseLong(text, 0, digits, 10) * unit;
    return millis > 0 && millis <= MOST_MILLIS ? Duration.ofMillis(millis) : null;
  }

  /** One of the languages that have texts, in any case; the tags of Taiwan and Hong Kong too. */
  static @Nullable Locale language(String tag) {
    return switch (tag.toLowerCase(Locale.ROOT)) {
      case "en" -> Locale.ENGLISH;
      case "ko" -> Locale.KOREAN;
      case "ja" -> Locale.JAPANESE;
      case "de" -> Locale.GERMAN;
      case "zh-hant", "zh-tw", "zh-hk" -> Locale.forLanguageTag("zh-Hant");
      default -> null;
    };
  }

  /** ISO 8601 with its zone: {@code 2026-03-14T02:16:10Z}, {@code …+09:00}. */
  static @Nullable Instant time(String text) {
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static <T> T accepted(@Nullable T value, String complaint) {
    if (value == null) {
      throw new TypeConversionException(complaint);
    }
    return value;
  }

  /** Reads {@code --deadline}. */
  static final class OfDeadline implements ITypeConverter<Duration> {
    @Override
    public Duration convert(String text) {
      return accepted(
          duration(text),
          "'" + text + "' is no time for --deadline; write 500ms, 10s or 2m, at most 24h");
    }
  }

  /** Reads {@code --lang}. */
  static final class OfLanguage implements ITypeConverter<Locale> {
    @Override
    public Locale convert(String tag) {
      return accepted(
          language(tag),
          "unknown language '" + tag + "'; known are en, ko, ja, zh-Hant (zh-TW, zh-HK), de");
    }
  }

  /** Reads {@code --failed-at}. */
  static final class OfFailure implements ITypeConverter<Instant> {
    @Override
    public Instant convert(String text) {
      return accepted(
          time(text),
          "'" + text + "' is no time for --failed-at; write 2026-03-14T02:16:10Z or …+09:00");
    }
  }
}
