package io.github.backupdiag.internal.engine;

import io.github.backupdiag.fact.Observation;
import io.github.backupdiag.fact.Observed;
import io.github.backupdiag.fact.Unavailable;
import io.github.backupdiag.fact.guest.GuestOs;
import io.github.backupdiag.fact.guest.Platform;
import org.jspecify.annotations.Nullable;

/** Observations by place, and what the engine itself reads from them. */
final class BoundFacts {

  final Observation<?>[] byPlace;
  private final int platform;
  private final int os;

  BoundFacts(Observation<?>[] byPlace, int platform, int os) {
    this.byPlace = byPlace;
    this.platform = platform;
    this.os = os;
  }

  /** Tells whether rules for Azure VMs may judge; a platform nobody looked at raises no doubt. */
  Gate gate() {
    Observation<?> seen = byPlace[platform];
    if (seen instanceof Observed<?> observed && observed.value() instanceof Platform found) {
      return found.isAzure()
          ? Gate.OPEN
          : found.kind() == Platform.Kind.OTHER ? Gate.NOT_AZURE : Gate.UNKNOWN;
    }
    boolean lookedInVain =
        seen instanceof Unavailable<?> unavailable && unavailable.reason().leavesReportPartial();
    return lookedInVain ? Gate.UNKNOWN : Gate.OPEN;
  }

  GuestOs.@Nullable Family family() {
    return byPlace[os] instanceof Observed<?> observed && observed.value() instanceof GuestOs found
        ? found.family()
        : null;
  }

  /** Whether rules for Azure VMs may judge. */
  enum Gate {
    OPEN,
    NOT_AZURE,
    UNKNOWN
  }
}
