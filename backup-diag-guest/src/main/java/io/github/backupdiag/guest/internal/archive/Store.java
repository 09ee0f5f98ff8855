package io.github.backupdiag.guest.internal.archive;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipException;

/**
 * Keeps in memory what passes by only once. When it gets tight, of a long file its beginning and
 * its end are kept, for that is where configuration and the last backup stand. Thread-safe.
 */
final class Store {

  /** What is always kept of the beginning of a long file. */
  static final int HEAD = 1 << 20;

  /** What is always kept of its end: as much of a log as any question reads. */
  static final int TAIL = 24 << 20;

  private static final int HEAD_BLOCKS = HEAD / HeldBytes.BLOCK;
  private static final int TAIL_BLOCKS = TAIL / HeldBytes.BLOCK;

  private final long most;
  private long used;

  Store(Budget budget) {
    this.most = budget.heldBytes();
  }

  /** Whether half of the memory is used. */
  synchronized boolean isTight() {
    return used > most / 2;
  }

  private synchronized boolean take(long bytes) {
    if (used + bytes > most) {
      return false;
    }
    used += bytes;
    return true;
  }

  private synchronized void free(long bytes) {
    used -= bytes;
  }

  /**
   * Keeps a stream.
   *
   * @param stated the size it should have, or -1 if nobody says
   * @return a content; refused if there is no room for it, with a hole if it breaks off
   */
  Content hold(InputStream in, long stated) throws IOException {
    return hold(in, stated, false);
  }

  /**
   * Keeps a stream.
   *
   * @param whole whether its beginning is wanted rather than its end if both are too much
   */
  Content hold(InputStream in, long stated, boolean whole) throws IOException {
    Held held = new Held(whole);
    try {
      held.readAll(in);
    } catch (NotReadException e) {
      if (!whole) {
        held.freeAll();
        return new RefusedContent(Math.max(0, stated), String.valueOf(e.getMessage()));
      }
      held.broken = true;
    }
    return held.content(stated);
  }

  /** One file on its way into memory. */
  private final class Held {

    private final HeldBytes bytes = new HeldBytes();
    private long memory;
    private int dropped;
    private final boolean whole;
    private boolean broken;

    Held(boolean whole) {
      this.whole = whole;
    }

    void readAll(InputStream in) throws IOException {
      byte[] block = new byte[HeldBytes.BLOCK];
      int filled = 0;
      try {
        for (int read = 0; read >= 0; read = in.read(block, filled, block.length - filled)) {
          filled += read;
          if (filled == block.length) {
            filled = 0;
            add(block, block.length);
          }
        }
      } catch (EOFException | ZipException e) {
        broken = true;
      }
      if (filled > 0) {
        add(block, filled);
      }
    }

    private void add(byte[] block, int length) throws NotReadException {
      if (!whole && isTight()) {
        dropMiddle();
      }
      int taken = bytes.add(block, length);
      if (!take(taken)) {
        throw new NotReadException("not read: the memory for this bundle is used up");
      }
      memory += taken;
    }

    /** All but the beginning and the end so far. */
    private void dropMiddle() {
      int last = bytes.blocks() - 1 - TAIL_BLOCKS;
      for (int block = HEAD_BLOCKS + dropped; block < last; block++) {
        int freed = bytes.drop(block);
        free(freed);
        memory -= freed;
        dropped++;
      }
    }

    void freeAll() {
      free(memory);
      memory = 0;
    }

    Content content(long stated) {
      long size = broken ? Math.max(stated, bytes.size() + 1) : Math.max(stated, bytes.size());
      long from = (long) HEAD_BLOCKS * HeldBytes.BLOCK;
      long to = from + (long) dropped * HeldBytes.BLOCK;
      return dropped == 0
          ? new PlainContent(bytes, size)
          : new HeldContent(bytes, size, new Hole(from, size > bytes.size() ? size : to));
    }
  }

  private record HeldContent(ByteSource bytes, long size, Hole hole) implements Content {

    @Override
    public InputStream open(long from) throws IOException {
      return bytes.open(from);
    }
  }
}
