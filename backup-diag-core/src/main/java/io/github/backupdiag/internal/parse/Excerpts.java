package io.github.backupdiag.internal.parse;

/** Lines as evidence shows them. */
final class Excerpts {

  private static final int LONGEST = 500;

  private Excerpts() {}

  static String of(String line) {
    String text = line.strip();
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
  }
}
