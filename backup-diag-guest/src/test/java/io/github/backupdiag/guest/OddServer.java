package io.github.backupdiag.guest;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A server on loopback that answers each connection in one way; closing it ends what hangs. */
final class OddServer implements AutoCloseable {

  /** What it does with one connection whose request was read. */
  @FunctionalInterface
  interface Manner {
    void answer(Socket socket, OutputStream out) throws Exception;
  }

  private final ServerSocket server;
  private final List<Socket> sockets = new CopyOnWriteArrayList<>();
  private final List<String> requests = new CopyOnWriteArrayList<>();

  private OddServer(ServerSocket server) {
    this.server = server;
  }

  static OddServer that(Manner manner) throws IOException {
    OddServer odd = new OddServer(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
    Thread thread = new Thread(() -> odd.serve(manner), "odd-server");
    thread.setDaemon(true);
    thread.start();
    return odd;
  }

  static OddServer sending(String answer) throws IOException {
    return that((socket, out) -> out.write(answer.getBytes(StandardCharsets.ISO_8859_1)));
  }

  int port() {
    return server.getLocalPort();
  }

  String url(String path) {
    return "http://127.0.0.1:" + port() + path;
  }

  /** Requests as they came, line ends as {@code \n}. */
  List<String> requests() {
    return requests;
  }

  private void serve(Manner manner) {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        sockets.add(socket);
        Thread thread = new Thread(() -> answer(socket, manner), "odd-server-answer");
        thread.setDaemon(true);
        thread.start();
      } catch (IOException e) {
        return;
      }
    }
  }

  private void answer(Socket socket, Manner manner) {
    try (socket) {
      InputStream in = socket.getInputStream();
      StringBuilder request = new StringBuilder();
      while (request.indexOf("\r\n\r\n") < 0) {
        int c = in.read();
        if (c < 0) {
          return;
        }
        request.append((char) c);
      }
      requests.add(request.toString().replace("\r\n", "\n"));
      manner.answer(socket, socket.getOutputStream());
    } catch (Exception e) {
      // the other side has gone, which is what most tests are about
    }
  }

  @Override
  public void close() {
    try {
      server.close();
      for (Socket socket : sockets) {
        socket.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
