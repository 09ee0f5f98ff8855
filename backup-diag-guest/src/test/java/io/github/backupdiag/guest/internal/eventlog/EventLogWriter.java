package io.github.backupdiag.guest.internal.eventlog;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes event logs after the description of the format, not after the reader: names and templates
 * stand where they are used first, the data of an event is a template of its own inside a value.
 */
public final class EventLogWriter {

  private static final Instant BEGIN = Instant.parse("1601-01-01T00:00:00Z");
  private static final int CHUNK = 1 << 16;
  private static final int STRING = 0x01;
  private static final int NUMBER = 0x06;
  private static final int TIME = 0x11;
  private static final int XML = 0x21;
  private static final int STRINGS = 0x81;

  private final ByteBuffer out = ByteBuffer.allocate(CHUNK).order(ByteOrder.LITTLE_ENDIAN);
  private final Map<String, Integer> names = new HashMap<>();
  private final Map<String, Integer> templates = new HashMap<>();

  /** An entry. */
  public record Entry(String channel, String provider, int id, Instant time, List<String> data) {}

  private EventLogWriter() {}

  /** Writes a log with some entries in each chunk, the chunks in their order. */
  @SafeVarargs
  public static byte[] write(List<Entry>... chunks) {
    ByteBuffer file =
        ByteBuffer.allocate(4096 + chunks.length * CHUNK).order(ByteOrder.LITTLE_ENDIAN);
    file.put("ElfFile\0".getBytes(StandardCharsets.US_ASCII));
    file.putInt(32, 128).putShort(36, (short) 1).putShort(38, (short) 3);
    file.putShort(40, (short) 4096).putShort(42, (short) chunks.length).position(4096);
    long number = 1;
    for (List<Entry> chunk : chunks) {
      file.put(new EventLogWriter().chunk(number, chunk));
      number += chunk.size();
    }
    return file.array();
  }

  /** Exchanges two chunks, as in a ring that has begun again. */
  public static byte[] turned(byte[] file) {
    ByteBuffer turned = ByteBuffer.wrap(file.clone());
    turned.position(4096);
    turned.put(file, 4096 + CHUNK, CHUNK).put(file, 4096, CHUNK);
    return turned.array();
  }

  private byte[] chunk(long first, List<Entry> entries) {
    out.put("ElfChnk\0".getBytes(StandardCharsets.US_ASCII)).putLong(first);
    out.putLong(16, first + entries.size() - 1).putInt(40, 128).position(512);
    long number = first;
    for (Entry entry : entries) {
      int at = out.position();
      out.putInt(0x2A2A).putInt(0).putLong(number++).putLong(ticks(entry.time()));
      fragment();
      instance("event", entry);
      out.put((byte) 0);
      int size = out.position() + 4 - at;
      out.putInt(size).putInt(at + 4, size).putInt(44, at).putInt(48, out.position());
    }
    return out.array();
  }

  private static long ticks(Instant time) {
    return Duration.between(BEGIN, time).getSeconds() * 10_000_000 + time.getNano() / 100;
  }

  private void fragment() {
    out.put((byte) 0x0F).put((byte) 1).put((byte) 1).put((byte) 0);
  }

  /** A template, where it is used first, and the values for its gaps. */
  private void instance(String template, Entry entry) {
    out.put((byte) 0x0C).put((byte) 1).putInt(template.hashCode());
    Integer known = templates.get(template);
    int here = out.position() + 4;
    out.putInt(known == null ? here : known);
    if (known == null) {
      templates.put(template, here);
      out.putInt(0).putLong(1).putLong(2).putInt(0);
      int body = out.position();
      fragment();
      if (template.equals("event")) {
        event();
      } else {
        eventData();
      }
      out.put((byte) 0).putInt(body - 4, out.position() - body);
    }
    if (template.equals("event")) {
      eventValues(entry);
    } else {
      dataValues(entry);
    }
  }

  private void event() {
    int event = open("Event", true);
    attribute("xmlns", "http://schemas.microsoft.com/win/2004/08/events/event");
    begin(event);
    begin(open("System", false));
    int provider = open("Provider", true);
    gap("Name", 0, STRING);
    empty(provider);
    int id = open("EventID", true);
    gap("Qualifiers", 4, NUMBER);
    begin(id);
    gap(1, NUMBER);
    end();
    int time = open("TimeCreated", true);
    gap("SystemTime", 2, TIME);
    empty(time);
    begin(open("Channel", false));
    gap(3, STRING);
    end();
    end();
    gap(5, XML);
    end();
  }

  private void eventData() {
    begin(open("EventData", false));
    begin(open("Data", false));
    gap(0, STRINGS);
    end();
    begin(open("Binary", false));
    gap(1, 0x0E);
    end();
    end();
  }

  private void eventValues(Entry entry) {
    int sizes = descriptors(STRING, NUMBER, TIME, STRING, 0, XML);
    value(sizes, 0, entry.provider());
    patch(sizes, 1, () -> out.putShort((short) entry.id()));
    patch(sizes, 2, () -> out.putLong(ticks(entry.time())));
    value(sizes, 3, entry.channel());
    patch(
        sizes,
        5,
        () -> {
          fragment();
          instance("data", entry);
          out.put((byte) 0);
        });
  }

  private void dataValues(Entry entry) {
    int sizes = descriptors(STRINGS, 0x0E);
    value(sizes, 0, String.join("\0", entry.data()) + "\0");
    patch(sizes, 1, () -> out.putInt(0x01020304));
  }

  private int descriptors(int... types) {
    out.putInt(types.length);
    int at = out.position();
    for (int type : types) {
      out.putShort((short) 0).put((byte) type).put((byte) 0);
    }
    return at;
  }

  private void value(int sizes, int index, String text) {
    patch(sizes, index, () -> out.put(text.getBytes(StandardCharsets.UTF_16LE)));
  }

  private void patch(int sizes, int index, Runnable written) {
    int at = out.position();
    written.run();
    out.putShort(sizes + index * 4, (short) (out.position() - at));
  }

  private int open(String name, boolean attributes) {
    out.put((byte) (attributes ? 0x41 : 0x01)).putShort((short) -1).putInt(0);
    name(name);
    int at = out.position();
    if (attributes) {
      out.putInt(0);
    }
    return attributes ? at : -1;
  }

  private void begin(int attributes) {
    close(attributes, 0x02);
  }

  private void empty(int attributes) {
    close(attributes, 0x03);
  }

  private void close(int attributes, int token) {
    if (attributes >= 0) {
      out.putInt(attributes, out.position() - attributes - 4);
    }
    out.put((byte) token);
  }

  private void end() {
    out.put((byte) 0x04);
  }

  private void attribute(String name, String text) {
    out.put((byte) 0x06);
    name(name);
    out.put((byte) 0x05).put((byte) STRING).putShort((short) text.length());
    out.put(text.getBytes(StandardCharsets.UTF_16LE));
  }

  private void gap(String name, int index, int type) {
    out.put((byte) 0x06);
    name(name);
    gap(index, type);
  }

  private void gap(int index, int type) {
    out.put((byte) 0x0E).putShort((short) index).put((byte) type);
  }

  private void name(String name) {
    Integer known = names.get(name);
    int here = out.position() + 4;
    out.putInt(known == null ? here : known);
    if (known == null) {
      names.put(name, here);
      out.putInt(0).putShort((short) 0).putShort((short) name.length());
      out.put((name + "\0").getBytes(StandardCharsets.UTF_16LE));
    }
  }
}
