package io.github.backupdiag.internal.catalog;

import java.util.Locale;
import java.util.Set;

/** Maps locales to the language tags that words are kept under. */
public final class Languages {

  /** The language that every text must have. */
  public static final String ENGLISH = "en";

  private static final Set<String> TRADITIONAL = Set.of("TW", "HK", "MO");

  private Languages() {}

  /**
   * Gives the tag of a locale.
   *
   * @param locale any locale
   * @return its language, with the script for Chinese: {@code zh-Hant} for Taiwan, Hong Kong and
   *     Macao, else {@code zh-Hans}
   */
  public static String tag(Locale locale) {
    String language = locale.getLanguage();
    if (!language.equals("zh")) {
      return language.isEmpty() ? ENGLISH : language;
    }
    boolean traditional =
        locale.getScript().equals("Hant")
            || (locale.getScript().isEmpty() && TRADITIONAL.contains(locale.getCountry()));
    return traditional ? "zh-Hant" : "zh-Hans";
  }
}
