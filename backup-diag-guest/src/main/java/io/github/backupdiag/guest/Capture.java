package io.github.backupdiag.guest;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * The beginning of what a process writes; the rest is read and dropped, so that the process never
 * waits for a reader. Never blocks: a pipe may be held open by a child for ever.
 */
final class Capture {

  private static final int CHUNK = 16 * 1024;

  private final InputStream pipe;
  private final int most;
  private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
  private final byte[] chunk = new byte[CHUNK];
  private boolean complete = true;

  Capture(InputStream pipe, int most) {
    this.pipe = pipe;
    this.most = most;
  }

  /**
   * Takes what the pipe holds now, a chunk at the most.
   *
   * @return whether there was something
   */
  boolean drain() throws IOException {
    int ready = Math.min(pipe.available(), CHUNK);
    int read = ready == 0 ? 0 : pipe.read(chunk, 0, ready);
    if (read <= 0) {
      return false;
    }
    int room = Math.min(read, most - kept.size());
    kept.write(chunk, 0, room);
    complete &= room == read;
    return true;
  }

  byte[] bytes() {
    return kept.toByteArray();
  }

  boolean isComplete() {
    return complete;
  }
}
