package io.github.backupdiag.guest.samples;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Writes catalogues of translated messages as msgfmt(1) does, without the table of hashes. */
public final class CatalogueOfMessages {

  private static final int MAGIC = 0x950412de;
  private static final int HEAD = 28;
  private static final int MOST_BYTES = 4096;

  private CatalogueOfMessages() {}

  /** A few translations by their texts. */
  public static byte[] of(Map<String, String> translations, Charset charset) {
    Map<String, String> sorted = new TreeMap<>(translations);
    sorted.put("", "Content-Type: text/plain; charset=" + charset.name() + "\n");
    ByteBuffer file = ByteBuffer.allocate(MOST_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    int count = sorted.size();
    int end = HEAD + 16 * count;
    for (int number : List.of(MAGIC, 0, count, HEAD, HEAD + 8 * count, 0, end)) {
      file.putInt(number);
    }
    int entry = HEAD;
    for (var texts : List.of(sorted.keySet(), sorted.values())) {
      for (String text : texts) {
        byte[] bytes = text.getBytes(charset);
        file.putInt(entry, bytes.length).putInt(entry + 4, end);
        file.position(end);
        file.put(bytes).put((byte) 0);
        end = file.position();
        entry += 8;
      }
    }
    return Arrays.copyOf(file.array(), end);
  }
}
