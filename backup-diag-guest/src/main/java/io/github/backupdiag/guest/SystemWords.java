package io.github.backupdiag.guest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What the C library of a Linux system says of an error, in English. Java passes its words on in
 * the language of the environment; the library takes them from the catalogue of messages that is
 * read here the other way round (setlocale(3), gettext(3)).
 */
final class SystemWords {

  private static final Set<String> ERRORS =
      Set.of(
          "Permission denied",
          "Operation not permitted",
          "Not a directory",
          "No such process",
          "Too many levels of symbolic links",
          "Connection refused",
          "Connection timed out",
          "Network is unreachable",
          "No route to host",
          "Host is down",
          "Invalid argument");

  private static final List<String> FOLDERS =
      List.of("/usr/share/locale", "/usr/share/locale-langpack");
  private static final int MOST_BYTES = 4 << 20;

  /** By what the library of this machine says. */
  private final Map<String, String> english;

  private SystemWords(Map<String, String> english) {
    this.english = english;
  }

  /** Of this process. */
  static SystemWords ofThisSystem() {
    return Holder.WORDS;
  }

  /** Reads the catalogues of messages that an environment asks for. */
  static SystemWords of(Map<String, String> environment, Path root) {
    Map<String, String> english = new HashMap<>();
    for (String language : languages(environment)) {
      for (String folder : FOLDERS) {
        Path file = root.resolve(folder.substring(1) + "/" + language + "/LC_MESSAGES/libc.mo");
        MessageCatalogue.parse(read(file)).forEach((text, words) -> keep(text, words, english));
      }
    }
    return new SystemWords(english);
  }

  private static void keep(String text, String words, Map<String, String> english) {
    if (ERRORS.contains(text) && !words.isBlank()) {
      english.putIfAbsent(words, text);
    }
  }

  /** Gives a message with what the library said in it in English, as far as it is known. */
  String english(String message) {
    for (Map.Entry<String, String> known : english.entrySet()) {
      if (message.endsWith(known.getKey())) {
        int start = message.length() - known.getKey().length();
        return message.substring(0, start) + known.getValue();
      }
    }
    return message;
  }

  private static List<String> languages(Map<String, String> environment) {
    String locale = first(environment, "LC_ALL", "LC_MESSAGES", "LANG");
    if (locale.isEmpty() || locale.equals("C") || locale.equals("POSIX")) {
      return List.of();
    }
    Set<String> languages = new LinkedHashSet<>();
    for (String name : (environment.getOrDefault("LANGUAGE", "") + ":" + locale).split(":", -1)) {
      String country = name.replaceAll("[.@].*", "");
      if (country.matches("[A-Za-z]{2,3}(_[A-Za-z]{2})?") && !isEnglish(country)) {
        languages.add(country);
        languages.add(country.replaceAll("_.*", ""));
      }
    }
    return new ArrayList<>(languages);
  }

  private static boolean isEnglish(String language) {
    return language.toLowerCase(Locale.ROOT).startsWith("en");
  }

  private static String first(Map<String, String> environment, String... names) {
    for (String name : names) {
      String value = environment.getOrDefault(name, "");
      if (!value.isEmpty()) {
        return value;
      }
    }
    return "";
  }

  private static byte[] read(Path file) {
    if (!Files.isRegularFile(file)) {
      return new byte[0];
    }
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(MOST_BYTES);
    } catch (IOException e) {
      return new byte[0];
    }
  }

  /** Read at the first error only. */
  private static final class Holder {
    static final SystemWords WORDS = of(System.getenv(), Path.of("/"));
  }
}
