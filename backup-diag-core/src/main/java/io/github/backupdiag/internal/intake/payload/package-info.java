/**
 * Finds out what an input is (a job, an alert, rows of a log, an instance view, an e-mail) and
 * takes it apart: failures, texts with their role and place, facts. Knows no code and no message.
 */
@NullMarked
package io.github.backupdiag.internal.intake.payload;

import org.jspecify.annotations.NullMarked;
