package io.github.backupdiag.internal.parse;

import io.github.backupdiag.fact.guest.FipsMode;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Looks for FIPS mode in files that hold arguments of the kernel. */
public final class KernelArguments {

  private static final Pattern FIPS = Pattern.compile("(?:^|[\\s\"'=])fips=1(?:$|[\\s\"'])");

  private KernelArguments() {}

  /**
   * Finds the line that switches FIPS mode on.
   *
   * @param path where the text was found
   * @param text content of the file
   * @return the mode, or null if no line switches it on
   */
  public static @Nullable FipsMode fips(String path, String text) {
    int number = 0;
    for (String line : text.split("\n", -1)) {
      number++;
      String code = line.stripLeading();
      if (!code.startsWith("#") && code.contains("fips=1") && FIPS.matcher(code).find()) {
        return new FipsMode(true, path, number, Excerpts.of(line));
      }
    }
    return null;
  }
}
