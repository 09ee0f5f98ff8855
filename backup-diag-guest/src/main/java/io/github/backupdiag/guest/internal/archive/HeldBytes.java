package io.github.backupdiag.guest.internal.archive;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/**
 * Bytes in memory, packed in blocks so that any place is found at once. Where a block is missing
 * there are zeros. Not to be changed once it is given away.
 */
final class HeldBytes implements ByteSource {

  static final int BLOCK = 256 << 10;

  private static final int SAMPLE = 8 << 10;

  private static final byte[] DROPPED = {};

  private final List<byte[]> blocks = new ArrayList<>();
  private long size;

  @Override
  public long size() {
    return size;
  }

  /**
   * Adds a block; all but the last are full.
   *
   * @return how much memory it takes
   */
  int add(byte[] bytes, int length) {
    byte[] packed = packed(bytes, length);
    blocks.add(packed.length < length ? packed : Arrays.copyOf(bytes, length));
    size += length;
    return blocks.get(blocks.size() - 1).length;
  }

  int blocks() {
    return blocks.size();
  }

  /**
   * Forgets a block.
   *
   * @return how much memory that frees
   */
  int drop(int block) {
    return blocks.set(block, DROPPED).length;
  }

  @Override
  public InputStream open(long from) {
    return new BlockStream(from);
  }

  /** What is packed already does not get smaller; its first bytes tell. */
  private static byte[] packed(byte[] bytes, int length) {
    boolean dense = length > SAMPLE && deflated(bytes, SAMPLE).length > SAMPLE * 15 / 16;
    return dense ? bytes : deflated(bytes, length);
  }

  private static byte[] deflated(byte[] bytes, int length) {
    Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);
    try {
      deflater.setInput(bytes, 0, length);
      deflater.finish();
      ByteArrayOutputStream packed = new ByteArrayOutputStream(length / 4 + 16);
      byte[] chunk = new byte[16 << 10];
      while (!deflater.finished()) {
        packed.write(chunk, 0, deflater.deflate(chunk));
      }
      return packed.toByteArray();
    } finally {
      deflater.end();
    }
  }

  /** A block that did not shrink was kept as it is. */
  private byte[] block(int index) throws IOException {
    int length = (int) Math.min(BLOCK, size - (long) index * BLOCK);
    byte[] kept = blocks.get(index);
    if (kept.length == length) {
      return kept;
    }
    byte[] bytes = new byte[length];
    if (kept != DROPPED) {
      Inflater inflater = new Inflater(true);
      try {
        inflater.setInput(kept);
        inflater.inflate(bytes);
      } catch (DataFormatException e) {
        throw new IOException("memory is damaged", e);
      } finally {
        inflater.end();
      }
    }
    return bytes;
  }

  private final class BlockStream extends InputStream {

    private long at;
    private int index = -1;
    private byte @Nullable [] current;

    BlockStream(long from) {
      this.at = Math.max(0, from);
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
      if (length == 0) {
        return 0;
      }
      if (at >= size) {
        return -1;
      }
      byte[] block = current((int) (at / BLOCK));
      int start = (int) (at % BLOCK);
      int count = Math.min(length, block.length - start);
      System.arraycopy(block, start, bytes, from, count);
      at += count;
      return count;
    }

    private byte[] current(int wanted) throws IOException {
      byte[] block = current;
      if (block == null || index != wanted) {
        block = block(wanted);
        current = block;
        index = wanted;
      }
      return block;
    }

    @Override
    public long skip(long count) {
      long skipped = Math.max(0, Math.min(count, size - at));
      at += skipped;
      return skipped;
    }

    @Override
    public int available() {
      return (int) Math.min(Integer.MAX_VALUE, Math.max(0, size - at));
    }
  }
}
