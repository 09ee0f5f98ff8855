package io.github.backupdiag.guest.internal.registry;

/** The checksum Marvin32, by which the entries of a hive's logs are told from what lies behind. */
final class Marvin {

  /** Of the logs of hives: the bytes 82 EF 4D 88 7A 4E 55 C5. */
  static final long OF_LOGS = 0xC5554E7A884DEF82L;

  private int low;
  private int high;

  private Marvin(long seed) {
    this.low = (int) seed;
    this.high = (int) (seed >>> Integer.SIZE);
  }

  static long hash(long seed, byte[] bytes, int from, int length) {
    Marvin state = new Marvin(seed);
    int end = from + length;
    int at = from;
    while (end - at >= Integer.BYTES) {
      state.take(word(bytes, at, Integer.BYTES));
      at += Integer.BYTES;
    }
    int rest = end - at;
    state.take(word(bytes, at, rest) | 0x80 << (rest * Byte.SIZE));
    state.take(0);
    return (state.low & 0xFFFFFFFFL) | ((long) state.high << Integer.SIZE);
  }

  private static int word(byte[] bytes, int at, int length) {
    int word = 0;
    for (int i = 0; i < length; i++) {
      word |= (bytes[at + i] & 0xFF) << (i * Byte.SIZE);
    }
    return word;
  }

  private void take(int word) {
    low += word;
    high ^= low;
    low = Integer.rotateLeft(low, 20) + high;
    high = Integer.rotateLeft(high, 9) ^ low;
    low = Integer.rotateLeft(low, 27) + high;
    high = Integer.rotateLeft(high, 19);
  }
}
