package io.github.backupdiag.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Answers like the platform's addresses, or unlike them. Runs in a process of its own inside a
 * network namespace: {@code StandInWireServer MANNER MINUTES}, where the minutes say how far its
 * clock is ahead. It says {@code ready} when it listens.
 */
final class StandInWireServer {

  /** How it answers on port 80 of the host address. */
  enum Manner {
    WELL,
    FORBIDDEN,
    BUSY,
    STALL,
    TRICKLE,
    RESET,
    /** It listens on port 80 alone. */
    WITHOUT_PLUGIN
  }

  private static final String VERSIONS =
      """
      <?xml version="1.0" encoding="utf-8"?>
      <Versions><Preferred><Version>2015-04-05</Version></Preferred>
      <Supported><Version>2012-11-30</Version></Supported></Versions>
      """;
  private static final String GOAL_STATE =
      """
      <?xml version="1.0" encoding="utf-8"?>
      <GoalState><Version>2012-11-30</Version><Incarnation>1</Incarnation></GoalState>
      """;

  private final Manner manner;
  private final int minutes;

  private StandInWireServer(Manner manner, int minutes) {
    this.manner = manner;
    this.minutes = minutes;
  }

  public static void main(String[] args) throws Exception {
    Manner manner = Manner.valueOf(args[0]);
    StandInWireServer server = new StandInWireServer(manner, Integer.parseInt(args[1]));
    server.listen("168.63.129.16", 80);
    if (manner != Manner.WITHOUT_PLUGIN) {
      server.listen("168.63.129.16", 32526);
    }
    server.listen("169.254.169.254", 80);
    System.out.println("ready");
    new CountDownLatch(1).await();
  }

  private void listen(String address, int port) throws IOException {
    ServerSocket socket = new ServerSocket(port, 50, InetAddress.getByName(address));
    boolean odd = address.startsWith("168.") && port == 80;
    Thread thread =
        new Thread(
            () -> {
              while (true) {
                try {
                  Socket connection = socket.accept();
                  new Thread(() -> serve(connection, odd ? manner : Manner.WELL)).start();
                } catch (IOException e) {
                  return;
                }
              }
            });
    thread.start();
  }

  private void serve(Socket connection, Manner how) {
    try (connection) {
      String request = request(connection.getInputStream());
      OutputStream out = connection.getOutputStream();
      switch (how) {
        case WELL, WITHOUT_PLUGIN ->
            answer(out, "200 OK", request.contains("goalstate") ? GOAL_STATE : VERSIONS);
        case FORBIDDEN -> answer(out, "403 Forbidden", "");
        case BUSY -> answer(out, "503 Service Unavailable", "");
        case STALL -> new CountDownLatch(1).await();
        case TRICKLE -> trickle(out);
        case RESET -> connection.setSoLinger(true, 0);
      }
    } catch (Exception e) {
      // whoever asked has gone
    }
  }

  private static String request(InputStream in) throws IOException {
    StringBuilder request = new StringBuilder();
    while (request.indexOf("\r\n\r\n") < 0) {
      int c = in.read();
      if (c < 0) {
        return "";
      }
      request.append((char) c);
    }
    return request.toString();
  }

  private void answer(OutputStream out, String status, String body) throws IOException {
    String date =
        DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT)
            .withZone(ZoneOffset.UTC)
            .format(Instant.now().plusSeconds(60L * minutes));
    String answer =
        String.join(
            "\r\n",
            "HTTP/1.1 " + status,
            "Date: " + date,
            "Content-Length: " + body.length(),
            "",
            body);
    out.write(answer.getBytes(StandardCharsets.US_ASCII));
  }

  private static void trickle(OutputStream out) throws Exception {
    out.write("HTTP/1.1 200 OK\r\n".getBytes(StandardCharsets.US_ASCII));
    while (!new CountDownLatch(1).await(50, TimeUnit.MILLISECONDS)) {
      out.write("X".getBytes(StandardCharsets.US_ASCII));
    }
  }
}
