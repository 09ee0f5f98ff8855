package io.github.backupdiag.internal.scan;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a text into chunks. Not thread-safe, but any thread may take the next chunk if one does at a
 * time.
 */
final class Chunks {

  private final InputStream in;
  private final int longest;
  private final byte[] rest;
  private int restLength;

  /** How much of the rest has counted already. */
  private int restBefore;

  private boolean inLine;
  private long base;
  private long number;
  private boolean ended;
  private @Nullable IOException damage;

  Chunks(InputStream in, ScanSize size) {
    this.in = in;
    this.longest = size.longest();
    this.rest = new byte[size.chunk()];
  }

  /** Fills a chunk; false if there is nothing more. */
  boolean fill(Chunk chunk) {
    if (ended) {
      return false;
    }
    System.arraycopy(rest, 0, chunk.bytes, 0, restLength);
    chunk.number = number++;
    chunk.base = base;
    chunk.from = restBefore;
    chunk.continues = inLine;
    chunk.length = read(chunk.bytes, restLength);
    chunk.last = ended;
    cut(chunk);
    return true;
  }

  private int read(byte[] bytes, int from) {
    int length = from;
    try {
      while (length < bytes.length) {
        int more = in.read(bytes, length, bytes.length - length);
        if (more < 0) {
          ended = true;
          break;
        }
        length += more;
      }
    } catch (IOException e) {
      damage = e;
      ended = true;
    }
    return length;
  }

  private void cut(Chunk chunk) {
    int line = LineBreaks.startOf(chunk.bytes, chunk.from, chunk.length);
    if (chunk.last) {
      chunk.to = chunk.length;
      chunk.unfinished = false;
    } else if (line > chunk.from) {
      end(chunk, line, line, false);
    } else {
      int zeroes = LineBreaks.withoutNulls(chunk.bytes, chunk.from, chunk.length);
      if (!chunk.continues && zeroes > chunk.from) {
        end(chunk, zeroes, zeroes, false);
      } else {
        int to = chunk.length - longest / 2;
        end(chunk, to, Math.max(0, to - longest / 2), true);
      }
    }
  }

  private void end(Chunk chunk, int to, int keptFrom, boolean unfinished) {
    chunk.to = to;
    chunk.unfinished = unfinished;
    inLine = unfinished;
    restLength = chunk.length - keptFrom;
    restBefore = to - keptFrom;
    base = chunk.base + keptFrom;
    System.arraycopy(chunk.bytes, keptFrom, rest, 0, restLength);
  }

  /** Why the text could not be read to its end, or null. */
  @Nullable IOException damage() {
    return damage;
  }
}
