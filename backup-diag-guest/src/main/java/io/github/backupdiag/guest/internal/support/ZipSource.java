package io.github.backupdiag.guest.internal.support;

import java.io.IOException;
import java.io.InputStream;

/** Gives the bytes of an archive from their beginning, as often as they are wanted. */
@FunctionalInterface
public interface ZipSource {

  /** Opens the archive. */
  InputStream open() throws IOException;
}
