package io.github.backupdiag.guest.internal.registry;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.backupdiag.guest.internal.registry.HiveWriter.Lists;
import java.io.IOException;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

class HiveFuzzTest {

  static Stream<byte[]> hives() {
    return Stream.concat(
        Arrays.stream(Lists.values()).map(lists -> HiveWriter.write(lists, HiveTest.ROOT)),
        Stream.of(HiveWriter.write(Lists.LI, HiveWriter.key("ROOT"))));
  }

  @MethodSource("hives")
  @FuzzTest
  void read(byte[] bytes) throws IOException {
    HiveTest.readAll(bytes);
  }
}
