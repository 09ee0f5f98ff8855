package io.github.backupdiag.fact.guest;

import java.util.List;

/**
 * The library of the snapshot provider that the backup extension brings, and the Visual C++ 2013
 * runtime that it needs. Whether it loads is not tried, since that would register it.
 *
 * @param folder folder of the version that the agent has in use
 * @param providers the library, once for each place below the folder where it lies; may be empty
 * @param runtimes libraries of the runtime, of the system and below the folder; may be empty
 */
public record ProviderLibraries(
    String folder, List<LibraryFile> providers, List<LibraryFile> runtimes) {

  /** Name of the library. */
  public static final String NAME = "iaasvmprovider.dll";

  /**
   * Copies the lists.
   *
   * @param folder folder of the version in use
   * @param providers the library
   * @param runtimes libraries of the runtime
   */
  public ProviderLibraries {
    providers = List.copyOf(providers);
    runtimes = List.copyOf(runtimes);
  }
}
