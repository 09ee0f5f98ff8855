package io.github.backupdiag.internal.scan;

/** A part of a text. What counts ends with a line, unless the line is longer than a chunk. */
final class Chunk {

  final byte[] bytes;

  /** Place in the order of chunks, from 0. */
  long number;

  /** Where the bytes stand in the whole text. */
  long base;

  /** How many bytes there are. */
  int length;

  /** What counts; what stands before and behind is there for a look at the rest of a line. */
  int from;

  int to;

  /** What counts begins inside of a line. */
  boolean continues;

  /** What counts ends inside of a line. */
  boolean unfinished;

  /** Nothing follows. */
  boolean last;

  Chunk(int size) {
    this.bytes = new byte[size];
  }
}
