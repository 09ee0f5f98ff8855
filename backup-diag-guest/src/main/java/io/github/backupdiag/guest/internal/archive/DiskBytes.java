package io.github.backupdiag.guest.internal.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/**
 * A regular file of this machine. It is opened for each read, so that nothing stays open and an
 * interrupted thread closes nothing under the others.
 *
 * @param path the file itself, no link to it
 * @param size in bytes when it was found
 */
public record DiskBytes(Path path, long size) implements ByteSource {

  @Override
  public InputStream open(long from) throws IOException {
    InputStream in = Files.newInputStream(path, LinkOption.NOFOLLOW_LINKS);
    try {
      in.skip(from);
      return in;
    } catch (IOException e) {
      in.close();
      throw e;
    }
  }
}
