package io.github.backupdiag.guest.internal.support;

/**
 * Something of the guest that is not in a bundle.
 *
 * @param path file, folder, wildcard, command or key, redacted
 * @param reason why not, in English
 */
record LeftOut(String path, String reason) implements Comparable<LeftOut> {

  @Override
  public int compareTo(LeftOut other) {
    int byPath = path.compareTo(other.path);
    return byPath != 0 ? byPath : reason.compareTo(other.reason);
  }
}
