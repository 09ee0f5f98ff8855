package io.github.backupdiag.guest;

/** Bytes of a file: whole, from its beginning or its end, or numbered lines of it. */
final class CollectedPart {

  private final String path;
  private final char kind;
  private final long limit;
  private final long size;
  private final byte[] bytes;

  /**
   * Makes a part.
   *
   * @param kind {@code f} from the beginning, {@code t} the end, {@code g} numbered lines of the
   *     end
   * @param limit how many bytes were looked at
   * @param size size of the file; below 0 if the record does not say
   */
  CollectedPart(String path, char kind, long limit, long size, byte[] bytes) {
    this.path = path;
    this.kind = kind;
    this.limit = limit;
    this.size = size;
    this.bytes = bytes;
  }

  String path() {
    return path;
  }

  char kind() {
    return kind;
  }

  long limit() {
    return limit;
  }

  long size() {
    return size;
  }

  byte[] bytes() {
    return bytes;
  }

  /** Where in the file these bytes begin. */
  long start() {
    return kind == 'f' ? 0 : Math.max(0, size - limit);
  }
}
