package io.github.backupdiag.guest.internal.linux;

import io.github.backupdiag.fact.Observed;
import io.github.backupdiag.fact.Unavailable;
import io.github.backupdiag.fact.UnavailableReason;
import io.github.backupdiag.fact.guest.GuestFacts;
import io.github.backupdiag.fact.guest.Platform;
import io.github.backupdiag.probe.ProbeContext;

/** Addresses of the platform are contacted on Azure VMs only; elsewhere they are a stranger's. */
final class AzureOnly {

  private AzureOnly() {}

  /** Needs the platform among the declared facts. */
  static boolean allows(ProbeContext context) {
    return context.get(GuestFacts.PLATFORM) instanceof Observed<Platform> seen
        && seen.value().isAzure();
  }

  /** Whether it rests on the word of the operator. */
  static boolean isVouchedFor(ProbeContext context) {
    return context.get(GuestFacts.PLATFORM) instanceof Observed<Platform> seen
        && seen.value().kind() == Platform.Kind.ASSUMED_AZURE;
  }

  static Unavailable<?> refusal() {
    return new Unavailable<>(
        UnavailableReason.NOT_CONNECTED, "no address is contacted unless this is an Azure VM");
  }
}
