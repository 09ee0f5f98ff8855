package io.github.backupdiag.internal.intake;

/**
 * A word of Latin letters and digits that may be a code or its number.
 *
 * @param plain as it reads
 * @param first place in the normal form of the text
 * @param start place in the text
 * @param end place in the text
 */
record Word(String plain, int first, int start, int end) {

  boolean isNumber() {
    for (int i = 0; i < plain.length(); i++) {
      if (!Character.isDigit(plain.charAt(i))) {
        return false;
      }
    }
    return true;
  }
}
