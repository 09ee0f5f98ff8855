package io.github.backupdiag.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.backupdiag.catalog.Catalog;
import io.github.backupdiag.fact.backup.CodeMatch;
import io.github.backupdiag.fuzz.Places;
import io.github.backupdiag.fuzz.Samples;
import io.github.backupdiag.internal.catalog.LoadedCatalog;
import io.github.backupdiag.internal.intake.Decoding;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

class IntakeFuzzTest {

  private static final Catalog CATALOG = LoadedCatalog.with(List.of());
  private static final Intake INTAKE = Intake.over(CATALOG);

  static Stream<byte[]> payloads() {
    return Samples.payloads();
  }

  /** A result for any bytes, the same from a stream and in a second reading, whose parts agree. */
  @MethodSource("payloads")
  @FuzzTest
  void read(byte[] bytes) throws IOException {
    IntakeResult result = INTAKE.read(bytes);

    for (int i = 0; i < result.incidents().size(); i++) {
      assertThat(result.incidents().get(i).index()).isEqualTo(i);
    }
    result.matches().forEach(match -> check(match, result));
    assertThat(result.unknownCodes()).hasSizeLessThanOrEqualTo(20);
    Places.check(result.facts(), Decoding.decoded(bytes));
    assertSame(result, INTAKE.read(new ByteArrayInputStream(bytes)));
  }

  private static void check(CodeMatch match, IntakeResult result) {
    assertThat(match.incident()).isBetween(0, result.incidents().size() - 1);
    assertThat(match.score()).isGreaterThan(0).isLessThanOrEqualTo(1);
    assertThat(CATALOG.code(match.code())).isNotNull();
    assertThat(match.excerpt()).isNotBlank();
  }

  private static void assertSame(IntakeResult one, IntakeResult other) throws IOException {
    assertThat(other.incidents()).isEqualTo(one.incidents());
    assertThat(other.matches()).isEqualTo(one.matches());
    assertThat(other.unknownCodes()).isEqualTo(one.unknownCodes());
    assertThat(other.language()).isEqualTo(one.language());
    assertThat(Places.recorded(other.facts())).isEqualTo(Places.recorded(one.facts()));
  }
}
