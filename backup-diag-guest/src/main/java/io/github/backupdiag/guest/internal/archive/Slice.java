package io.github.backupdiag.guest.internal.archive;

import java.io.IOException;
import java.io.InputStream;

/** A part of other bytes. */
record Slice(ByteSource whole, long from, long size) implements ByteSource {

  /** As much of a stated part as the whole really holds. */
  static Slice of(ByteSource whole, long from, long length) {
    return new Slice(whole, from, Math.max(0, Math.min(length, whole.size() - from)));
  }

  @Override
  public InputStream open(long start) throws IOException {
    long begin = Math.min(Math.max(0, start), size);
    return new FirstBytes(whole.open(from + begin), size - begin);
  }
}
