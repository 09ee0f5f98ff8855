package org.example.customrule;

import io.github.backupdiag.Placeholder;
import java.io.IOException;

/** Placeholder that proves an outsider can build against the jars; replaced by a real rule. */
public final class CustomRule {

  private CustomRule() {}

  /**
   * Says whether a JSON text starts with a name.
   *
   * @param json a JSON text
   * @return true if it does
   * @throws IOException if the text is not JSON
   */
  public static boolean hasName(String json) throws IOException {
    return Placeholder.firstName(json) != null;
  }
}
