package io.github.backupdiag.guest;

import static io.github.backupdiag.guest.Asking.AMPLE;
import static io.github.backupdiag.guest.Asking.assertUnavailable;
import static io.github.backupdiag.guest.Asking.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.fact.UnavailableReason;
import io.github.backupdiag.guestaccess.Answers;
import io.github.backupdiag.guestaccess.HttpAnswer;
import io.github.backupdiag.guestaccess.NetworkOutcome;
import io.github.backupdiag.guestaccess.Question;
import io.github.backupdiag.guestaccess.TcpAnswer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Questions to network addresses, asked of servers on loopback. */
@Timeout(60)
class NetworkCallTest {

  private static final Duration SHORT = Duration.ofMillis(300);
  private static final Instant NOW = Instant.parse("2026-03-14T02:25:09Z");
  private static final String DATE = "Date: Sat, 14 Mar 2026 02:15:09 GMT\r\n";

  private final LocalGuest guest =
      new LocalGuest(
          FileSystems.getDefault(),
          new Programs(List.of()),
          false,
          Clock.fixed(NOW, ZoneOffset.UTC));

  @Test
  void connectsToAPortThatListens() throws Exception {
    try (OddServer server = OddServer.sending("")) {
      assertThat(value(guest, tcp(server.port())))
          .isEqualTo(new TcpAnswer(NetworkOutcome.ANSWERED, "", "127.0.0.1"));
      assertThat(server.requests()).isEmpty();
    }
  }

  @Test
  void isRefusedByAPortThatDoesNot() throws Exception {
    int port = freePort();

    assertThat(value(guest, tcp(port)).outcome()).isEqualTo(NetworkOutcome.REFUSED);
    assertThat(value(guest, tcp(port)).source()).isEqualTo("127.0.0.1");
    HttpAnswer answer = value(guest, http("http://127.0.0.1:" + port + "/", AMPLE));
    assertThat(answer.outcome()).isEqualTo(NetworkOutcome.REFUSED);
    assertThat(answer.isConnected()).isFalse();
  }

