package io.github.backupdiag.cli;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Standard input that tells whether somebody waits for it: a read of it cannot be interrupted. */
final class AwaitedInput extends FilterInputStream {

  private volatile boolean awaited;

  AwaitedInput(InputStream in) {
    super(in);
  }

  boolean isAwaited() {
    return awaited;
  }

  @Override
  public int read() throws IOException {
    awaited = true;
    try {
      return super.read();
    } finally {
      awaited = false;
    }
  }

  @Override
  public int read(byte[] bytes, int from, int length) throws IOException {
    awaited = true;
    try {
      return super.read(bytes, from, length);
    } finally {
      awaited = false;
    }
  }
}
