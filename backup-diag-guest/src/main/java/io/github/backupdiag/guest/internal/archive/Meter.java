package io.github.backupdiag.guest.internal.archive;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicLong;

/** Counts what is unpacked, and ends it where the budget ends. Thread-safe. */
final class Meter {

  private static final int CHUNK = 64 << 10;

  /** In place of the packed size of one content. */
  private static final long MANY = -1;

  private final Budget budget;
  private final AtomicLong spent = new AtomicLong();

  Meter(Budget budget) {
    this.budget = budget;
  }

  /**
   * Watches the unpacking of one content.
   *
   * @param packed its size before
   */
  InputStream over(InputStream in, long packed) {
    return new Metered(in, packed);
  }

  /** Watches the unpacking of a stream of many contents. */
  InputStream over(InputStream in) {
    return new Metered(in, MANY);
  }

  private void check(long count, long more, long packed) throws NotReadException {
    if (spent.addAndGet(more) > budget.totalBytes()) {
      throw new NotReadException(
          "not read: the bundle unpacks to more than " + budget.totalBytes() + " bytes");
    }
    if (packed == MANY) {
      return;
    }
    if (count > budget.entryBytes()) {
      throw new NotReadException("not read: it has more than " + budget.entryBytes() + " bytes");
    }
    if (count > budget.grace() && count / budget.ratio() > packed) {
      throw new NotReadException(
          "not read: unpacks to more than " + budget.ratio() + " times its size");
    }
  }

  private final class Metered extends FilterInputStream {

    private final long packed;
    private long count;

    Metered(InputStream in, long packed) {
      super(in);
      this.packed = packed;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
      int read = in.read(bytes, from, length);
      if (read > 0) {
        count += read;
        check(count, read, packed);
      }
      return read;
    }

    @Override
    public long skip(long wanted) throws IOException {
      byte[] chunk = new byte[(int) Math.max(0, Math.min(CHUNK, wanted))];
      long skipped = 0;
      while (skipped < wanted) {
        int read = read(chunk, 0, (int) Math.min(chunk.length, wanted - skipped));
        if (read < 0) {
          break;
        }
        skipped += read;
      }
      return skipped;
    }

    @Override
    public boolean markSupported() {
      return false;
    }
  }
}
