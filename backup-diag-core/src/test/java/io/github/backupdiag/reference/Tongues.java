package io.github.backupdiag.reference;

import java.util.List;
import java.util.Map;

/** The languages of the site and of messages, each by the name it gives itself. */
final class Tongues {

  static final String ENGLISH = "en";

  /** Languages that have words for the frame of the site. */
  static final List<String> OF_SITE = List.of(ENGLISH, "ko", "ja", "zh-Hant", "de");

  private static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry("cs", "Čeština"),
          Map.entry("de", "Deutsch"),
          Map.entry("en", "English"),
          Map.entry("es", "Español"),
          Map.entry("fr", "Français"),
          Map.entry("hu", "Magyar"),
          Map.entry("it", "Italiano"),
          Map.entry("ja", "日本語"),
          Map.entry("ko", "한국어"),
          Map.entry("nl", "Nederlands"),
          Map.entry("pl", "Polski"),
          Map.entry("pt-BR", "Português (Brasil)"),
          Map.entry("pt-PT", "Português (Portugal)"),
          Map.entry("sv", "Svenska"),
          Map.entry("tr", "Türkçe"),
          Map.entry("zh-CN", "简体中文"),
          Map.entry("zh-Hant", "繁體中文"),
          Map.entry("zh-TW", "繁體中文"));

  private Tongues() {}

  /** Gives the name, or the tag itself if it is not known. */
  static String name(String tag) {
    return NAMES.getOrDefault(tag, tag);
  }

  /** Tells whether a message is in the language of a page; the portal writes zh-TW for zh-Hant. */
  static boolean same(String message, String page) {
    return message.equals(page) || (message.equals("zh-TW") && page.equals("zh-Hant"));
  }
}
