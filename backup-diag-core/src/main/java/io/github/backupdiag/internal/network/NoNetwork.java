package io.github.backupdiag.internal.network;

import io.github.backupdiag.diagnostic.Evidence;
import io.github.backupdiag.diagnostic.Facts;
import io.github.backupdiag.fact.FactKey;
import java.util.List;
import java.util.Set;

/**
 * A failure that was reported as missing network. The report is a catch-all: a run in which every
 * disk failed ends so, whatever the reason (log-formats.md, section 7; code 76 of the extension).
 */
public final class NoNetwork {

  private static final Agreement REPORTED =
      new Agreement(
          Set.of("ext-no-network"),
          Set.of(
              "ExtensionSnapshotFailedNoNetwork",
              "VMRestorePointClientError.NoNetwork",
              "VMSnapshotLinux.76"));

  private NoNetwork() {}

  /**
   * Gives the facts a rule reads that asks for such a report.
   *
   * @param own facts the rule reads beside
   * @return all of them
   */
  public static FactKey<?>[] readsWith(FactKey<?>... own) {
    return Agreement.readsWith(own);
  }

  /**
   * Finds the report.
   *
   * @param facts with those of {@link #readsWith} declared
   * @return empty if the failure was reported as something else
   */
  public static List<Evidence> in(Facts facts) {
    return REPORTED.in(facts);
  }
}
