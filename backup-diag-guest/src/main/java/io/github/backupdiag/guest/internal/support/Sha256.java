package io.github.backupdiag.guest.internal.support;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Sums that tell whether something was changed. */
final class Sha256 {

  private Sha256() {}

  static MessageDigest start() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  static String of(byte[] bytes) {
    return hex(start().digest(bytes));
  }

  /** The first digits of the sum. */
  static String of(byte[] bytes, int digits) {
    return of(bytes).substring(0, digits);
  }

  static String hex(byte[] sum) {
    return HexFormat.of().formatHex(sum);
  }
}
