package io.github.backupdiag.guest.internal.eventlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What may stand in an element, written by hand as the description of the format says. */
class BinaryXmlTest {

  private final ByteBuffer out = ByteBuffer.allocate(1 << 16).order(ByteOrder.LITTLE_ENDIAN);

  @Test
  void writesTextAsItIsReadInXml() throws Exception {
    open("a");
    text("<1> & '2' \"3\"");
    close();

    assertThat(xml()).isEqualTo("<a>&lt;1&gt; &amp; &apos;2&apos; &quot;3&quot;</a>");
  }

  @Test
  void writesSectionsReferencesAndEntities() throws Exception {
    open("a");
    out.put((byte) 0x07).putShort((short) 3).put(utf16("<c>"));
    out.put((byte) 0x08).putShort((short) 0x41);
    out.put((byte) 0x09);
    name("amp");
    text("end");
    close();

    assertThat(xml()).isEqualTo("<a>&lt;c&gt;&#65;&amp;end</a>");
  }

  @Test
  void passesOverInstructionsForOtherPrograms() throws Exception {
    open("a");
    out.put((byte) 0x0A);
    name("target");
    out.put((byte) 0x0B).putShort((short) 4).put(utf16("data"));
    out.put((byte) 0x0F).put((byte) 1).put((byte) 1).put((byte) 0);
    text("x");
    close();

    assertThat(xml()).isEqualTo("<a>x</a>");
  }

  @Test
  void writesAttributesOfSeveralParts() throws Exception {
    out.put((byte) 0x41).putShort((short) -1).putInt(0);
    name("a");
    out.putInt(0).put((byte) 0x46);
    name("one");
    text("x");
    out.put((byte) 0x48).putShort((short) 0x42);
    out.put((byte) 0x06);
    name("empty");
    out.put((byte) 0x06);
    name("two");
    text("y");
    out.put((byte) 0x03);

    assertThat(xml()).isEqualTo("<a one='x&#66;' two='y'/>");
  }

  @Test
  void goesOnBehindAnElement() throws Exception {
    open("a");
    open("b");
    close();
    open("c");
    text("1");
    close();
    close();

    assertThat(xml()).isEqualTo("<a><b></b><c>1</c></a>");
  }

  @Test
  void fillsTheGapsOfATemplate() throws Exception {
    template(
        () -> {
          out.put((byte) 0x41).putShort((short) -1).putInt(0);
          name("a");
          out.putInt(0).put((byte) 0x06);
          name("list");
          gap(1);
          out.put((byte) 0x02);
          gap(0);
          gap(2);
          gap(3);
          text("!");
          close();
        });
    values(new int[] {1, 0x81, 0}, "x", "1\0" + "2\0", "");
    text("behind");

    assertThat(xml()).isEqualTo("<a list='1 2'>x!</a>behind");
  }

  @Test
  void repeatsTheElementAroundAList() throws Exception {
    template(
        () -> {
          open("a");
          gap(0);
          close();
        });
    values(new int[] {0x81}, "1\0" + "2\0" + "3\0");

    assertThat(xml()).isEqualTo("<a>1</a><a>2</a><a>3</a>");
  }

