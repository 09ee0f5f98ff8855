package io.github.backupdiag.guest.internal.support;

import io.github.backupdiag.guest.internal.PrivateFiles;
import java.util.List;
import java.util.Locale;

/** Files that hold keys, certificates or passwords: neither they nor their names are taken. */
final class Sealed {

  private static final List<String> ENDINGS =
      List.of(
          ".prv", ".pem", ".key", ".p7m", ".p7b", ".p12", ".pfx", ".crt", ".cer", ".der", ".jks",
          ".keytab", ".kdbx", ".ppk");

  private static final List<String> FOLDERS =
      List.of("/machinekeys/", "/ssl/private/", "/.ssh/", "/crypto/keys/", "/protect/");

  private static final List<String> NAMES =
      List.of("shadow", "gshadow", "ovf-env.xml", "sam", "security", "certificates.xml");

  private Sealed() {}

  static boolean holds(String path) {
    String plain = path.replace('\\', '/').toLowerCase(Locale.ROOT);
    String name = plain.substring(plain.lastIndexOf('/') + 1);
    return PrivateFiles.isOne(path)
        || ENDINGS.stream().anyMatch(name::endsWith)
        || FOLDERS.stream().anyMatch(plain::contains)
        || NAMES.contains(name)
        || (name.startsWith("ssh_host_") && name.contains("key"))
        || name.startsWith("id_rsa")
        || name.startsWith("id_ed25519");
  }
}
