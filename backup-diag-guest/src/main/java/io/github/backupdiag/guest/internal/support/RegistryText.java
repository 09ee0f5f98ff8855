package io.github.backupdiag.guest.internal.support;

import io.github.backupdiag.guestaccess.RegistryKey;
import io.github.backupdiag.guestaccess.RegistryValue;
import java.util.Locale;
import java.util.Set;

/**
 * Registry keys as a text for people. Bytes are left out: certificates and keys are among them, and
 * redaction cannot look into them.
 */
final class RegistryText {

  private static final Set<String> READABLE =
      Set.of(
          "REG_SZ",
          "REG_EXPAND_SZ",
          "REG_MULTI_SZ",
          "REG_DWORD",
          "REG_DWORD_BIG_ENDIAN",
          "REG_QWORD");

  private RegistryText() {}

  static void write(String name, RegistryKey key, StringBuilder out) {
    if (name.toLowerCase(Locale.ROOT).contains("\\systemcertificates\\")) {
      out.append('[').append(name.replaceFirst("\\\\[^\\\\]*$", "")).append("\\…] (left out)\n");
      return;
    }
    out.append('[').append(name).append("]\n");
    for (RegistryValue value : key.values()) {
      out.append('"').append(value.name()).append("\" ").append(value.type()).append(": ");
      out.append(data(value).replace("\n", "\n  ")).append('\n');
    }
    key.keys().forEach(below -> write(name + "\\" + below.name(), below, out));
  }

  private static String data(RegistryValue value) {
    return READABLE.contains(value.type())
        ? value.data()
        : "(" + value.data().length() / 2 + " bytes, left out)";
  }
}
