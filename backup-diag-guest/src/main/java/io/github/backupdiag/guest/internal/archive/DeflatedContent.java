package io.github.backupdiag.guest.internal.archive;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;

/**
 * A content that is inflated from its beginning whenever it is read. It must have the size and the
 * checksum that were stated, else none of it is believed; of one that was cut, what is there is.
 *
 * @param packed what is there of it
 * @param size as stated
 * @param crc as stated
 * @param hole what is missing, if it was cut
 * @param meter counts
 */
record DeflatedContent(ByteSource packed, long size, long crc, @Nullable Hole hole, Meter meter)
    implements Content {

  private static final int BUFFER = 32 << 10;

  @Override
  public InputStream open(long from) throws IOException {
    InputStream in = meter.over(new Checked(inflated(packed)), packed.size());
    try {
      in.skip(from);
      return in;
    } catch (IOException e) {
      in.close();
      throw e;
    }
  }

  static InputStream inflated(ByteSource packed) throws IOException {
    Inflater inflater = new Inflater(true);
    return new InflaterInputStream(packed.open(0), inflater, BUFFER) {
      @Override
      public void close() throws IOException {
        super.close();
        inflater.end();
      }
    };
  }

  private final class Checked extends java.io.FilterInputStream {

    private final CRC32 sum = new CRC32();
    private final long end = hole == null ? size : hole.from();
    private long count;

    Checked(InputStream in) {
      super(in);
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
      if (hole != null && count >= end) {
        return -1;
      }
      long most = hole == null ? length : Math.min(length, end - count);
      int read = in.read(bytes, from, (int) most);
      if (read > 0) {
        sum.update(bytes, from, read);
        count += read;
      }
      if (count > end || (read < 0 && (count < end || (hole == null && sum.getValue() != crc)))) {
        throw new NotReadException("damaged: its size or checksum is not the stated one");
      }
      return read;
    }
  }
}
