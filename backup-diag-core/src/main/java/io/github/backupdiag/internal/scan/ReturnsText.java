package io.github.backupdiag.internal.scan;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A text whose lines end with a carriage return, with line feeds in their place. */
final class ReturnsText extends FilterInputStream {

  ReturnsText(InputStream in) {
    super(in);
  }

  @Override
  public int read() throws IOException {
    int read = super.read();
    return read == '\r' ? '\n' : read;
  }

  @Override
  public int read(byte[] into, int from, int most) throws IOException {
    int count = super.read(into, from, most);
    for (int i = from; i < from + count; i++) {
      if (into[i] == '\r') {
        into[i] = '\n';
      }
    }
    return count;
  }
}