  @ParameterizedTest
  @CsvSource({"1024, true", "1025, false", "-1, false"})
  void takesOnlySoManyValues(int count, boolean read) throws Exception {
    template(() -> text("x"));
    out.putInt(count).position(out.position() + 4 * Math.max(0, count));

    if (read) {
      assertThat(xml()).isEqualTo("x");
    } else {
      assertThatThrownBy(this::xml).isInstanceOf(DamagedEventException.class);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 65_537, Integer.MIN_VALUE})
  void isDamagedByATemplateLongerThanItsChunk(int size) {
    template(() -> text("x"));
    out.putInt(10 + 20, size).putInt(0);

    assertThatThrownBy(this::xml).isInstanceOf(DamagedEventException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"x_y", "x-y", "x.y", "x:y", "x9", "\u00e4"})
  void takesNamesOfXml(String name) throws Exception {
    open(name);
    close();

    assertThat(xml()).isEqualTo("<" + name + "></" + name + ">");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x y", "x<y", "a'b", "\"", "x\u0000"})
  void takesNoOtherNames(String name) {
    open(name);
    close();

    assertThatThrownBy(this::xml).isInstanceOf(DamagedEventException.class);
  }

  @ParameterizedTest
  @CsvSource({"0x20", "0x06", "0x10"})
  void isDamagedByWhatCannotBe(String token) {
    open("a");
    out.put((byte) (int) Integer.decode(token)).putInt(0);
    close();

    assertThatThrownBy(this::xml).isInstanceOf(DamagedEventException.class);
  }

  @Test
  void isDamagedWhereAnElementDoesNotBegin() {
    out.put((byte) 0x01).putShort((short) -1).putInt(0);
    name("a");
    out.put((byte) 0x05);

    assertThatThrownBy(this::xml).isInstanceOf(DamagedEventException.class);
  }

  @ParameterizedTest
  @CsvSource({"24, true", "25, false"})
  void readsOnlySoDeep(int depth, boolean read) throws Exception {
    for (int i = 0; i < depth; i++) {
      open("a");
    }
    for (int i = 0; i < depth; i++) {
      close();
    }

    if (read) {
      assertThat(xml()).hasSize(7 * depth);
    } else {
      assertThatThrownBy(this::xml).isInstanceOf(DamagedEventException.class);
    }
  }

  @Test
  void readsOnlySoManyParts() throws Exception {
    references(19_999);
    assertThat(xml()).isEqualTo("<a>&#1;</a>");
    out.clear();

    references(20_000);
    assertThatThrownBy(this::xml).isInstanceOf(DamagedEventException.class);
  }

  @Test
  void writesOnlySoMuch() throws Exception {
    open("a");
    for (int i = 0; i < 4; i++) {
      text("<".repeat(7_000));
    }
    close();

    assertThatThrownBy(this::xml).isInstanceOf(DamagedEventException.class);
  }

  /** Instructions that say nothing, and one reference. */
  private void references(int number) {
    open("a");
    for (int i = 0; i < number - 1; i++) {
      out.put((byte) 0x0B).putShort((short) 0);
    }
    out.put((byte) 0x08).putShort((short) 1);
    close();
  }

  private void template(Runnable body) {
    out.put((byte) 0x0C).put((byte) 1).putInt(7).putInt(out.position() + 4);
    int definition = out.position();
    out.position(definition + 24);
    body.run();
    out.put((byte) 0).putInt(definition + 20, out.position() - definition - 24);
  }

  private void values(int[] types, String... texts) {
    out.putInt(types.length);
    for (int i = 0; i < types.length; i++) {
      out.putShort((short) (texts[i].length() * 2)).put((byte) types[i]).put((byte) 0);
    }
    for (String text : texts) {
      out.put(utf16(text));
    }
  }

  private void gap(int index) {
    out.put((byte) 0x0E).putShort((short) index).put((byte) 1);
  }

  private String xml() throws DamagedEventException {
    return new BinaryXml(new Chunk(out.array(), 0)).text(0, out.position());
  }

  private void open(String name) {
    out.put((byte) 0x01).putShort((short) -1).putInt(0);
    name(name);
    out.put((byte) 0x02);
  }

  private void close() {
    out.put((byte) 0x04);
  }

  private void text(String text) {
    out.put((byte) 0x05).put((byte) 1).putShort((short) text.length()).put(utf16(text));
  }

  private void name(String name) {
    out.putInt(out.position() + 4).putInt(0).putShort((short) 0).putShort((short) name.length());
    out.put(utf16(name + "\0"));
  }

  private static byte[] utf16(String text) {
    return text.getBytes(StandardCharsets.UTF_16LE);
  }
}
