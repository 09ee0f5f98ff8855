package io.github.backupdiag.guest.internal.archive;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * Bytes as they are; if there are fewer than stated, the end is missing.
 *
 * @param bytes what is there
 * @param size the size that was stated
 */
public record PlainContent(ByteSource bytes, long size) implements Content {

  @Override
  public @Nullable Hole hole() {
    return bytes.size() < size ? new Hole(bytes.size(), size) : null;
  }

  @Override
  public InputStream open(long from) throws IOException {
    return bytes.open(from);
  }
}
