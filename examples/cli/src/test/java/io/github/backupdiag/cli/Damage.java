package io.github.backupdiag.cli;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;

/** Bytes in place of a file: of no sense, or of the real file damaged. */
final class Damage {

  private static final byte[] BAD_UTF8 = {(byte) 0xC3, (byte) 0x28, (byte) 0xFF, (byte) 0xE2};

  private final Random random;

  Damage(long seed) {
    this.random = new Random(seed);
  }

  byte[] to(byte[] real) {
    return switch (random.nextInt(9)) {
      case 0 -> new byte[0];
      case 1 -> noise(random.nextInt(4000));
      case 2 -> letters(random.nextInt(4000));
      case 3 -> Arrays.copyOf(real, random.nextInt(real.length + 1));
      case 4 -> Arrays.copyOfRange(real, random.nextInt(real.length + 1), real.length);
      case 5 -> flipped(real);
      case 6 -> filled(real, "x".repeat(1 << (6 + random.nextInt(9))));
      case 7 -> filled(real, "\0".repeat(1 + random.nextInt(600)));
      default -> inserted(real, BAD_UTF8);
    };
  }

  private byte[] noise(int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }

  /** Looks more like a file: printable, with ends of lines. */
  private byte[] letters(int length) {
    byte[] bytes = new byte[length];
    for (int i = 0; i < length; i++) {
      bytes[i] = (byte) (random.nextInt(30) == 0 ? '\n' : ' ' + random.nextInt(95));
    }
    return bytes;
  }

  private byte[] flipped(byte[] real) {
    byte[] bytes = real.clone();
    for (int i = 1 + random.nextInt(8); i > 0 && bytes.length > 0; i--) {
      bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
    }
    return bytes;
  }

  private byte[] filled(byte[] real, String filling) {
    return inserted(real, filling.getBytes(StandardCharsets.US_ASCII));
  }

  private byte[] inserted(byte[] real, byte[] bytes) {
    int at = random.nextInt(real.length + 1);
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.write(real, 0, at);
    all.writeBytes(bytes);
    all.write(real, at, real.length - at);
    return all.toByteArray();
  }
}
