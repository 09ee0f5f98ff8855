package io.github.backupdiag.internal.parse;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The file {@code status} of dpkg, of which the record of the agent is wanted: paragraphs of
 * fields, with blank lines between them (deb-control(5)). It holds a megabyte or more, so that only
 * the lines that matter are made texts.
 */
public final class PackageStatus {

  private static final List<String> AGENT = List.of("walinuxagent", "waagent");
  private static final byte[] PACKAGE = field("Package:");
  private static final byte[] STATUS = field("Status:");
  private static final byte[] VERSION = field("Version:");

  private final byte[] file;
  private @Nullable String name;
  private @Nullable String status;
  private @Nullable String version;

  private PackageStatus(byte[] file) {
    this.file = file;
  }

  /**
   * Finds the version of the agent's package.
   *
   * @param status content of the file
   * @return its version, or null if the agent's package is not installed
   */
  public static @Nullable String agentVersion(byte[] status) {
    return new PackageStatus(status).agentVersion();
  }

  private @Nullable String agentVersion() {
    int start = 0;
    while (start <= file.length) {
      int end = start;
      while (end < file.length && file[end] != '\n') {
        end++;
      }
      if (!isBlank(start, end)) {
        take(start, end);
      } else if (isInstalledAgent()) {
        return version();
      } else {
        name = status = version = null;
      }
      start = end + 1;
    }
    return isInstalledAgent() ? version() : null;
  }

  private boolean isInstalledAgent() {
    return name != null && AGENT.contains(name) && "install ok installed".equals(status);
  }

  private String version() {
    return version == null ? "" : version;
  }

  /** Of a field that stands twice the first counts. */
  private void take(int start, int end) {
    if (name == null && begins(PACKAGE, start, end)) {
      name = value(PACKAGE, start, end);
    } else if (status == null && begins(STATUS, start, end)) {
      status = value(STATUS, start, end);
    } else if (version == null && begins(VERSION, start, end)) {
      version = value(VERSION, start, end);
    }
  }

  private boolean begins(byte[] field, int start, int end) {
    int at = 0;
    while (at < field.length && start + at < end && file[start + at] == field[at]) {
      at++;
    }
    return at == field.length;
  }

  private String value(byte[] field, int start, int end) {
    int from = start + field.length;
    return new String(file, from, end - from, StandardCharsets.UTF_8).strip();
  }

  private boolean isBlank(int start, int end) {
    int at = start;
    while (at < end && (file[at] == ' ' || file[at] == '\t' || file[at] == '\r')) {
      at++;
    }
    return at == end;
  }

  private static byte[] field(String name) {
    return name.getBytes(StandardCharsets.US_ASCII);
  }
}
