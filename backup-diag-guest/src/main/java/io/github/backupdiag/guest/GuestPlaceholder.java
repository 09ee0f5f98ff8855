package io.github.backupdiag.guest;

import io.github.backupdiag.Placeholder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Placeholder that proves the build gates; replaced by the real classes. */
public final class GuestPlaceholder {

  private GuestPlaceholder() {}

  /**
   * Returns the first name in a file.
   *
   * @param file a JSON file
   * @return the name, or null if there is none
   * @throws IOException if the file cannot be read or is not JSON
   */
  public static @Nullable String firstName(Path file) throws IOException {
    return Placeholder.firstName(Files.readString(file));
  }
}
