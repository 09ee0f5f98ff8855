package io.github.backupdiag.fact.azure;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The instance view of a VM ({@code VirtualMachineInstanceView} of the compute REST interface).
 *
 * @param vm name or id of the VM, or null
 * @param provisioningState of the VM model, such as {@code Succeeded} or {@code Failed}, or null
 * @param statuses of the VM, among them its power state; may be empty
 * @param agent what is known of the agent; null if the view holds no such part
 * @param extensions the extensions; may be empty
 */
public record InstanceView(
    @Nullable String vm,
    @Nullable String provisioningState,
    List<ViewStatus> statuses,
    @Nullable AgentView agent,
    List<ExtensionView> extensions) {

  /**
   * Copies the lists.
   *
   * @param vm name or id of the VM, or null
   * @param provisioningState of the VM model, or null
   * @param statuses of the VM
   * @param agent what is known of the agent, or null
   * @param extensions the extensions
   */
  public InstanceView {
    statuses = List.copyOf(statuses);
    extensions = List.copyOf(extensions);
  }

  /**
   * Gives the power state.
   *
   * @return in lower case: {@code starting}, {@code running}, {@code stopping}, {@code stopped},
   *     {@code deallocating}, {@code deallocated}; empty if not told
   */
  public String powerState() {
    return aspect("PowerState");
  }

  /**
   * Gives the provisioning state of the statuses, or that of the model.
   *
   * @return in lower case, empty if not told
   */
  public String provisioning() {
    String told = aspect("ProvisioningState");
    return told.isEmpty() && provisioningState != null
        ? provisioningState.toLowerCase(Locale.ROOT)
        : told;
  }

  /**
   * Tells whether the VM is on its way from one power state to another.
   *
   * @return true for {@code starting}, {@code stopping} and {@code deallocating}
   */
  public boolean isChangingPower() {
    return List.of("starting", "stopping", "deallocating").contains(powerState());
  }

  private String aspect(String aspect) {
    return statuses.stream()
        .map(status -> status.of(aspect))
        .filter(word -> !word.isEmpty())
        .findFirst()
        .orElse("");
  }
}
