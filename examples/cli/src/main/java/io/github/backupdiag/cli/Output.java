package io.github.backupdiag.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Standard output: UTF-8 whatever the platform's charset. A reader that has gone away ({@code |
 * head}) is no error; a full disk is.
 */
final class Output {

  private final OutputStream stream;
  private boolean closed;

  Output(OutputStream stream) {
    this.stream = new BufferedOutputStream(stream, 1 << 16);
  }

  /** Tells whether the reader has gone away, so that more output is in vain. */
  boolean isClosed() {
    return closed;
  }

  void write(CharSequence text) throws RefusedException {
    byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
    attempt(out -> out.write(bytes));
  }

  void flush() throws RefusedException {
    attempt(OutputStream::flush);
  }

  /** Lets something that writes bytes itself write them. */
  void attempt(Writing writing) throws RefusedException {
    if (closed) {
      return;
    }
    try {
      writing.to(stream);
    } catch (IOException e) {
      closed = true;
      if (!readerIsGone(e)) {
        throw new RefusedException("cannot write to standard output: " + Inputs.why(e));
      }
    }
  }

  /** Java has no exception of its own for it; the texts are those of Unix and Windows. */
  private static boolean readerIsGone(IOException e) {
    String message = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
    return message.contains("broken pipe") || message.contains("the pipe ");
  }

  /** Something that writes bytes. */
  interface Writing {
    void to(OutputStream out) throws IOException;
  }
}
