package io.github.backupdiag.guest.internal.archive;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A header block of a tar archive (POSIX.1-2001, pax, "ustar Interchange Format"). */
final class TarHeader {

  static final int BLOCK = 512;

  private static final int SUM = 148;
  private static final int SUM_LENGTH = 8;

  private final byte[] block;

  TarHeader(byte[] block) {
    this.block = block;
  }

  static boolean isEnd(byte[] block) {
    for (byte each : block) {
      if (each != 0) {
        return false;
      }
    }
    return true;
  }

  /** Whether the sum of its bytes is right; some programs added them with their signs. */
  boolean isSound() {
    long stated = octal(SUM, SUM_LENGTH);
    long plain = 0;
    long signed = 0;
    for (int i = 0; i < BLOCK; i++) {
      byte each = i >= SUM && i < SUM + SUM_LENGTH ? (byte) ' ' : block[i];
      plain += each & 0xFF;
      signed += each;
    }
    return stated == plain || stated == signed;
  }

  char type() {
    return (char) (block[156] & 0xFF);
  }

  String name() {
    String name = text(block, 0, 100);
    boolean posix = text(block, 257, 6).equals("ustar");
    String prefix = posix ? text(block, 345, 155) : "";
    return prefix.isEmpty() ? name : prefix + "/" + name;
  }

  String target() {
    return text(block, 157, 100);
  }

  /** Negative if it is none. */
  long size() {
    return number(124, 12);
  }

  private long number(int from, int length) {
    if ((block[from] & 0x80) == 0) {
      return octal(from, length);
    }
    long number = block[from] & 0x7F;
    for (int i = from + 1; i < from + length; i++) {
      if (number > Long.MAX_VALUE >> 8) {
        return -1;
      }
      number = number << 8 | (block[i] & 0xFF);
    }
    return number;
  }

  private long octal(int from, int length) {
    String text = text(block, from, length).trim();
    if (text.isEmpty()) {
      return 0;
    }
    long number = 0;
    for (int i = 0; i < text.length(); i++) {
      char digit = text.charAt(i);
      if (digit < '0' || digit > '7') {
        return -1;
      }
      number = number << 3 | (digit - '0');
    }
    return number;
  }

  static String text(byte[] bytes, int from, int length) {
    int end = from;
    while (end < from + length && bytes[end] != 0) {
      end++;
    }
    return ZipFields.name(Arrays.copyOfRange(bytes, from, end));
  }

  static long decimal(String text, long otherwise) {
    boolean number =
        !text.isEmpty() && text.length() < 19 && text.chars().allMatch(TarHeader::isDigit);
    return number ? Long.parseLong(text) : otherwise;
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }

  static boolean isOne(byte[] head) {
    return head.length >= BLOCK
        && !isEnd(Arrays.copyOf(head, BLOCK))
        && new TarHeader(Arrays.copyOf(head, BLOCK)).isSound()
        && (new String(head, 257, 5, StandardCharsets.US_ASCII).equals("ustar") || head[0] != 0);
  }
}
