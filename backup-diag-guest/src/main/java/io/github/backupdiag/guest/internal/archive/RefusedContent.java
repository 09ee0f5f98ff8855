package io.github.backupdiag.guest.internal.archive;

import java.io.IOException;
import java.io.InputStream;

/**
 * A content that is not read.
 *
 * @param size as stated
 * @param reason why, for people
 */
public record RefusedContent(long size, String reason) implements Content {

  @Override
  public InputStream open(long from) throws IOException {
    throw new NotReadException(reason);
  }
}
