package io.github.backupdiag.internal.system;

import io.github.backupdiag.fact.guest.GuestOs;
import io.github.backupdiag.internal.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Which distributions are supported: data with their sources, in {@code supported-systems.json}.
 */
final class SupportedSystems {

  private static final String FILE = "supported-systems.json";

  private SupportedSystems() {}

  /** What the lists say of a system. */
  enum Standing {
    /** Named, and not older than the oldest release named. */
    LISTED,
    /** Named, but older. */
    OLDER,
    /** Not named. */
    UNLISTED,
    /** Named as not supported. */
    REFUSED
  }

  /** Loaded at the first use. */
  private static final class Lists {
    static final Map<String, String> OLDEST = new HashMap<>();
    static final Set<String> REFUSED = new HashSet<>();

    static {
      Map<String, Json> all = read();
      list(all, "oldest")
          .fields()
          .forEach((id, version) -> OLDEST.put(id, String.valueOf(version.value())));
      list(all, "refused").items().forEach(id -> REFUSED.add(String.valueOf(id.value())));
    }
  }

  static Standing standing(GuestOs os) {
    if (Lists.REFUSED.contains(os.id())) {
      return Standing.REFUSED;
    }
    String oldest = Lists.OLDEST.get(os.id());
    if (oldest == null) {
      return Standing.UNLISTED;
    }
    // A release in the making has a word, or none, in place of a number.
    boolean numbered = !os.version().isEmpty() && Character.isDigit(os.version().charAt(0));
    boolean older = numbered && VersionNumbers.isBelow(os.version(), oldest);
    return older ? Standing.OLDER : Standing.LISTED;
  }

  private static Json list(Map<String, Json> all, String name) {
    Json list = all.get(name);
    if (list == null) {
      throw new IllegalStateException(FILE + " has no '" + name + "'");
    }
    return list;
  }

  private static Map<String, Json> read() {
    try (InputStream in = SupportedSystems.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IllegalStateException(FILE + " is missing");
      }
      return Json.read(in, FILE).fields();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
