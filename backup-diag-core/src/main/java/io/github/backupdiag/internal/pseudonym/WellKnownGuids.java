package io.github.backupdiag.internal.pseudonym;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Ids that are the same on every machine: VSS writers and providers, event providers, classes. */
final class WellKnownGuids {

  private static final Set<String> ALL = read();

  private WellKnownGuids() {}

  /** Whether this is one, in lower case. */
  static boolean contains(String guid) {
    return ALL.contains(guid);
  }

  private static Set<String> read() {
    try (InputStream in = WellKnownGuids.class.getResourceAsStream("well-known-guids.txt")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .collect(Collectors.toUnmodifiableSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
