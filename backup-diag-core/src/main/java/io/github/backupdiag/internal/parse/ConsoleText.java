package io.github.backupdiag.internal.parse;

import io.github.backupdiag.guestaccess.RegistryKey;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What a program of Windows writes into a pipe: text with a byte order mark, else UTF-8 if all of
 * it is that, else the code page of the console. That page is the value {@code OEMCP} of {@code
 * HKLM\SYSTEM\CurrentControlSet\Control\Nls\CodePage}; {@code chcp} would say it in a sentence of
 * the display language.
 */
public final class ConsoleText {

  private ConsoleText() {}

  /**
   * Tells whether any code page gives the same text.
   *
   * @param bytes what was written
   * @return true if all of it is ASCII without zeros
   */
  public static boolean isPlain(byte[] bytes) {
    for (byte b : bytes) {
      if (b <= 0) {
        return false;
      }
    }
    return true;
  }

  /**
   * Decodes a text.
   *
   * @param bytes what was written
   * @param console the code page of the console, for text that is nothing else
   * @return the text without its byte order mark
   */
  public static String decode(byte[] bytes, Charset console) {
    if (startsWith(bytes, 0xFF, 0xFE)) {
      return new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16LE);
    }
    if (startsWith(bytes, 0xFE, 0xFF)) {
      return new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16BE);
    }
    if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
      return new String(bytes, 3, bytes.length - 3, StandardCharsets.UTF_8);
    }
    if (isWide(bytes)) {
      return new String(bytes, StandardCharsets.UTF_16LE);
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return new String(bytes, console);
    }
  }

  /**
   * Gives the code page of the console.
   *
   * @param codePages the key {@code Control\Nls\CodePage}
   * @return the page of {@code OEMCP}; UTF-8 if the key does not name one that is known here
   */
  public static Charset charset(RegistryKey codePages) {
    String page = codePages.text("OEMCP").orElse("").strip();
    if (page.matches("[1-9]\\d{2,4}")) {
      for (String name : List.of("ms" + page, "cp" + page, "x-IBM" + page, "windows-" + page)) {
        if (Charset.isSupported(name)) {
          return Charset.forName(name);
        }
      }
    }
    return StandardCharsets.UTF_8;
  }

  /**
   * Some programs write UTF-16 without a mark ({@code wevtutil /uni}): every other byte is zero.
   */
  private static boolean isWide(byte[] bytes) {
    int zeros = 0;
    int looked = Math.min(bytes.length, 400) & ~1;
    for (int i = 1; i < looked; i += 2) {
      zeros += bytes[i] == 0 && bytes[i - 1] != 0 ? 1 : 0;
    }
    return looked >= 4 && zeros * 4 > looked;
  }

  private static boolean startsWith(byte[] bytes, int... mark) {
    for (int i = 0; i < mark.length; i++) {
      if (i >= bytes.length || (bytes[i] & 0xFF) != mark[i]) {
        return false;
      }
    }
    return true;
  }
}
