package io.github.backupdiag.internal.redact;

/**
 * Secrets known by their form alone: the recovery password of BitLocker (eight groups of six
 * digits) and the tail of a key file's name in {@code MachineKeys}, which is the machine's GUID.
 */
final class KnownForms {

  private static final int GROUPS = 8;
  private static final int DIGITS = 6;
  private static final int[] GUID = {8, 4, 4, 4, 12};

  private KnownForms() {}

  static void scan(PlainText text, Spans found) {
    for (int i = 0; i < text.length(); i++) {
      if (text.at(i) == '-' && isRecoveryPassword(text, i - DIGITS)) {
        found.add(i - DIGITS, i - DIGITS + GROUPS * (DIGITS + 1) - 1, Kind.PASSWORD);
      } else if (text.at(i) == '_' && isHex(text, i - 32, 32) && isGuid(text, i + 1)) {
        found.add(i + 1, i + 37, Kind.KEY);
      }
    }
  }

  private static boolean isRecoveryPassword(PlainText text, int start) {
    int end = start + GROUPS * (DIGITS + 1) - 1;
    if (isPart(text.at(start - 1)) || isPart(text.at(end))) {
      return false;
    }
    for (int i = start; i < end; i++) {
      boolean dash = (i - start) % (DIGITS + 1) == DIGITS;
      if (dash ? text.at(i) != '-' : !Ascii.isDigit(text.at(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isPart(char c) {
    return Ascii.isDigit(c) || c == '-';
  }

  /** Whether a GUID with its four dashes stands here. */
  static boolean isGuid(PlainText text, int start) {
    int i = start;
    for (int length : GUID) {
      boolean dashed = i == start || text.at(i++) == '-';
      if (!dashed || !isHex(text, i, length)) {
        return false;
      }
      i += length;
    }
    return !Ascii.isAlphanumeric(text.at(i));
  }

  private static boolean isHex(PlainText text, int start, int length) {
    for (int i = start; i < start + length; i++) {
      if (Ascii.hex(text.at(i)) < 0) {
        return false;
      }
    }
    return true;
  }
}
