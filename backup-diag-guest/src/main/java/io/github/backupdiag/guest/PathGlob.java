package io.github.backupdiag.guest;

import java.util.Arrays;
import java.util.List;

/**
 * A glob: {@code *} and {@code ?} inside one path element, every other character stands for itself.
 *
 * @param directory the part before the first element with a wildcard; the parent if there is none
 * @param elements the elements after it, at least one
 */
record PathGlob(String directory, List<String> elements) {

  static PathGlob of(String glob) throws UnreadableException {
    GuestPath.of(glob);
    int end = directoryEnd(glob);
    List<String> elements =
        Arrays.stream(glob.substring(end + 1).split("/")).filter(e -> !e.isEmpty()).toList();
    if (elements.isEmpty() || elements.contains(".") || elements.contains("..")) {
      throw UnreadableException.failed("not a glob of names: " + glob);
    }
    return new PathGlob(asDirectory(glob, end), elements);
  }

  /** Gives the path before the first element with a wildcard; the whole if there is none. */
  static String literalPart(String glob) {
    return firstWildcard(glob) < 0 ? glob : asDirectory(glob, directoryEnd(glob));
  }

  static boolean isPattern(String element) {
    return firstWildcard(element) >= 0;
  }

  static boolean matches(String element, String name, boolean ignoreCase) {
    return matches(characters(element, ignoreCase), characters(name, ignoreCase));
  }

  /** Takes the shortest match of the last star that still works, so the time is at most n * m. */
  private static boolean matches(int[] pattern, int[] name) {
    int p = 0;
    int n = 0;
    int star = -1;
    int resume = 0;
    while (n < name.length) {
      if (p < pattern.length && pattern[p] == '*') {
        star = p++;
        resume = n;
      } else if (p < pattern.length && (pattern[p] == '?' || pattern[p] == name[n])) {
        p++;
        n++;
      } else if (star >= 0) {
        p = star + 1;
        n = ++resume;
      } else {
        return false;
      }
    }
    while (p < pattern.length && pattern[p] == '*') {
      p++;
    }
    return p == pattern.length;
  }

  private static int[] characters(String text, boolean ignoreCase) {
    return ignoreCase
        ? text.codePoints().map(Character::toUpperCase).map(Character::toLowerCase).toArray()
        : text.codePoints().toArray();
  }

  private static int directoryEnd(String glob) {
    int wildcard = firstWildcard(glob);
    return glob.lastIndexOf('/', wildcard < 0 ? glob.length() : wildcard);
  }

  private static String asDirectory(String glob, int end) {
    String directory = glob.substring(0, end);
    return directory.isEmpty() || directory.endsWith(":") ? directory + "/" : directory;
  }

  private static int firstWildcard(String glob) {
    for (int i = 0; i < glob.length(); i++) {
      if (glob.charAt(i) == '*' || glob.charAt(i) == '?') {
        return i;
      }
    }
    return -1;
  }
}
