package io.github.backupdiag.internal.redact;

import java.io.IOException;
import java.io.Writer;

/** Takes a last look at an output of any length, some lines at a time. */
public final class WatchedWriter extends Writer {

  private static final int PART = 1 << 16;

  private final Writer target;
  private final LastLook look = new LastLook();
  private final StringBuilder waiting = new StringBuilder();
  private boolean hidAny;

  /** Writes to another writer, which is flushed and not closed. */
  public WatchedWriter(Writer target) {
    this.target = target;
  }

  /** Whether anything had to be hidden. */
  public boolean hidAny() {
    return hidAny;
  }

  @Override
  public void write(char[] text, int offset, int length) throws IOException {
    waiting.append(text, offset, length);
    if (waiting.length() >= PART) {
      pass(waiting.lastIndexOf("\n") + 1);
    }
  }

  /** What is not a whole line yet waits for the rest of it. */
  @Override
  public void flush() throws IOException {
    pass(waiting.lastIndexOf("\n") + 1);
    target.flush();
  }

  @Override
  public void close() throws IOException {
    pass(waiting.length());
    target.flush();
  }

  private void pass(int end) throws IOException {
    if (end > 0) {
      String part = waiting.substring(0, end);
      String shown = look.hide(part);
      hidAny |= !shown.equals(part);
      target.write(shown);
      waiting.delete(0, end);
    }
  }
}
