package io.github.backupdiag.internal.vss;

import io.github.backupdiag.internal.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which service hosts a writer: data with their source, in {@code writer-services.json}. */
final class WriterServices {

  private static final String FILE = "writer-services.json";

  private WriterServices() {}

  /** Loaded at the first use. */
  private static final class Loaded {
    static final Map<String, String> SERVICES = read();
  }

  /** Gives the service to restart for a class of writers; null if it is better left alone. */
  static @Nullable String of(String writerId) {
    return Loaded.SERVICES.get(writerId);
  }

  private static Map<String, String> read() {
    try (InputStream in = WriterServices.class.getResourceAsStream(FILE)) {
      Json services = in == null ? null : Json.read(in, FILE).fields().get("services");
      if (services == null) {
        throw new IllegalStateException(FILE + " lacks 'services'");
      }
      Map<String, String> byId = new HashMap<>();
      services.fields().forEach((id, name) -> byId.put(id, String.valueOf(name.value())));
      return Map.copyOf(byId);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
