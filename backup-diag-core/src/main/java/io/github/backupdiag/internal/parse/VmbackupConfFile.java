package io.github.backupdiag.internal.parse;

import io.github.backupdiag.fact.guest.VmbackupConf;

/** Reads {@code /etc/azure/vmbackup.conf}. */
public final class VmbackupConfFile {

  /** Where it is. */
  public static final String PATH = "/etc/azure/vmbackup.conf";

  private VmbackupConfFile() {}

  /**
   * Reads the file.
   *
   * @param path where it was found
   * @param bytes what it holds
   * @return its settings and whether it is plain ASCII
   */
  public static VmbackupConf parse(String path, byte[] bytes) {
    String text = new String(bytes, java.nio.charset.StandardCharsets.UTF_8);
    return new VmbackupConf(
        path, oddLine(bytes), ConfigSection.parse(text, "SnapshotThread").settings());
  }

  private static int oddLine(byte[] bytes) {
    int line = 1;
    for (byte b : bytes) {
      if (b <= 0) {
        return line;
      }
      line += b == '\n' ? 1 : 0;
    }
    return 0;
  }
}
