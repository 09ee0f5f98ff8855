package io.github.backupdiag.fact.guest;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Settings of VSS in the registry.
 *
 * @param accounts who may take part as a writer ({@code VSS\VssAccessControl})
 * @param accountsKnown false if that key could not be read
 * @param softwareProvider true if the service {@code swprv} is registered; false if it is not or
 *     could not be read
 * @param providerLibrary value {@code ServiceDll} of {@code swprv}; null if it is not set
 */
public record VssSettings(
    List<VssAccount> accounts,
    boolean accountsKnown,
    boolean softwareProvider,
    @Nullable String providerLibrary) {

  /**
   * Copies the list.
   *
   * @param accounts who may take part
   * @param accountsKnown whether they could be read
   * @param softwareProvider whether the provider is registered
   * @param providerLibrary its library, or null
   */
  public VssSettings {
    accounts = List.copyOf(accounts);
  }
}
