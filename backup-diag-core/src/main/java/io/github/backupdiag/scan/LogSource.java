package io.github.backupdiag.scan;

import java.io.IOException;
import java.io.InputStream;

/** A log that can be opened. */
public interface LogSource {

  /**
   * Gives its name.
   *
   * @return as it is told with each hit
   */
  String name();

  /**
   * Opens it; called once, by any thread.
   *
   * @return its bytes, packed by gzip or not; closed when they were read
   * @throws IOException if it cannot be opened
   */
  InputStream open() throws IOException;
}
