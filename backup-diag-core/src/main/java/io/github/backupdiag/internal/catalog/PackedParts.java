package io.github.backupdiag.internal.catalog;

import org.jspecify.annotations.Nullable;

/** A catalog beside which the build laid what others had worked out from it. */
public interface PackedParts {

  /** Folder of the packed parts. */
  String FOLDER = "/io/github/backupdiag/catalog/packed/";

  /**
   * Reads a part.
   *
   * @param name its name
   * @return its bytes, or null if the build made none
   */
  byte @Nullable [] part(String name);
}
