package io.github.backupdiag.internal.parse;

import io.github.backupdiag.fact.guest.InlineComment;
import java.util.ArrayList;
import java.util.List;

/** Finds comments behind values in {@code waagent.conf}. */
public final class InlineComments {

  private InlineComments() {}

  /**
   * Reads the file.
   *
   * @param path where it was found
   * @param text content of the file
   * @return the lines with a value and a comment behind it, in the order of the file
   */
  public static List<InlineComment> parse(String path, String text) {
    List<InlineComment> found = new ArrayList<>();
    int number = 0;
    for (String raw : text.split("\n", -1)) {
      number++;
      String line = raw.strip();
      int equals = line.indexOf('=');
      int comment = line.indexOf('#', Math.max(equals, 0));
      if (equals > 0 && comment > equals && !line.substring(0, equals).contains("#")) {
        String value = line.substring(equals + 1, comment).strip();
        if (!value.isEmpty()) {
          found.add(
              new InlineComment(
                  path, number, line.substring(0, equals).strip(), value, Excerpts.of(line)));
        }
      }
    }
    return found;
  }
}
