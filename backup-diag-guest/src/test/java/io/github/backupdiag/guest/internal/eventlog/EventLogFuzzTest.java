package io.github.backupdiag.guest.internal.eventlog;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

class EventLogFuzzTest {

  static Stream<byte[]> logs() {
    return Stream.of(EventLogFileTest.sample());
  }

  @MethodSource("logs")
  @FuzzTest
  void read(byte[] bytes) {
    EventLogFileTest.readAll(bytes);
  }
}
