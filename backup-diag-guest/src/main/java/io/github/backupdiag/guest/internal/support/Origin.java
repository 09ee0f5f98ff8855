package io.github.backupdiag.guest.internal.support;

import io.github.backupdiag.guestaccess.GuestConnection;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a bundle was made of.
 *
 * @param tool the program that made it
 * @param madeAt when (UTC)
 * @param nature of the guest; a copy if there was none
 * @param seenAt when a guest was asked that cannot be asked again, or null
 * @param assumedAzureVm whether the operator vouched for it
 */
public record Origin(
    String tool,
    Instant madeAt,
    GuestConnection.Nature nature,
    @Nullable Instant seenAt,
    boolean assumedAzureVm) {

  /**
   * Describes the origin of a bundle.
   *
   * @param guest what was looked at, or null for facts alone
   */
  public static Origin of(@Nullable GuestConnection guest, String tool, Instant madeAt) {
    return guest == null
        ? new Origin(tool, madeAt, GuestConnection.Nature.COPY, null, false)
        : new Origin(tool, madeAt, guest.nature(), guest.seenAt(), guest.assumedAzureVm());
  }
}
