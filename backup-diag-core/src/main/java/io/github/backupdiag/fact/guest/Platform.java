package io.github.backupdiag.fact.guest;

/**
 * Whether the guest is an Azure VM.
 *
 * @param kind what is known
 * @param detail what it rests on: the hardware tag, or what was missing
 */
public record Platform(Kind kind, String detail) {

  /** Chassis asset tag of every Azure VM (checks.json, guest.any.is-azure-vm). */
  public static final String AZURE_CHASSIS_TAG = "7783-7084-3265-9085-8269-3286-77";

  /** What is known of the platform. */
  public enum Kind {
    /** The hardware tag is Azure's. */
    AZURE,
    /** No tag was seen, but whoever gave the guest vouches for it. */
    ASSUMED_AZURE,
    /** Another tag, or hardware that Azure does not have. */
    OTHER,
    /** Nothing tells; a container may hide the hardware. */
    UNKNOWN
  }

  /**
   * Tells whether checks that hold for Azure VMs may be judged.
   *
   * @return true if it is an Azure VM, or is vouched to be one
   */
  public boolean isAzure() {
    return kind == Kind.AZURE || kind == Kind.ASSUMED_AZURE;
  }
}
