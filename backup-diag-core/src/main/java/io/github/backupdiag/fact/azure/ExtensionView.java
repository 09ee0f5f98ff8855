package io.github.backupdiag.fact.azure;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An extension of the VM ({@code VirtualMachineExtensionInstanceView} and, where the input holds
 * it, the extension resource).
 *
 * @param name name of the resource, such as {@code VMSnapshot}; may be empty
 * @param type publisher and type, or the type alone; may be empty
 * @param version version of the handler, may be empty
 * @param provisioningState of the resource, such as {@code Succeeded} or {@code Deleting}, or null
 * @param statuses what it reports of its work
 * @param substatuses what it reports beside it
 */
public record ExtensionView(
    String name,
    String type,
    String version,
    @Nullable String provisioningState,
    List<ViewStatus> statuses,
    List<ViewStatus> substatuses) {

  /**
   * Copies the lists.
   *
   * @param name name of the resource
   * @param type publisher and type
   * @param version version of the handler
   * @param provisioningState of the resource, or null
   * @param statuses what it reports of its work
   * @param substatuses what it reports beside it
   */
  public ExtensionView {
    statuses = List.copyOf(statuses);
    substatuses = List.copyOf(substatuses);
  }

  /**
   * Tells whether this is the extension of the backup.
   *
   * @return true for {@code VMSnapshot} and {@code VMSnapshotLinux}
   */
  public boolean isOfBackup() {
    String lower = (type.isEmpty() ? name : type).toLowerCase(Locale.ROOT);
    return lower.endsWith("vmsnapshot") || lower.endsWith("vmsnapshotlinux");
  }

  /**
   * Tells whether its provisioning or its work failed.
   *
   * @return true if its state or one of its statuses says so
   */
  public boolean isFailed() {
    return "Failed".equalsIgnoreCase(provisioningState)
        || statuses.stream().anyMatch(ViewStatus::isFailed);
  }

  /**
   * Tells whether its provisioning and its work succeeded.
   *
   * @return true if all that it says, and at least one word, says so
   */
  public boolean isWell() {
    boolean stateWell =
        provisioningState == null || provisioningState.equalsIgnoreCase("Succeeded");
    boolean told = provisioningState != null || !statuses.isEmpty();
    return told
        && stateWell
        && statuses.stream().allMatch(status -> status.of("ProvisioningState").equals("succeeded"));
  }
}
