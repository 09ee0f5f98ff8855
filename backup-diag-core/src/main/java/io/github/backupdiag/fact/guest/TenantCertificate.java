package io.github.backupdiag.fact.guest;

import java.time.Instant;

/**
 * A certificate of the tenant in {@code LocalMachine\My}.
 *
 * @param subject its subject
 * @param notBefore begin of its validity (UTC)
 * @param notAfter end of its validity (UTC)
 * @param key whether the store names a private key for it
 * @param place the registry key
 */
public record TenantCertificate(
    String subject, Instant notBefore, Instant notAfter, boolean key, String place) {

  /** What the subject and the issuer of these certificates say. */
  public static final String SUBJECT = "Windows Azure CRP Certificate Generator";

  /**
   * Tells whether it holds at a time.
   *
   * @param time the time
   * @return true inside its validity
   */
  public boolean isValidAt(Instant time) {
    return !time.isBefore(notBefore) && time.isBefore(notAfter);
  }
}
