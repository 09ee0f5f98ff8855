package io.github.backupdiag.guest.internal.support;

import io.github.backupdiag.guestaccess.FileContent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One redacted file of a bundle. Immutable as long as nobody writes into its content. */
final class Member {

  /**
   * What a file of a bundle is in the guest.
   *
   * @param path redacted
   * @param offset where in the guest's file it begins
   * @param taken bytes of the guest's file that it stands for
   * @param size bytes of the guest's file
   * @param modified last change in the guest, or null
   */
  record Place(String path, long offset, long taken, long size, @Nullable Instant modified) {

    static Place of(String path, FileContent part) {
      return new Place(path, part.offset(), part.bytes().length, part.size(), part.modified());
    }
  }

  private final String entry;
  private final byte[] content;
  private final int replaced;
  private final @Nullable Place place;

  /**
   * Makes a file.
   *
   * @param entry its name in the archive
   * @param content redacted
   * @param replaced how many secrets were replaced
   * @param place null for answers that are no file of the guest
   */
  Member(String entry, byte[] content, int replaced, @Nullable Place place) {
    this.entry = entry;
    this.content = content;
    this.replaced = replaced;
    this.place = place;
  }

  String entry() {
    return entry;
  }

  byte[] content() {
    return content;
  }

  int replaced() {
    return replaced;
  }

  @Nullable Place place() {
    return place;
  }
}
