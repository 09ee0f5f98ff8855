package io.github.backupdiag.internal.redact;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Random;

/** Invented secrets of the right form; nothing here opens anything. */
final class Fakes {

  private static final String DASHES = "-".repeat(5);

  private Fakes() {}

  /** Base64 of 32 bytes, as a SAS signature is. */
  static String signature(long seed) {
    return base64(seed, 32);
  }

  /** Base64 of 64 bytes, as a storage key is. */
  static String storageKey(long seed) {
    return base64(seed, 64);
  }

  static String password(long seed) {
    return "Ca" + letters(seed, 18) + "9";
  }

  static String webToken(long seed) {
    Base64.Encoder url = Base64.getUrlEncoder().withoutPadding();
    String header =
        url.encodeToString("{\"alg\":\"none\",\"typ\":\"JWT\"}".getBytes(StandardCharsets.UTF_8));
    String body = url.encodeToString(bytes(seed, 60));
    return header + "." + body + "." + url.encodeToString(bytes(seed + 1, 32));
  }

  static String pem(long seed, String label) {
    String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes(seed, 200));
    return DASHES + "BEGIN " + label + DASHES + "\n" + body + "\n" + DASHES + "END " + label
        + DASHES;
  }

  /** Base64 as of a certificate or a signed document. */
  static String der(long seed) {
    return "MIIC" + base64(seed, 300);
  }

  /** What PowerShell takes as {@code -EncodedCommand}. */
  static String encodedCommand(String password) {
    String command = "Connect-Thing -User me -Password '" + password + "' -Force";
    return Base64.getEncoder().encodeToString(command.getBytes(StandardCharsets.UTF_16LE));
  }

  static String encodedText(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  static String letters(long seed, int count) {
    return new Random(seed)
        .ints(count, 0, 52)
        .mapToObj(i -> String.valueOf((char) (i < 26 ? 'A' + i : 'a' + i - 26)))
        .reduce("", String::concat);
  }

  private static String base64(long seed, int size) {
    return Base64.getEncoder().encodeToString(bytes(seed, size));
  }

  private static byte[] bytes(long seed, int size) {
    byte[] bytes = new byte[size];
    new Random(seed).nextBytes(bytes);
    return bytes;
  }
}
