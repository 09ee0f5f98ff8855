/**
 * Archives of files as a bundle may hold them: zip, tar and gzip, told by their content and read
 * without unpacking to disk. Every reader is total: damaged, cut and hostile input ends in fewer
 * entries and a line that says so. What the files mean is said elsewhere.
 */
@NullMarked
package io.github.backupdiag.guest.internal.archive;

import org.jspecify.annotations.NullMarked;
