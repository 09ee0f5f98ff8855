package io.github.backupdiag.internal.rules;

import io.github.backupdiag.internal.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;

/** Reasons for exceptions, by what they except; each file is data of the tests. */
final class Reasons {

  private Reasons() {}

  static Map<String, String> of(String file) {
    Map<String, String> reasons = new TreeMap<>();
    try (InputStream in = Reasons.class.getResourceAsStream("/" + file)) {
      Json.read(in, file)
          .fields()
          .forEach((what, reason) -> reasons.put(what, reason.value().toString()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return reasons;
  }
}
