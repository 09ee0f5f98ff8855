package io.github.backupdiag.internal.logscan;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.zip.GZIPInputStream;

/** Opens what gzip packed, told by its first bytes and not by its name. */
final class Inflated {

  private static final int BLOCK = 64 << 10;

  /** GZIP, RFC 1952 section 2.3.1: two marks and the only method there is. */
  private static final byte[] MAGIC = {0x1f, (byte) 0x8b, 8};

  private Inflated() {}

  static InputStream of(InputStream in) throws IOException {
    PushbackInputStream whole = new PushbackInputStream(in, MAGIC.length);
    byte[] first = new byte[MAGIC.length];
    int length = whole.readNBytes(first, 0, first.length);
    whole.unread(first, 0, length);
    boolean packed = length == MAGIC.length && java.util.Arrays.equals(first, MAGIC);
    return packed ? new GZIPInputStream(whole, BLOCK) : whole;
  }
}
