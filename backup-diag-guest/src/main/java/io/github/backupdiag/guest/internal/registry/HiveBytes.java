package io.github.backupdiag.guest.internal.registry;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Pieces of a file, which is read in pages; not thread-safe. */
final class HiveBytes {

  private static final int PAGE = 1 << 16;
  private static final int MOST_PAGES = 128;

  private final SeekableByteChannel channel;
  private final Map<Long, byte[]> pages = new HashMap<>();

  HiveBytes(SeekableByteChannel channel) {
    this.channel = channel;
  }

  /** Reads a piece; shorter where the file ends. */
  byte[] read(long from, int length) throws IOException {
    byte[] piece = new byte[length];
    int filled = 0;
    while (filled < length) {
      long at = from + filled;
      byte[] page = page(at / PAGE);
      int start = (int) (at % PAGE);
      int part = Math.min(page.length - start, length - filled);
      if (part <= 0) {
        return Arrays.copyOf(piece, filled);
      }
      System.arraycopy(page, start, piece, filled, part);
      filled += part;
    }
    return piece;
  }

  private byte[] page(long number) throws IOException {
    byte[] known = pages.get(number);
    if (known != null) {
      return known;
    }
    ByteBuffer buffer = ByteBuffer.allocate(PAGE);
    channel.position(number * PAGE);
    int got = 0;
    while (buffer.hasRemaining() && got >= 0) {
      got = channel.read(buffer);
    }
    byte[] page = Arrays.copyOf(buffer.array(), buffer.position());
    if (pages.size() >= MOST_PAGES) {
      pages.clear();
    }
    pages.put(number, page);
    return page;
  }
}
