package io.github.backupdiag.fact.guest;

import java.util.List;

/**
 * The Visual C++ 2013 runtime for 64-bit programs.
 *
 * @param files its libraries in the folder of the system, may be empty
 * @param version version that the registry notes as installed, empty if none
 */
public record RuntimeLibraries(List<String> files, String version) {

  /** Where they are. */
  public static final String FOLDER = "C:/Windows/System32";

  /** The libraries of the runtime. */
  public static final List<String> NAMES = List.of("msvcp120.dll", "msvcr120.dll");

  /**
   * Copies the list.
   *
   * @param files its libraries
   * @param version version that the registry notes
   */
  public RuntimeLibraries {
    files = List.copyOf(files);
  }

  /**
   * Tells whether all of it is there.
   *
   * @return true if every library is
   */
  public boolean isPresent() {
    return files.size() == NAMES.size();
  }
}
