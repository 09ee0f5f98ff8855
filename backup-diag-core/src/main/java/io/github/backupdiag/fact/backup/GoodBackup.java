package io.github.backupdiag.fact.backup;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A backup of the VM that is known to have ended well. It tells what was in order at that time, and
 * nothing of a failure before it.
 *
 * @param at when its snapshot was taken, or when it began (UTC)
 * @param consistency what it is consistent with
 * @param vm name or id of the VM, or null
 * @param source where it was seen, such as {@code input}
 * @param line line in the source, from 1, or 0
 * @param text what the source says of it
 */
public record GoodBackup(
    Instant at,
    Consistency consistency,
    @Nullable String vm,
    String source,
    long line,
    String text) {

  /** What the disks of a restore point agree with. */
  public enum Consistency {
    /** The applications: every VSS writer, or every script, took part. */
    APPLICATION,
    /** The file systems; after a failure of a writer the next three points are so by design. */
    FILE_SYSTEM,
    /** The disks as they were, as after a loss of power. */
    CRASH,
    /** Not told. */
    UNKNOWN
  }
}
