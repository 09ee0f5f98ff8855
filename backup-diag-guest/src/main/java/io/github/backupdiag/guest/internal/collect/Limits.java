package io.github.backupdiag.guest.internal.collect;

/** How much leaves a guest, in bytes. */
final class Limits {

  /** A file up to this size is copied whole. */
  static final int WHOLE = 1 << 20;

  /** Of a longer log so much from its end, and records of interest before. */
  static final int END = 512 << 10;

  /** All together. */
  static final int OUTPUT = 64 << 20;

  private Limits() {}
}
