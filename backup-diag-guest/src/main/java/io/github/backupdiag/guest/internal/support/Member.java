package io.github.backupdiag.guest.internal.support;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One redacted file of a bundle.
 *
 * @param entry its name in the archive
 * @param path what it is in the guest; empty for answers that are no file
 * @param content redacted
 * @param offset where in the guest's file it begins
 * @param taken bytes of the guest's file that it stands for
 * @param size bytes of the guest's file
 * @param modified last change in the guest, or null
 * @param replaced how many secrets were replaced
 */
record Member(
    String entry,
    String path,
    byte[] content,
    long offset,
    long taken,
    long size,
    @Nullable Instant modified,
    int replaced) {

  /** A text that is no file of the guest. */
  static Member ofText(String entry, byte[] content, int replaced) {
    return new Member(entry, "", content, 0, content.length, content.length, null, replaced);
  }
}
