package io.github.backupdiag.guest.internal.archive;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** The bytes of an entry. Immutable and thread-safe. */
public interface Content {

  /**
   * Gives the size of the file.
   *
   * @return as the archive states it
   */
  long size();

  /**
   * Gives what is missing.
   *
   * @return null if nothing is known to be
   */
  default @Nullable Hole hole() {
    return null;
  }

  /**
   * Reads the content; bytes of the hole come as zeros.
   *
   * @param from the first byte that is wanted
   * @return a stream that the caller closes
   * @throws IOException if it cannot be read
   */
  InputStream open(long from) throws IOException;
}
