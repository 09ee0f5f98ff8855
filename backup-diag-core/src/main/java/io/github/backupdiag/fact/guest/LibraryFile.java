package io.github.backupdiag.fact.guest;

/**
 * A library on the disk of a Windows guest.
 *
 * @param path where it is
 * @param bits word size of the programs that can load it: 32, 64, or 0 if it is no library that
 *     Windows can load
 * @param version version of the file, four numbers with points between; empty if it tells none
 */
public record LibraryFile(String path, int bits, String version) {

  /**
   * Gives the name of the file.
   *
   * @return the part of the path behind the last {@code /}
   */
  public String name() {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
