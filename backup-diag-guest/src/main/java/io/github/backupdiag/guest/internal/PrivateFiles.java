package io.github.backupdiag.guest.internal;

import io.github.backupdiag.guestaccess.Question;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Files that hold private keys or passwords. No connection opens them, whoever asks; that they are
 * there, and what a directory says of them, may be seen.
 *
 * <p>The agent for Linux keeps {@code *.prv}, {@code Certificates.p7m}, {@code Certificates.pem}
 * and {@code TransportPrivate.pem}, and {@code ovf-env.xml} holds the password of the administrator
 * until provisioning takes it out; Windows keeps keys below {@code Microsoft\Crypto}.
 */
public final class PrivateFiles {

  private static final Pattern NAME =
      Pattern.compile(
          ".*\\.(prv|p7m|pfx|p12|ppk|jks|key)"
              + "|(?=.*(private|certificates|key)).*\\.pem"
              + "|ovf-env\\.xml.*"
              + "|id_(rsa|dsa|ecdsa|ed25519)"
              + "|ssh_host_[a-z0-9]+_key"
              + "|g?shadow-?");

  private static final Pattern FOLDER =
      Pattern.compile(
          ".*/microsoft/(crypto/(rsa|dss|keys|systemkeys)|protect)/.*"
              + "|.*/etc/ssl/private/.*"
              + "|.*/windows/system32/config/(regback/)?(sam|security)(\\.log[12]?)?");

  private static final Pattern KEY =
      Pattern.compile("(hklm|hkey_local_machine)\\\\(sam|security)(\\\\.*)?");

  /** They tell of a file without opening it. */
  private static final List<String> LOOKING_ONLY =
      List.of("icacls", "icacls.exe", "ls", "stat", "fsutil", "fsutil.exe");

  private static final Pattern BETWEEN_WORDS = Pattern.compile("[\\s\"'=<>|;&(),]+");

  private PrivateFiles() {}

  /**
   * Tells whether a file is never read.
   *
   * @param path with slashes of either kind, in any case
   * @return true for one that may hold a private key or a password
   */
  public static boolean isOne(String path) {
    String folded = path.replace('\\', '/').toLowerCase(Locale.ROOT);
    String name = folded.substring(folded.lastIndexOf('/') + 1);
    return NAME.matcher(name).matches() || FOLDER.matcher("/" + folded).matches();
  }

  /**
   * Tells whether a key of the registry is never read.
   *
   * @param key in any case
   * @return true for what holds passwords
   */
  public static boolean isKey(String key) {
    return KEY.matcher(key.toLowerCase(Locale.ROOT)).matches();
  }

  /**
   * Tells whether a command could read such a file.
   *
   * @param command program and arguments
   * @return true if a word of it names one
   */
  public static boolean isReadBy(Question.Command command) {
    List<String> argv = command.argv();
    if (argv.isEmpty() || LOOKING_ONLY.contains(argv.get(0).toLowerCase(Locale.ROOT))) {
      return false;
    }
    return argv.stream()
        .flatMap(BETWEEN_WORDS::splitAsStream)
        .anyMatch(word -> isOne(word) || isKey(word));
  }

  /**
   * Says why such a file was not read.
   *
   * @param what the file, key or command
   * @return technical detail of an answer
   */
  public static String refusal(String what) {
    return "private keys and passwords are never read: " + what;
  }
}
