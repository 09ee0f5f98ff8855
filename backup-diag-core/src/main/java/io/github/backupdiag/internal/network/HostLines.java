package io.github.backupdiag.internal.network;

import io.github.backupdiag.diagnostic.Evidence;
import io.github.backupdiag.diagnostic.Facts;
import io.github.backupdiag.fact.FactKey;
import io.github.backupdiag.internal.system.WindowsTraces;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
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

  /** Lines of the Windows agent about the host address (log-signatures.json). */
  private static final WindowsTraces WINDOWS =
      WindowsTraces.codes()
          .lines(
              "wg-getversions-failed",
              "wg-hgap-versions",
              "wg-socket-forbidden",
              "wg-gaplugin-pinger",
              "wg-maxerror");

  private HostLines() {}

  /** The facts of both families that a rule reads beside its own. */
  static FactKey<?>[] readsWith(FactKey<?>... own) {
    Set<FactKey<?>> all = new LinkedHashSet<>(List.of(Agreement.readsWith(own)));
    all.addAll(List.of(WindowsTraces.readsWith()));
    return all.toArray(FactKey[]::new);
  }

  /** What agrees on a guest of either family, empty if nothing does. */
  static List<Evidence> in(Facts facts) {
    List<Evidence> found = new ArrayList<>(AGREEMENT.in(facts));
    found.addAll(WINDOWS.in(facts));
    return found;
  }
}
