package io.github.backupdiag.guest.internal.archive;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** The bytes of a tar archive with the place that was reached. For one thread. */
final class TarInput {

  private final InputStream in;
  private long position;

  TarInput(InputStream in) {
    this.in = in;
  }

  long position() {
    return position;
  }

  /**
   * Takes a header.
   *
   * @return null at the end of the archive
   * @throws EOFException if the archive has no end
   */
  @Nullable TarHeader header() throws IOException {
    byte[] block = read(TarHeader.BLOCK);
    return TarHeader.isEnd(block) ? null : new TarHeader(block);
  }

  byte[] read(int length) throws IOException {
    byte[] bytes = in.readNBytes(length);
    position += bytes.length;
    if (bytes.length < length) {
      throw new EOFException("cut");
    }
    return bytes;
  }

  /** Gives the bytes that come next; the position follows. */
  InputStream content(long size) {
    return new FirstBytes(in, size) {
      @Override
      public int read(byte[] bytes, int from, int length) throws IOException {
        int read = super.read(bytes, from, length);
        position += Math.max(0, read);
        return read;
      }

      @Override
      public long skip(long count) throws IOException {
        long skipped = super.skip(count);
        position += skipped;
        return skipped;
      }

      @Override
      public void close() {
        // the archive goes on
      }
    };
  }

  void goTo(long place) throws IOException {
    while (position < place) {
      long skipped = in.skip(place - position);
      if (skipped <= 0) {
        read(1);
      } else {
        position += skipped;
      }
    }
  }

  void skipPadding(long size) throws IOException {
    long rest = size % TarHeader.BLOCK;
    goTo(position + (rest == 0 ? 0 : TarHeader.BLOCK - rest));
  }
}
