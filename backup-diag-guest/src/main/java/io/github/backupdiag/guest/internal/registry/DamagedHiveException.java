package io.github.backupdiag.guest.internal.registry;

import java.io.IOException;

/** A place in a hive that cannot be what it should be. */
public final class DamagedHiveException extends IOException {

  private static final long serialVersionUID = 1;

  DamagedHiveException(String message) {
    super(message);
  }
}
