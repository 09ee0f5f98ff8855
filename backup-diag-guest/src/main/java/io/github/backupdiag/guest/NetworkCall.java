package io.github.backupdiag.guest;

import io.github.backupdiag.fact.Observation;
import io.github.backupdiag.fact.Observed;
import io.github.backupdiag.guest.internal.Subject;
import io.github.backupdiag.guestaccess.HttpAnswer;
import io.github.backupdiag.guestaccess.NetworkOutcome;
import io.github.backupdiag.guestaccess.Question;
import io.github.backupdiag.guestaccess.TcpAnswer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.PortUnreachableException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/**
 * Asks network addresses over plain sockets, which know no proxy and need no thread. The JDK's HTTP
 * clients do not do: one costs half a second to build, the other leaves a thread behind, and with
 * both the time given ends at the headers.
 */
final class NetworkCall {

  private static final int MAX_HEAD = 64 << 10;

  private final Clock clock;

  NetworkCall(Clock clock) {
    this.clock = clock;
  }

  Observation<TcpAnswer> tcp(Question.Tcp asked) throws InterruptedException, IOException {
    String subject = Subject.of(asked);
    long end = end(asked.timeout());
    try {
      TcpConnection connection = connect(asked.host(), asked.port(), end);
      String source = connection.source();
      connection.close();
      return new Observed<>(new TcpAnswer(NetworkOutcome.ANSWERED, "", source), subject, null);
    } catch (ClosedByInterruptException e) {
      throw interrupted(subject);
    } catch (IOException e) {
      String source = OwnAddress.towards(asked.host(), asked.port());
      return new Observed<>(new TcpAnswer(outcome(e), words(e), source), subject, null);
    }
  }

  Observation<HttpAnswer> http(Question.Http asked) throws InterruptedException, IOException {
    URI uri = uri(asked.url());
    long end = end(asked.timeout());
    try (TcpConnection connection = connect(uri.getHost(), port(uri), end)) {
      return new Observed<>(exchange(connection, uri, asked), asked.url(), null);
    } catch (ClosedByInterruptException e) {
      throw interrupted(asked.url());
    } catch (IOException e) {
      HttpAnswer none = HttpAnswer.none(outcome(e), false, words(e));
      return new Observed<>(none, asked.url(), null);
    }
  }

  private HttpAnswer exchange(TcpConnection connection, URI uri, Question.Http asked)
      throws ClosedByInterruptException {
    ByteBuffer answer = ByteBuffer.allocate(MAX_HEAD + asked.maxBytes());
    try {
      connection.write(request(uri, asked));
      int end = -1;
      while (end < 0) {
        if (answer.position() >= MAX_HEAD || connection.read(answer) < 0) {
          return HttpAnswer.none(NetworkOutcome.BROKEN, true, "no HTTP headers");
        }
        end = HttpHead.end(answer.array(), answer.position());
      }
      HttpHead head = HttpHead.parse(answer.array(), end);
      return head == null
          ? HttpAnswer.none(NetworkOutcome.BROKEN, true, "no HTTP")
          : withBody(connection, answer, head, clock.instant(), asked.maxBytes());
    } catch (ClosedByInterruptException e) {
      throw e;
    } catch (IOException e) {
      NetworkOutcome outcome =
          e instanceof SocketTimeoutException ? NetworkOutcome.TIMED_OUT : NetworkOutcome.BROKEN;
      return HttpAnswer.none(outcome, true, words(e));
    }
  }

  private static HttpAnswer withBody(
      TcpConnection connection, ByteBuffer answer, HttpHead head, Instant received, int maxBytes)
      throws ClosedByInterruptException {
    long whole = head.length() < 0 ? Long.MAX_VALUE : head.length();
    long wanted = Math.min(whole, maxBytes);
    boolean ended = false;
    boolean cut = false;
    try {
      while (answer.position() - head.size() < wanted && !ended) {
        ended = connection.read(answer) < 0;
      }
    } catch (ClosedByInterruptException e) {
      throw e;
    } catch (IOException e) {
      cut = true;
    }
    int length = (int) Math.min(answer.position() - head.size(), wanted);
    boolean complete = !cut && (whole == Long.MAX_VALUE ? ended : length == whole);
    byte[] body = new byte[length];
    answer.get(head.size(), body);
    return HttpAnswer.of(head.status(), head.date(), received, body, complete);
  }

  private static byte[] request(URI uri, Question.Http asked) {
    StringBuilder request = new StringBuilder("GET ");
    String path = uri.getRawPath();
    request.append(path == null || path.isEmpty() ? "/" : path);
    if (uri.getRawQuery() != null) {
      request.append('?').append(uri.getRawQuery());
    }
    request.append(" HTTP/1.1\r\nHost: ").append(uri.getHost());
    if (uri.getPort() >= 0) {
      request.append(':').append(uri.getPort());
    }
    asked
        .headers()
        .forEach(
            (name, value) ->
                request.append("\r\n").append(line(name)).append(": ").append(line(value)));
    return request
        .append("\r\nConnection: close\r\n\r\n")
        .toString()
        .getBytes(StandardCharsets.ISO_8859_1);
  }

  private static String line(String text) {
    return text.replace('\r', ' ').replace('\n', ' ');
  }

  private static TcpConnection connect(String host, int port, long end) throws IOException {
    return TcpConnection.open(new InetSocketAddress(InetAddress.getByName(host), port), end);
  }

  private static URI uri(String url) throws IOException {
    try {
      URI uri = URI.create(url);
      if ("http".equals(uri.getScheme()) && uri.getHost() != null) {
        return uri;
      }
    } catch (IllegalArgumentException e) {
      // told below
    }
    throw UnreadableException.failed("'" + url + "' is no http URL");
  }

  private static int port(URI uri) {
    return uri.getPort() < 0 ? 80 : uri.getPort();
  }

  private static long end(Duration timeout) {
    long most = Duration.ofDays(1).toNanos();
    boolean longer = timeout.compareTo(Duration.ofDays(1)) > 0;
    return System.nanoTime() + (longer ? most : timeout.toNanos());
  }

  /** The JDK has exceptions of their own for some errors only; the others are known by words. */
  static NetworkOutcome outcome(IOException e) {
    String words = words(e).toLowerCase(Locale.ROOT);
    if (e instanceof SocketTimeoutException || words.contains("timed out")) {
      return NetworkOutcome.TIMED_OUT;
    }
    if (e instanceof UnknownHostException) {
      return NetworkOutcome.UNKNOWN_HOST;
    }
    if (words.contains("permission denied") || words.contains("not permitted")) {
      return NetworkOutcome.FORBIDDEN;
    }
    if (words.contains("refused")) {
      return NetworkOutcome.REFUSED;
    }
    boolean nowhere =
        e instanceof NoRouteToHostException
            || e instanceof PortUnreachableException
            || words.contains("unreachable")
            || words.contains("no route")
            || words.contains("invalid argument"); // a route of type blackhole
    return nowhere ? NetworkOutcome.UNREACHABLE : NetworkOutcome.BROKEN;
  }

  private static InterruptedException interrupted(String subject) {
    return new InterruptedException(subject);
  }

  private static String words(IOException e) {
    String message = e.getMessage();
    return message == null
        ? e.getClass().getSimpleName()
        : SystemWords.ofThisSystem().english(message);
  }
}
