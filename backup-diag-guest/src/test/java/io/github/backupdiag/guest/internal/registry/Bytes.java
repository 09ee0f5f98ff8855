package io.github.backupdiag.guest.internal.registry;

import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;

/** Bytes that are read like a file. */
final class Bytes implements SeekableByteChannel {

  private final byte[] bytes;
  private long position;

  Bytes(byte[] bytes) {
    this.bytes = bytes;
  }

  @Override
  public int read(ByteBuffer target) {
    if (position >= bytes.length) {
      return -1;
    }
    int part = Math.min(target.remaining(), bytes.length - (int) position);
    target.put(bytes, (int) position, part);
    position += part;
    return part;
  }

  @Override
  public int write(ByteBuffer source) {
    throw new UnsupportedOperationException("a reader must not write");
  }

  @Override
  public long position() {
    return position;
  }

  @Override
  public SeekableByteChannel position(long newPosition) {
    position = newPosition;
    return this;
  }

  @Override
  public long size() {
    return bytes.length;
  }

  @Override
  public SeekableByteChannel truncate(long size) {
    throw new UnsupportedOperationException("a reader must not cut");
  }

  @Override
  public boolean isOpen() {
    return true;
  }

  @Override
  public void close() {
    position = 0;
  }
}
