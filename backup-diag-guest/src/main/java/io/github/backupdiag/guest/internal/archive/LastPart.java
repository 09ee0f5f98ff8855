package io.github.backupdiag.guest.internal.archive;

import java.io.IOException;
import java.io.InputStream;

/**
 * The end of a file whose beginning was left out by whoever packed it. How long that was nobody
 * knows; one byte stands for it.
 *
 * @param end what is there
 */
public record LastPart(Content end) implements Content {

  private static final long LEFT_OUT = 1;

  @Override
  public long size() {
    return LEFT_OUT + end.size();
  }

  @Override
  public Hole hole() {
    return new Hole(0, LEFT_OUT);
  }

  @Override
  public InputStream open(long from) throws IOException {
    return end.open(Math.max(0, from - LEFT_OUT));
  }
}
