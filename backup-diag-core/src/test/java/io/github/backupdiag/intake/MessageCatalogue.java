package io.github.backupdiag.intake;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The texts of a program in two languages, as the GNU gettext manual (10.3) describes the file. */
record MessageCatalogue(List<String> texts) {

  private static final int BIG_ENDIAN_MAGIC = 0x950412de;

  static MessageCatalogue read(Path file) throws IOException {
    ByteBuffer in = ByteBuffer.wrap(Files.readAllBytes(file));
    if (in.getInt(0) != BIG_ENDIAN_MAGIC) {
      in.order(ByteOrder.LITTLE_ENDIAN);
    }
    List<String> texts = new ArrayList<>();
    int count = in.getInt(8);
    for (int i = 0; i < count; i++) {
      addTexts(in, in.getInt(12) + 8 * i, texts);
      addTexts(in, in.getInt(16) + 8 * i, texts);
    }
    return new MessageCatalogue(texts);
  }

  /** Singular and plural stand in one entry, with a zero between them. */
  private static void addTexts(ByteBuffer in, int entry, List<String> texts) {
    byte[] bytes = new byte[in.getInt(entry)];
    in.get(in.getInt(entry + 4), bytes);
    texts.addAll(List.of(new String(bytes, StandardCharsets.UTF_8).split("\0", -1)));
  }
}
