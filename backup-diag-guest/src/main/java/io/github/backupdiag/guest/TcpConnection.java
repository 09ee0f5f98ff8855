package io.github.backupdiag.guest;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;

/**
 * A TCP connection whose every wait ends at one deadline or when its thread is interrupted, and
 * that needs no thread of its own.
 */
final class TcpConnection implements AutoCloseable {

  private final SocketChannel channel;
  private final Selector selector;
  private final long end;

  private TcpConnection(SocketChannel channel, Selector selector, long end) {
    this.channel = channel;
    this.selector = selector;
    this.end = end;
  }

  /**
   * Connects.
   *
   * @param end value of {@code System.nanoTime()} at which all is over
   * @throws SocketTimeoutException if it took longer
   */
  static TcpConnection open(InetSocketAddress address, long end) throws IOException {
    SocketChannel channel = SocketChannel.open();
    Selector selector = null;
    try {
      channel.configureBlocking(false);
      selector = Selector.open();
      TcpConnection connection = new TcpConnection(channel, selector, end);
      connection.connect(address);
      return connection;
    } catch (IOException | RuntimeException e) {
      channel.close();
      if (selector != null) {
        selector.close();
      }
      throw e;
    }
  }

  private void connect(InetSocketAddress address) throws IOException {
    channel.register(selector, SelectionKey.OP_CONNECT);
    boolean connected = channel.connect(address);
    while (!connected) {
      await(SelectionKey.OP_CONNECT);
      connected = channel.finishConnect();
    }
  }

  /** The own address of the connection, or empty if the system does not tell it. */
  String source() throws IOException {
    return OwnAddress.text(channel.getLocalAddress());
  }

  void write(byte[] bytes) throws IOException {
    ByteBuffer left = ByteBuffer.wrap(bytes);
    while (left.hasRemaining()) {
      if (channel.write(left) == 0) {
        await(SelectionKey.OP_WRITE);
      }
    }
  }

  /** Reads at least one byte, unless there is none any more. */
  int read(ByteBuffer into) throws IOException {
    int count = 0;
    while (count == 0) {
      await(SelectionKey.OP_READ);
      count = channel.read(into);
    }
    return count;
  }

  private void await(int operation) throws IOException {
    channel.keyFor(selector).interestOps(operation);
    selector.selectedKeys().clear();
    long left = (end - System.nanoTime()) / 1_000_000;
    if (left <= 0 || (selector.select(left) == 0 && System.nanoTime() >= end)) {
      throw new SocketTimeoutException("no answer in time");
    }
    if (Thread.currentThread().isInterrupted()) {
      throw new ClosedByInterruptException();
    }
  }

  @Override
  public void close() throws IOException {
    try {
      channel.close();
    } finally {
      selector.close();
    }
  }
}
