package io.github.backupdiag.guest.internal.registry;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.backupdiag.guest.internal.registry.HiveWriter.Lists;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

class HiveLogFuzzTest {

  static Stream<byte[]> logs() {
    byte[] hive = HiveWriter.write(Lists.LH, HiveTest.ROOT);
    return Stream.of(HiveLogWriter.log(HiveLogWriter.entry(7, new byte[0], hive)));
  }

  @MethodSource("logs")
  @FuzzTest
  void read(byte[] bytes) {
    for (HiveLog.Page page : HiveLog.of(List.of(bytes)).from(7)) {
      assertThat(page.at() + page.length()).isBetween(0, bytes.length);
    }
  }
}
