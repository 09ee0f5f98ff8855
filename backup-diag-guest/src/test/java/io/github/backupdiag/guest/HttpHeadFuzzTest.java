package io.github.backupdiag.guest;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

class HttpHeadFuzzTest {

  static Stream<byte[]> heads() {
    return Stream.of(
            "HTTP/1.1 200 OK\r\nDate: Sat, 14 Mar 2026 02:15:52 GMT\r\nContent-Length: 2\r\n\r\n{}",
            "HTTP/1.0 410 \nA:b\n\n")
        .map(head -> head.getBytes(StandardCharsets.US_ASCII));
  }

  @MethodSource("heads")
  @FuzzTest
  void parse(byte[] bytes) {
    int end = HttpHead.end(bytes, bytes.length);
    assertThat(end).isLessThanOrEqualTo(bytes.length);
    HttpHead head = end < 0 ? null : HttpHead.parse(bytes, end);
    if (head != null) {
      assertThat(head.status()).isBetween(100, 999);
      assertThat(head.length()).isGreaterThanOrEqualTo(-1);
      assertThat(head.size()).isEqualTo(end);
    }
  }
}
