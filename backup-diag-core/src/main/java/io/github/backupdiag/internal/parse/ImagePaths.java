package io.github.backupdiag.internal.parse;

import io.github.backupdiag.fact.guest.OddImagePath;
import io.github.backupdiag.fact.guest.OddImagePath.Problem;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Judges the form of an {@code ImagePath} of a service or driver. Only what cannot be a path on any
 * system is odd: a path in quotes or not, with arguments, with {@code %variables%}, below {@code
 * \SystemRoot\}, {@code \??\} or the Windows folder are all common.
 */
public final class ImagePaths {

  /** With a drive, a variable or a folder in front, or a driver's path below the Windows folder. */
  private static final Pattern PLACE =
      Pattern.compile(
          "(?i)^(?:\\\\\\?\\?\\\\|\\\\\\\\[.?]\\\\)?(?:[a-z]:[\\\\/]|%[^%]+%|\\\\|system32[\\\\/]|syswow64[\\\\/]|[\\w .-]+[\\\\/]|[\\w.-]+\\.(?:exe|sys|dll)\\b|[\\w-]+$)");

  private static final String FORBIDDEN = "<>|*";

  private ImagePaths() {}

  /**
   * Judges a path.
   *
   * @param service name of the service
   * @param path its value
   * @return what is wrong, or null if nothing is
   */
  public static @Nullable OddImagePath judge(String service, String path) {
    Problem problem = problem(path.strip());
    return problem == null ? null : new OddImagePath(service, cut(path), problem);
  }

  private static @Nullable Problem problem(String path) {
    if (path.isEmpty()) {
      return Problem.EMPTY;
    }
    if (path.startsWith("\"")) {
      int end = path.indexOf('"', 1);
      return end < 0 ? Problem.UNCLOSED_QUOTE : problem(path.substring(1, end));
    }
    String program = program(path);
    if (program.chars().anyMatch(c -> c < ' ' || FORBIDDEN.indexOf(c) >= 0)) {
      return Problem.FORBIDDEN_CHARACTER;
    }
    return PLACE.matcher(program).find() ? null : Problem.NO_PATH;
  }

  /** Without arguments, as far as the ending of the file tells. */
  private static String program(String path) {
    String lower = path.toLowerCase(Locale.ROOT);
    int end = path.length();
    for (String ending : new String[] {".exe", ".sys", ".dll"}) {
      int at = lower.indexOf(ending);
      end = at < 0 ? end : Math.min(end, at + ending.length());
    }
    return path.substring(0, end);
  }

  private static String cut(String path) {
    return path.length() <= 300 ? path : path.substring(0, 300);
  }
}
