package io.github.backupdiag.guest.internal.bundle;

import io.github.backupdiag.guest.internal.archive.ByteSource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;

/** Reads bytes at any place. For one thread. */
final class SourceChannel implements SeekableByteChannel {

  private final ByteSource source;
  private long position;
  private boolean open = true;

  SourceChannel(ByteSource source) {
    this.source = source;
  }

  @Override
  public int read(ByteBuffer target) throws IOException {
    if (position >= source.size()) {
      return -1;
    }
    byte[] bytes;
    try (InputStream in = source.open(position)) {
      bytes = in.readNBytes(target.remaining());
    }
    target.put(bytes);
    position += bytes.length;
    return bytes.length == 0 ? -1 : bytes.length;
  }

  @Override
  public int write(ByteBuffer bytes) {
    throw new NonWritableChannelException();
  }

  @Override
  public long position() {
    return position;
  }

  @Override
  public SeekableByteChannel position(long place) {
    position = place;
    return this;
  }

  @Override
  public long size() {
    return source.size();
  }

  @Override
  public SeekableByteChannel truncate(long size) {
    throw new NonWritableChannelException();
  }

  @Override
  public boolean isOpen() {
    return open;
  }

  @Override
  public void close() {
    open = false;
  }
}
