package io.github.backupdiag.guest.internal.eventlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values of each type, as bytes of the file and as wevtutil writes them. */
class EventValueTest {

  @ParameterizedTest
  @CsvSource({
    "01, 480061002E000000, Ha.",
    "02, 48E92E00, Hé.",
    "03, FE, -2",
    "04, FE, 254",
    "05, FEFF, -2",
    "06, FEFF, 65534",
    "07, FEFFFFFF, -2",
    "08, FEFFFFFF, 4294967294",
    "09, FEFFFFFFFFFFFFFF, -2",
    "0A, FEFFFFFFFFFFFFFF, 18446744073709551614",
    "0B, 0000C03F, 1.5",
    "0C, 000000000000F83F, 1.5",
    "0D, 01000000, true",
    "0D, 00000000, false",
    "0E, 0A0BFF, 0A0BFF",
    "0F, 33221100554477668899AABBCCDDEEFF, {00112233-4455-6677-8899-aabbccddeeff}",
    "10, FEFFFFFF, 0xfffffffe",
    "10, FEFFFFFF01000000, 0x1fffffffe",
    "11, 00803ED5DEB19D01, 1970-01-01T00:00:00Z",
    "12, EA0703000600" + "0E000200" + "0F002C007B00, 2026-03-14T02:15:44.123Z",
    "12, EA070D000600" + "0E000200" + "0F002C007B00, ''",
    "13, 0102000000000005" + "20000000FFFFFFFF, S-1-5-32-4294967295",
    "14, FE000080, 0x800000fe",
    "15, FE00000080000000, 0x80000000fe"
  })
  void isWrittenByItsType(String type, String bytes, String text) throws Exception {
    assertThat(texts(type, bytes)).containsExactly(text);
  }

  @ParameterizedTest
  @CsvSource({
    "83, FE01, -2;1",
    "84, FE01, 254;1",
    "85, FEFF0100, -2;1",
    "86, FEFF0100, 65534;1",
    "87, FEFFFFFF01000000, -2;1",
    "88, FEFFFFFF01000000, 4294967294;1",
    "89, FEFFFFFFFFFFFFFF0100000000000000, -2;1",
    "8A, 02000000000000000100000000000000, 2;1",
    "8B, 0000C03F0000C03F, 1.5;1.5",
    "8C, 000000000000F83F000000000000F83F, 1.5;1.5",
    "8D, 0100000000000000, true;false",
    "94, 0A0000000B000000, 0xa;0xb",
    "95, 0A000000000000000B00000000000000, 0xa;0xb",
    "86, 010002, 1",
    "81, 610062000000630000000000, ab;c;",
    "81, 61000000, a",
    "81, 6100, a"
  })
  void isWrittenOnceForEachElementOfAList(String type, String bytes, String text) throws Exception {
    assertThat(texts(type, bytes)).containsExactly(text.split(";", -1));
  }

  @Test
  void listsNoMoreThanSome() throws Exception {
    assertThat(texts("84", "01".repeat(64))).hasSize(64);
    assertThat(texts("84", "01".repeat(65))).hasSize(64);
  }

  @Test
  void namesNoMorePartsOfASidThanThereCanBe() throws Exception {
    String parts = "01000000".repeat(20);

    assertThat(texts("13", "01140000000000" + "05" + parts))
        .containsExactly("S-1-5" + "-1".repeat(15));
  }

  @ParameterizedTest
  @CsvSource({"01, 6100, 6", "07, 0100, 2", "0E, 0A, 2", "0F, 0011, 2", "12, EA07, 2", "13, 01, 1"})
  void isDamagedWhereTheChunkEnds(String type, String bytes, int size) {
    assertThatThrownBy(() -> value(type, size).texts(chunk(bytes)))
        .isInstanceOf(DamagedEventException.class);
  }

  @Test
  void isNothingWithoutATypeOrBytes() {
    assertThat(new EventValue(0, 0, 4).isNothing()).isTrue();
    assertThat(new EventValue(1, 0, 0).isNothing()).isTrue();
    assertThat(new EventValue(1, 0, 2).isNothing()).isFalse();
  }

  @Test
  void liesWhereItsPlaceIs() throws Exception {
    Chunk chunk =
        chunk("FFFF" + HexFormat.of().formatHex("ab".getBytes(StandardCharsets.UTF_16LE)));

    assertThat(new EventValue(1, 2, 4).texts(chunk)).containsExactly("ab");
    assertThat(new EventValue(0x86, 2, 4).texts(chunk)).containsExactly("97", "98");
  }

  private static List<String> texts(String type, String bytes) throws DamagedEventException {
    return value(type, bytes.length() / 2).texts(chunk(bytes));
  }

  private static EventValue value(String type, int size) {
    return new EventValue(Integer.parseInt(type, 16), 0, size);
  }

  private static Chunk chunk(String bytes) {
    return new Chunk(HexFormat.of().parseHex(bytes), 0);
  }
}
