package io.github.backupdiag.guest.internal.registry;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Pieces of a file, which is read in pages; not thread-safe. */
final class HiveBytes {

  private static final int PAGE = 1 << 16;
  private static final int MOST_PAGES = 128;

  private final SeekableByteChannel channel;
  private final Map<Long, byte[]> pages = new HashMap<>();
  private final List<HiveLog.Page> newer = new ArrayList<>();

  HiveBytes(SeekableByteChannel channel) {
    this.channel = channel;
  }

  /** Lays pieces over the file, the later ones over the earlier. */
  void cover(List<HiveLog.Page> pieces) {
    newer.addAll(pieces);
    pages.clear();
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
    byte[] page = covered(number * PAGE, Arrays.copyOf(buffer.array(), buffer.position()));
    if (pages.size() >= MOST_PAGES) {
      pages.clear();
    }
    pages.put(number, page);
    return page;
  }

  /** A file may have grown: then a page becomes longer. */
  private byte[] covered(long from, byte[] stored) {
    byte[] page = stored;
    for (HiveLog.Page piece : newer) {
      long begin = Math.max(from, piece.place());
      long end = Math.min(from + PAGE, piece.place() + piece.length());
      if (begin < end) {
        page = Arrays.copyOf(page, Math.max(page.length, (int) (end - from)));
        int skipped = (int) (begin - piece.place());
        System.arraycopy(
            piece.log(), piece.at() + skipped, page, (int) (begin - from), (int) (end - begin));
      }
    }
    return page;
  }
}
