package io.github.backupdiag.guest.internal.archive;

/**
 * How much of a bundle is read at the most. Bytes come first and the ratio second: repeated log
 * lines legally shrink below a hundredth.
 *
 * @param entries files, folders and links of all archives together; a root disk has fewer
 * @param entryBytes unpacked bytes of one entry
 * @param totalBytes unpacked bytes of all reads together
 * @param heldBytes bytes that are kept in memory, packed
 * @param ratio how many times larger than packed a content may be behind the grace; deflate reaches
 *     1032
 * @param grace bytes of an entry that may have any ratio
 * @param depth archives inside archives, the outermost being 1
 */
public record Budget(
    int entries,
    long entryBytes,
    long totalBytes,
    long heldBytes,
    int ratio,
    long grace,
    int depth) {

  private static final long MIB = 1 << 20;

  /**
   * Gives the budget of this process. The agent's own archive is limited to 30 MB an entry and 150
   * MB in all (WALinuxAgent, logcollector.py), the one of Windows to 100 MiB packed; a copied disk
   * has files of some GiB. Memory: an eighth of the heap, and 256 MiB at the most.
   *
   * @return the budget
   */
  public static Budget ofThisProcess() {
    long held = Math.min(256 * MIB, Runtime.getRuntime().maxMemory() / 8);
    return new Budget(100_000, 2048 * MIB, 16_384 * MIB, held, 200, 256 * MIB, 3);
  }
}
