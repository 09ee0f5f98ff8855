package io.github.backupdiag.guest.internal.archive;

import java.io.IOException;
import java.io.InputStream;

/** Bytes that can be read from any place, as often as needed. Thread-safe; holds nothing open. */
public interface ByteSource {

  /**
   * Gives how many bytes there are.
   *
   * @return the number at the time of opening; reading may end earlier
   */
  long size();

  /**
   * Reads from a place.
   *
   * @param from where to begin; at or behind the end nothing comes
   * @return a stream to be closed by the caller
   * @throws IOException if it cannot be opened
   */
  InputStream open(long from) throws IOException;
}
