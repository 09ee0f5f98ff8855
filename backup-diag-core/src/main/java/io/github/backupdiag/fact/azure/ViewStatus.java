package io.github.backupdiag.fact.azure;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One status of an instance view ({@code InstanceViewStatus} of the compute REST interface).
 *
 * @param code such as {@code PowerState/running} or {@code ProvisioningState/failed/127}; may be
 *     empty
 * @param level {@code Info}, {@code Warning} or {@code Error}; may be empty
 * @param display short words for people in the language of the caller; may be empty
 * @param message details, cut at 1000 characters; may be empty
 * @param at time of the status (UTC), or null
 */
public record ViewStatus(
    String code, String level, String display, String message, @Nullable Instant at) {

  /**
   * Gives what the code says of an aspect.
   *
   * @param aspect such as {@code PowerState}, in any case
   * @return the word behind it in lower case, empty if the code speaks of something else
   */
  public String of(String aspect) {
    String[] parts = code.split("/", -1);
    return parts.length > 1 && parts[0].equalsIgnoreCase(aspect)
        ? parts[1].strip().toLowerCase(Locale.ROOT)
        : "";
  }

  /**
   * Tells whether something failed.
   *
   * @return true if level or code say so
   */
  public boolean isFailed() {
    return level.equalsIgnoreCase("Error") || of("ProvisioningState").equals("failed");
  }
}
