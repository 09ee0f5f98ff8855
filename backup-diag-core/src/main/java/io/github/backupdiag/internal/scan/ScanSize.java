package io.github.backupdiag.internal.scan;

/**
 * Sizes of a scan; hits do not depend on that of a chunk.
 *
 * @param chunk bytes that are looked through at once
 * @param longest the longest line an expression sees as a whole, and how far the head of a record
 *     may stand above its lines, in bytes
 */
record ScanSize(int chunk, int longest) {

  /** Small enough for the cache of a core. */
  static final ScanSize USUAL = new ScanSize(256 << 10, LineMatcher.LONGEST);

  /** A chunk must hold a line that is seen as a whole, and what stands round a literal. */
  ScanSize {
    if (longest < 2 || chunk < 4 * longest) {
      throw new IllegalArgumentException("a chunk of " + chunk + " for lines of " + longest);
    }
  }
}