  @Test
  void readsStatusDateAndBodyWithTheTimeByItsOwnClock() throws Exception {
    String answered = "HTTP/1.1 200 OK\r\n" + DATE + "Content-Length: 5\r\n\r\nhello and more";
    try (OddServer server = OddServer.sending(answered)) {
      HttpAnswer answer = value(guest, http(server.url("/?comp=versions"), AMPLE));

      assertThat(answer.outcome()).isEqualTo(NetworkOutcome.ANSWERED);
      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.date()).isEqualTo("2026-03-14T02:15:09Z");
      assertThat(answer.received()).isEqualTo(NOW);
      assertThat(answer.text()).isEqualTo("hello");
      assertThat(answer.isComplete()).isTrue();
    }
  }

  @Test
  void asksAsItWasTold() throws Exception {
    try (OddServer server = OddServer.sending("HTTP/1.1 204 None\r\n\r\n")) {
      value(
          guest,
          new Question.Http(
              server.url("/a?b=c"), Map.of("Metadata", "true\r\nHost: evil"), 9, AMPLE));

      assertThat(server.requests())
          .containsExactly(
              "GET /a?b=c HTTP/1.1\nHost: 127.0.0.1:"
                  + server.port()
                  + "\nMetadata: true  Host: evil\nConnection: close\n\n");
    }
  }

  @Test
  void followsNoRedirectAndShowsNoCredentials() throws Exception {
    try (OddServer other = OddServer.sending("HTTP/1.1 200 OK\r\n\r\n");
        OddServer server =
            OddServer.sending("HTTP/1.1 302 Found\r\nLocation: " + other.url("/") + "\r\n\r\n")) {
      assertThat(value(guest, http(server.url("/"), AMPLE)).status()).isEqualTo(302);
      assertThat(other.requests()).isEmpty();
      assertThat(server.requests()).hasSize(1);
    }
  }

  @Test
  void usesNoProxy() throws Exception {
    String[] names = {"http.proxyHost", "http.proxyPort", "socksProxyHost", "socksProxyPort"};
    try (OddServer proxy = OddServer.sending("HTTP/1.1 200 OK\r\n\r\n");
        OddServer server = OddServer.sending("HTTP/1.1 503 Busy\r\n\r\n")) {
      for (String name : names) {
        System.setProperty(name, name.endsWith("Port") ? "" + proxy.port() : "127.0.0.1");
      }
      assertThat(value(guest, http(server.url("/"), AMPLE)).status()).isEqualTo(503);
      assertThat(proxy.requests()).isEmpty();
    } finally {
      for (String name : names) {
        System.clearProperty(name);
      }
    }
  }

  @Test
  void keepsOnlyTheFirstBytesOfABody() throws Exception {
    try (OddServer server = OddServer.sending("HTTP/1.0 200 OK\r\n\r\n" + "x".repeat(200_000))) {
      HttpAnswer answer = value(guest, new Question.Http(server.url("/"), Map.of(), 1000, AMPLE));

      assertThat(answer.body()).hasSize(1000);
      assertThat(answer.isComplete()).isFalse();
    }
  }

  @Test
  void takesABodyWithoutLengthForWholeWhenTheServerCloses() throws Exception {
    try (OddServer server = OddServer.sending("HTTP/1.1 200 OK\n\nhello")) {
      HttpAnswer answer = value(guest, http(server.url("/"), AMPLE));

      assertThat(answer.text()).isEqualTo("hello");
      assertThat(answer.isComplete()).isTrue();
      assertThat(answer.date()).isNull();
    }
  }

  @Test
  void takesABodyThatBreaksOffForCut() throws Exception {
    try (OddServer server = OddServer.sending("HTTP/1.1 200 OK\nContent-Length: 9\n\nhello")) {
      HttpAnswer answer = value(guest, http(server.url("/"), AMPLE));

      assertThat(answer.text()).isEqualTo("hello");
      assertThat(answer.isComplete()).isFalse();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "SSH-2.0-OpenSSH\r\n\r\n",
        "HTTP/1.1\r\n\r\n",
        "HTTP/1.1 2000 OK\r\n\r\n",
        "HTTP/1.1 20x OK\r\n\r\n",
        "HTTP/1.1 200 OK\r\nno end"
      })
  void callsWhatIsNoHttpBroken(String sent) throws Exception {
    try (OddServer server = OddServer.sending(sent)) {
      HttpAnswer answer = value(guest, http(server.url("/"), AMPLE));

      assertThat(answer.outcome()).isEqualTo(NetworkOutcome.BROKEN);
      assertThat(answer.isConnected()).isTrue();
    }
  }

  @Test
  void endsWithHeadersThatNeverEnd() throws Exception {
    try (OddServer server =
        OddServer.that(
            (socket, out) -> {
              while (!socket.isClosed()) {
                out.write("X: y\r\n".repeat(1000).getBytes(StandardCharsets.US_ASCII));
              }
            })) {
      assertThat(value(guest, http(server.url("/"), AMPLE)).outcome())
          .isEqualTo(NetworkOutcome.BROKEN);
    }
  }

  @Test
  void callsAResetConnectionBroken() throws Exception {
    try (OddServer server =
        OddServer.that(
            (socket, out) -> {
              socket.setSoLinger(true, 0);
              socket.close();
            })) {
      HttpAnswer answer = value(guest, http(server.url("/"), AMPLE));

      assertThat(answer.outcome()).isEqualTo(NetworkOutcome.BROKEN);
      assertThat(answer.isConnected()).isTrue();
    }
  }

  @Test
  void doesNotWaitForAServerThatStalls() throws Exception {
    try (OddServer server = OddServer.that((socket, out) -> hang())) {
      HttpAnswer answer = value(guest, http(server.url("/"), SHORT));

      assertThat(answer.outcome()).isEqualTo(NetworkOutcome.TIMED_OUT);
      assertThat(answer.isConnected()).isTrue();
    }
  }

  @Test
  void doesNotWaitForHeadersThatTrickle() throws Exception {
    try (OddServer server =
        OddServer.that((socket, out) -> trickle(out, "HTTP/1.1 200 OK\r\n", "X: y\r\n"))) {
      assertThat(value(guest, http(server.url("/"), SHORT)).outcome())
          .isEqualTo(NetworkOutcome.TIMED_OUT);
    }
  }

  @Test
  void keepsWhatCameOfABodyThatTrickles() throws Exception {
    try (OddServer server =
        OddServer.that((socket, out) -> trickle(out, "HTTP/1.1 200 OK\r\n\r\nbegin", "."))) {
      HttpAnswer answer = value(guest, http(server.url("/"), SHORT));

      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.text()).startsWith("begin");
      assertThat(answer.isComplete()).isFalse();
    }
  }

  @Test
  void endsWithTheCallAndLeavesNoThread() throws Exception {
    try (OddServer server = OddServer.that((socket, out) -> hang())) {
      Question<HttpAnswer> hangs = http(server.url("/"), AMPLE);

      Answers answers = guest.ask(List.of(hangs), SHORT);

      assertUnavailable(answers.to(hangs), UnavailableReason.TIMED_OUT);
      assertNoThreadLeft();
    }
  }

  @Test
  void endsWhenTheCallerIsInterrupted() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    AtomicReference<Throwable> thrown = new AtomicReference<>();
    try (OddServer server =
        OddServer.that(
            (socket, out) -> {
              asked.countDown();
              hang();
            })) {
      Thread caller =
          new Thread(
              () -> {
                try {
                  guest.ask(List.of(http(server.url("/"), AMPLE)), AMPLE);
                } catch (Throwable e) {
                  thrown.set(e);
                }
              });
      caller.start();
      asked.await();
      caller.interrupt();
      caller.join();

      assertThat(thrown.get()).isInstanceOf(InterruptedException.class);
      assertNoThreadLeft();
    }
  }

  @Test
  void contactsNobodyForACopy(@TempDir Path root) throws Exception {
    Asking.write(root.resolve("etc/os-release"), "ID=debian\n");
    try (OddServer server = OddServer.sending("HTTP/1.1 200 OK\r\n\r\n")) {
      CopiedRoot copy = CopiedRoot.open(root);

      assertUnavailable(
          Asking.ask(copy, http(server.url("/"), AMPLE)), UnavailableReason.NOT_RECORDED);
      assertUnavailable(Asking.ask(copy, tcp(server.port())), UnavailableReason.NOT_RECORDED)
          .isEqualTo("tcp://127.0.0.1:" + server.port());
      assertThat(server.requests()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://127.0.0.1/", "ftp://x/", "/?comp=versions", "http:///", "h t"})
  void refusesOtherAddresses(String url) throws Exception {
    assertUnavailable(Asking.ask(guest, http(url, AMPLE)), UnavailableReason.FAILED);
  }

  @ParameterizedTest
  @CsvSource({
    "Connection refused, REFUSED",
    "Connection timed out, TIMED_OUT",
    "No route to host, UNREACHABLE",
    "Network is unreachable, UNREACHABLE",
    "Invalid argument, UNREACHABLE",
    "Permission denied, FORBIDDEN",
    "Operation not permitted, FORBIDDEN",
    "Connection reset by peer, BROKEN",
  })
  void understandsTheWordsOfTheSystem(String words, NetworkOutcome outcome) {
    assertThat(NetworkCall.outcome(new java.net.ConnectException(words))).isEqualTo(outcome);
  }

  @Test
  void toldOfAHostThatNobodyKnows() throws Exception {
    assertThat(NetworkCall.outcome(new java.net.UnknownHostException("x.invalid")))
        .isEqualTo(NetworkOutcome.UNKNOWN_HOST);
  }

  private static void assertNoThreadLeft() throws InterruptedException {
    for (Thread thread : Thread.getAllStackTraces().keySet()) {
      if (thread.getName().equals("backup-diag-guest")) {
        thread.join(Duration.ofSeconds(30).toMillis());
        assertThat(thread.isAlive()).isFalse();
      }
    }
  }

  private static void hang() throws InterruptedException {
    new CountDownLatch(1).await();
  }

  private static void trickle(java.io.OutputStream out, String first, String then)
      throws Exception {
    out.write(first.getBytes(StandardCharsets.US_ASCII));
    while (true) {
      out.write(then.getBytes(StandardCharsets.US_ASCII));
      out.flush();
      new CountDownLatch(1).await(5, java.util.concurrent.TimeUnit.MILLISECONDS);
    }
  }

  private static int freePort() throws Exception {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static Question.Tcp tcp(int port) {
    return new Question.Tcp("127.0.0.1", port, AMPLE);
  }

  private static Question<HttpAnswer> http(String url, Duration timeout) {
    return new Question.Http(url, Map.of(), 4096, timeout);
  }
}
