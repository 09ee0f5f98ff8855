package io.github.backupdiag.fact.guest;

import java.util.List;

/**
 * The registered VSS providers.
 *
 * @param source where they were listed, such as {@code input}, the command or a registry key
 * @param providers in the order of the source
 * @param whole true if the list is known to be the whole list; false for a piece of text
 */
public record VssProviders(String source, List<VssProvider> providers, boolean whole) {

  /**
   * Copies the list.
   *
   * @param source where they were listed
   * @param providers the providers
   * @param whole true if the list is complete
   */
  public VssProviders {
    providers = List.copyOf(providers);
  }
}
