package io.github.backupdiag.guest.internal.collect;

import io.github.backupdiag.guestaccess.Question;
import java.net.URI;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * A network address that is asked, as both scripts take it.
 *
 * @param seconds how long it may take
 */
record WebAddress(Question<?> question, long seconds) {

  private static final int HTTP_PORT = 80;

  static WebAddress of(Question<?> question) {
    long seconds =
        question instanceof Question.Tcp tcp
            ? tcp.timeout().toSeconds()
            : ((Question.Http) question).timeout().toSeconds();
    return new WebAddress(question, Math.max(1, seconds));
  }

  /** A call of the script's function with a mark, {@code @}, for the seconds. */
  String call(UnaryOperator<String> quoted, String lineEnd) {
    if (question instanceof Question.Tcp tcp) {
      return "Tcp @ " + quoted.apply(Places.named(tcp.host())) + " " + tcp.port();
    }
    Question.Http http = (Question.Http) question;
    URI url = URI.create(http.url());
    int port = url.getPort() < 0 ? HTTP_PORT : url.getPort();
    String query = url.getRawQuery() == null ? "" : "?" + url.getRawQuery();
    StringBuilder headers = new StringBuilder();
    new TreeMap<>(http.headers())
        .forEach((name, value) -> headers.append(name + ": " + value + lineEnd));
    return String.join(
        " ",
        "Http @",
        Integer.toString(http.maxBytes()),
        quoted.apply(url.getHost()),
        Integer.toString(port),
        quoted.apply(url.getRawPath() + query),
        headers.indexOf("`") < 0 ? quoted.apply(headers.toString()) : "\"" + headers + "\"");
  }
}
