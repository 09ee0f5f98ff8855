package io.github.backupdiag.guest.internal.network;

import io.github.backupdiag.fact.Observed;
import io.github.backupdiag.fact.Unavailable;
import io.github.backupdiag.fact.UnavailableReason;
import io.github.backupdiag.fact.guest.GuestFacts;
import io.github.backupdiag.fact.guest.Platform;
import io.github.backupdiag.probe.ProbeContext;

/** Addresses of the platform are contacted on Azure VMs only; elsewhere they are a stranger's. */
public final class AzureOnly {

  private AzureOnly() {}

  /**
   * Tells whether an address of the platform may be contacted.
   *
   * @param context with the platform among the declared facts
   * @return true on an Azure VM
   */
  public static boolean allows(ProbeContext context) {
    return context.get(GuestFacts.PLATFORM) instanceof Observed<Platform> seen
        && seen.value().isAzure();
  }

  /**
   * Tells whether that rests on the word of the operator.
   *
   * @param context with the platform among the declared facts
   * @return true if the operator vouches for the machine
   */
  public static boolean isVouchedFor(ProbeContext context) {
    return context.get(GuestFacts.PLATFORM) instanceof Observed<Platform> seen
        && seen.value().kind() == Platform.Kind.ASSUMED_AZURE;
  }

  /**
   * Says why nothing was contacted.
   *
   * @return the reason
   */
  public static Unavailable<?> refusal() {
    return new Unavailable<>(
        UnavailableReason.NOT_CONNECTED, "no address is contacted unless this is an Azure VM");
  }
}
