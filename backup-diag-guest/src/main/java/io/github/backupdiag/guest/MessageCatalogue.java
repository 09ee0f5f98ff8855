package io.github.backupdiag.guest;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A catalogue of translated messages as gettext keeps it: two tables of lengths and offsets, one of
 * texts and one of translations (gettext manual, "The Format of GNU MO Files"). What does not fit
 * into the file is left out.
 */
final class MessageCatalogue {

  private static final int MAGIC = 0x950412de;
  private static final int HEAD = 28;
  private static final Pattern CHARSET = Pattern.compile("charset=([A-Za-z0-9_.:-]{1,40})");

  private final byte[] bytes;
  private final ByteBuffer file;

  private MessageCatalogue(byte[] bytes, ByteBuffer file) {
    this.bytes = bytes;
    this.file = file;
  }

  /** The translations by their texts; empty for anything that is no catalogue. */
  static Map<String, String> parse(byte[] bytes) {
    if (bytes.length < HEAD) {
      return Map.of();
    }
    ByteBuffer file = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    if (file.getInt(0) != MAGIC) {
      file.order(ByteOrder.BIG_ENDIAN);
    }
    return file.getInt(0) == MAGIC ? new MessageCatalogue(bytes, file).translations() : Map.of();
  }

  private Map<String, String> translations() {
    Map<String, String> translations = new LinkedHashMap<>();
    int texts = file.getInt(12);
    int words = file.getInt(16);
    long most = Math.min(file.getInt(8) & 0xffffffffL, file.capacity() / 8);
    Charset charset = StandardCharsets.UTF_8;
    for (int i = 0; i < most; i++) {
      String text = text(texts + 8L * i, StandardCharsets.UTF_8);
      String translation = text(words + 8L * i, charset);
      if (text.isEmpty()) {
        charset = charset(translation);
      }
      translations.putIfAbsent(text, translation);
    }
    return translations;
  }

  /** Empty where the entry points out of the file. */
  private String text(long entry, Charset charset) {
    if (entry < 0 || entry + 8 > file.capacity()) {
      return "";
    }
    long length = file.getInt((int) entry);
    long offset = file.getInt((int) entry + 4);
    return length < 0 || offset < 0 || offset + length > file.capacity()
        ? ""
        : new String(bytes, (int) offset, (int) length, charset);
  }

  /** The text without letters stands first; its translation is the head of the catalogue. */
  private static Charset charset(String head) {
    Matcher charset = CHARSET.matcher(head);
    try {
      return charset.find() ? Charset.forName(charset.group(1)) : StandardCharsets.UTF_8;
    } catch (IllegalArgumentException e) {
      return StandardCharsets.UTF_8;
    }
  }
}
