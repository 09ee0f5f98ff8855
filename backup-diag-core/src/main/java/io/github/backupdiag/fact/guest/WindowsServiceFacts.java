package io.github.backupdiag.fact.guest;

import io.github.backupdiag.fact.FactKey;

/** Facts of the services of a Windows guest. */
public final class WindowsServiceFacts {

  /** The services that the backup path rests on. */
  public static final FactKey<WindowsServices> SERVICES =
      FactKey.record("guest.windows.services", WindowsServices.class);

  private WindowsServiceFacts() {}
}
