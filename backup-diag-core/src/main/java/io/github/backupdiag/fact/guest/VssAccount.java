package io.github.backupdiag.fact.guest;

import java.util.Locale;

/**
 * An account under {@code VssAccessControl}.
 *
 * @param name as written, such as {@code NT AUTHORITY\NETWORK SERVICE}; translated on some systems
 * @param allowed true for the value 1
 */
public record VssAccount(String name, boolean allowed) {

  private static final String NETWORK_SERVICE = "ntauthority\\networkservice";

  /**
   * Tells whether it is the account of System Writer and others.
   *
   * @return true for the English name, with or without blanks; false for any other, also a
   *     translated one
   */
  public boolean isNetworkService() {
    return name.replace(" ", "").toLowerCase(Locale.ROOT).equals(NETWORK_SERVICE);
  }
}
