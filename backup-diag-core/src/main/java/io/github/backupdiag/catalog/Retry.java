package io.github.backupdiag.catalog;

import org.jspecify.annotations.Nullable;

/**
 * Whether the same operation may succeed at a later attempt, and why. The words of a reason are
 * {@code report.retry.<reason>}.
 *
 * @param verdict {@code yes}, {@code no}, {@code conditional} or {@code unknown}
 * @param reason {@code passes} (what is behind it often passes by itself), {@code again} (nothing
 *     needs to be mended first), {@code after-wait}, {@code after-fix}, {@code changed-request},
 *     {@code not-supported}, {@code gone} (its object no longer exists), {@code cause-decides},
 *     {@code still-running}, {@code nothing-failed}, {@code not-current} (the code is not given
 *     today); null if no reason is known
 * @param stated true if a document or the source of the code says so, false if it is the reading of
 *     those who wrote the catalog
 */
public record Retry(String verdict, @Nullable String reason, boolean stated) {

  /** Nothing is known about it. */
  public static final Retry UNKNOWN = new Retry("unknown", null, false);
}
