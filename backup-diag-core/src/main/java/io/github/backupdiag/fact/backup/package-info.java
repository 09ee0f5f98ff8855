/** Vocabulary of the backup itself: codes, incidents, the window of the failed job, log events. */
@NullMarked
package io.github.backupdiag.fact.backup;

import org.jspecify.annotations.NullMarked;
