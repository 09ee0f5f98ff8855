package io.github.backupdiag.internal.network;

import java.util.Set;

/**
 * What agrees with a host address that cannot be reached. Lines that also stand in the logs of
 * healthy guests, such as a single connection that timed out, are left out.
 */
final class HostLines {

  static final Agreement AGREEMENT =
      new Agreement(
          Set.of(
              "wa-errno-101",
              "wa-errno-111",
              "wa-errno-113",
              "wa-gs-still-failing",
              "wa-gs-old-error",
              "wa-wire-exception",
              "wa-proto-notfound",
              "wa-proto-none",
              "wa-proto-notresponding",
              "wa-hgap-getversions-exc",
              "ext-presnapshot-wrong-wire",
              "ext-dosnapshot-wrong-wire"),
          Set.of("ExtensionSnapshotFailedNoNetwork", "VMSnapshotLinux.hostStatusCode.555"));

  private HostLines() {}
}
