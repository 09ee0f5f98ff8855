package io.github.backupdiag.guest.internal.support;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Bytes of a guest as a text that can be redacted.
 *
 * @param text the characters
 * @param charset in which it is written down again: UTF-8, or one byte for each character where the
 *     bytes are in some other charset, so that they stay what they are
 */
record TextBytes(String text, Charset charset) {

  /** Part of the bytes that is looked at to tell UTF-16 without a mark. */
  private static final int SAMPLE = 4096;

  /** Reads bytes; null if they are no text. */
  static @Nullable TextBytes of(byte[] bytes) {
    Charset wide = wide(bytes);
    if (wide != null) {
      String text = new String(bytes, wide);
      boolean marked = !text.isEmpty() && text.charAt(0) == '\uFEFF';
      return new TextBytes(marked ? text.substring(1) : text, StandardCharsets.UTF_8);
    }
    for (byte b : bytes) {
      if (b == 0) {
        return null;
      }
    }
    try {
      return new TextBytes(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString(),
          StandardCharsets.UTF_8);
    } catch (CharacterCodingException e) {
      return new TextBytes(
          new String(bytes, StandardCharsets.ISO_8859_1), StandardCharsets.ISO_8859_1);
    }
  }

  private static @Nullable Charset wide(byte[] bytes) {
    int first = bytes.length > 1 ? ((bytes[0] & 0xFF) << 8) | (bytes[1] & 0xFF) : 0;
    if (first == 0xFFFE) {
      return StandardCharsets.UTF_16LE;
    }
    if (first == 0xFEFF) {
      return StandardCharsets.UTF_16BE;
    }
    int[] zeros = new int[2];
    int sample = Math.min(bytes.length, SAMPLE) & ~1;
    for (int i = 0; i < sample; i++) {
      zeros[i & 1] += bytes[i] == 0 ? 1 : 0;
    }
    int most = sample / 2;
    if (isMostlyZero(zeros[1], most) && !isSomewhatZero(zeros[0], most)) {
      return StandardCharsets.UTF_16LE;
    }
    return isMostlyZero(zeros[0], most) && !isSomewhatZero(zeros[1], most)
        ? StandardCharsets.UTF_16BE
        : null;
  }

  private static boolean isMostlyZero(int zeros, int of) {
    return of > 0 && zeros * 10 > of * 4;
  }

  private static boolean isSomewhatZero(int zeros, int of) {
    return zeros * 10 > of;
  }
}
