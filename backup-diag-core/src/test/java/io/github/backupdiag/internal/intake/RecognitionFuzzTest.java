package io.github.backupdiag.internal.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.backupdiag.catalog.Catalog;
import io.github.backupdiag.catalog.PortalMessage;
import io.github.backupdiag.fact.backup.CodeMatch;
import io.github.backupdiag.internal.catalog.LoadedCatalog;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

class RecognitionFuzzTest {

  private static final Catalog CATALOG = LoadedCatalog.with(List.of());
  private static final Recognition RECOGNITION = new Recognition(CATALOG);

  static Stream<byte[]> texts() {
    List<PortalMessage> messages = CATALOG.messages();
    return Stream.concat(
            Stream.of("UserErrorGuestAgentStatusUnavailable", "errorCode: 400093, VMSnap shotX"),
            Stream.iterate(0, i -> i < messages.size(), i -> i + 97)
                .map(i -> messages.get(i).text()))
        .map(text -> text.getBytes(StandardCharsets.UTF_8));
  }

  /** What is a code or message alone gives what the search through the text gives. */
  @MethodSource("texts")
  @FuzzTest
  void read(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    Recognition.Recognised read = RECOGNITION.read(text, 3);
    Recognition.Recognised scanned = RECOGNITION.scan(text, 3);

    check(read);
    check(scanned);
    assertThat(codes(scanned)).containsAll(codes(read).stream().limit(1).toList());
  }

  private static List<String> codes(Recognition.Recognised recognised) {
    return recognised.matches().stream().map(CodeMatch::code).toList();
  }

  private static void check(Recognition.Recognised recognised) {
    assertThat(codes(recognised)).doesNotHaveDuplicates();
    double last = 1;
    for (CodeMatch match : recognised.matches()) {
      assertThat(match.incident()).isEqualTo(3);
      assertThat(match.score()).isGreaterThan(0).isLessThanOrEqualTo(last);
      assertThat(match.excerpt()).isNotBlank();
      last = match.score();
    }
    recognised.unknown().forEach(code -> assertThat(CATALOG.code(code.code())).isNull());
  }
}
